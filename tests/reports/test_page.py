"""The HTML report: whole, safe, and readable where it is opened."""

import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from translit import Normalizer
from translit.documents import Piece, Resolver
from translit.documents.plain_text import PlainText
from translit.reports import Tally, page_lines

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
TEXTS = {
    "news/monday.txt": "Zelenskyi met Łukaszenka in Kijów.\nIn Kyiv it was <b>cold</b> & dark.\n",
    "news/tuesday.txt": "Selenskyj and Zelenskyi in Charkow: “Kijów”. Schewtschuk left.\n" * 3,
    "a <script>alert(1)</script>.txt": "Kijów <img src=x onerror=alert(1)> Kijów\n",
}
CHROMIUM = next(
    filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None
)
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here to open the report in: apt-get install chromium"
)


@pytest.fixture(scope="module")
def page() -> str:
    normalizer = Normalizer(tables=[NAMES], default_tables=False)
    tally = Tally()
    for name, text in TEXTS.items():
        piece = Piece(text, 0, 1, PlainText())
        tally.begin(name)
        tally.add(piece, Resolver(normalizer).resolve(piece))
    tally.note_trouble("could not be written")
    return "".join(page_lines(tally))


class Checker(HTMLParser):
    """Sees to it that tags are closed in order, and collects what must be there once."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        assert not {"src", "onerror", "onclick"} & given.keys()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_is_whole_and_needs_nothing_beside_it(page: str) -> None:
    checker = Checker()
    checker.feed(page)
    assert checker.open == []
    assert len(checker.ids) == len(set(checker.ids))
    assert all(link.startswith("#") and link[1:] in checker.ids for link in checker.links)
    assert not re.search(r"https?://|url\(|@import", page)


def test_what_files_say_is_escaped(page: str) -> None:
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "a &lt;script&gt;alert(1)&lt;/script&gt;.txt" in page


def test_a_screen_reader_hears_what_changes(page: str) -> None:
    assert '<del><span class="heard">was </span>Kijów</del>' in page
    assert '<ins><span class="heard">now </span>Kyiv</ins>' in page
    for needed in ('<html lang="en">', "<main>", "<caption>", 'scope="row"', 'scope="col"'):
        assert needed in page


def test_colours_have_contrast() -> None:
    from translit.reports.page_style import STYLE

    for palette in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL):
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", palette))
        for ink, paper in (
            ("ink", "paper"), ("quiet", "paper"), ("link", "paper"), ("was", "was-paper"),
            ("now", "now-paper"),
        ):  # fmt: skip
            assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# Measured in the page itself: is anything wider than the window, hidden, or too small to read?
PROBE = """<script>
addEventListener("load", () => {
  const shown = e => e.getClientRects().length && getComputedStyle(e).visibility == "visible";
  const bars = [...document.querySelectorAll(".bar")].map(e => e.getBoundingClientRect().width);
  const small = [...document.querySelectorAll("p, td, th, a, dt")].filter(
    e => parseFloat(getComputedStyle(e).fontSize) < 12);
  document.title = JSON.stringify({
    overflow: document.documentElement.scrollWidth - innerWidth,
    edits: [...document.querySelectorAll("ins")].filter(shown).length,
    bars: Math.min(...bars) > 0 && Math.max(...bars) > 3 * Math.min(...bars),
    small: small.length,
    paper: getComputedStyle(document.body).backgroundColor,
  });
});
</script>"""


@needs_chromium
@pytest.mark.parametrize(
    ("window", "dark"), [("1200,900", False), ("360,740", False), ("360,740", True)]
)
def test_chromium_shows_it(page: str, tmp_path: Path, window: str, dark: bool) -> None:
    (tmp_path / "report.html").write_text(page.replace("</body>", PROBE + "</body>"), "utf-8")
    # A headless window is never narrower than 500 pixels: a frame is.
    width, height = window.split(",")
    (tmp_path / "frame.html").write_text(
        f'<iframe src="report.html" width="{width}" height="{height}"></iframe>'
        '<script>addEventListener("load", () => setTimeout(() => document.title ='
        " frames[0].document.title, 50))</script>",
        "utf-8",
    )
    done = subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--allow-file-access-from-files", "--virtual-time-budget=2000",
            *(["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] if dark else []),
            f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom",
            (tmp_path / "frame.html").as_uri(),
        ],
        capture_output=True, check=True, timeout=60, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    found = re.search(r"<title>(\{.*?\})</title>", done.stdout.decode())
    assert found, done.stdout.decode()[-500:]
    seen = found[1].replace("&quot;", '"')
    assert '"overflow":0' in seen or re.search(r'"overflow":-\d+', seen), seen
    assert f'"edits":{page.count("<ins>")}' in seen
    assert '"bars":true' in seen and '"small":0' in seen
    assert ("rgb(22, 22, 26)" in seen) == dark, seen
