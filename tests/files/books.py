"""Word documents and books, as small as they can be, for tests."""

import io
import zipfile
from pathlib import Path
from urllib.parse import quote

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

Member = tuple[str, str | bytes, int]
"""A name, what is in it, and how it is packed."""


def pack(members: list[Member], *, streamed: bool = False, comment: bytes = b"") -> bytes:
    """Return an archive; `streamed` as of one that was written to a pipe, sizes after the bytes."""
    buffer = io.BytesIO()
    target = Unseekable(buffer) if streamed else buffer
    with zipfile.ZipFile(target, "w") as archive:
        for number, (name, content, method) in enumerate(members):
            info = zipfile.ZipInfo(name, (1999, 1, 2, 3, 4, 2 * number))
            info.compress_type, info.external_attr = method, 0o640 << 16
            info.extra, info.comment = b"\x99\x99\x02\x00ab", b"of " + name.encode()
            archive.writestr(info, content)
        archive.comment = comment
    return buffer.getvalue()


class Unseekable(io.RawIOBase):
    """A stream that cannot go back."""

    def __init__(self, target: io.BytesIO) -> None:
        self._target = target

    def writable(self) -> bool:
        return True

    def write(self, raw: bytes) -> int:  # type: ignore[override]
        return self._target.write(raw)

    def flush(self) -> None:
        pass


def make_docx(
    body: str, *, header: str = "", others: list[Member] | None = None, streamed: bool = False
) -> bytes:
    """Return a Word document of the markup of its body, and of a header if one is given."""
    parts = [("word/document.xml", "document.main", f"<w:body>{body}</w:body>", "document")]
    if header:
        parts.append(("word/header1.xml", "header", header, "hdr"))
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_OFFICE}.{kind}+xml"/>'
        for name, kind, _, _ in parts
    )
    types = f'<?xml version="1.0"?><Types xmlns="x">{overrides}</Types>'
    members: list[Member] = [("[Content_Types].xml", types, zipfile.ZIP_DEFLATED)]
    members.append(("word/media/Kijów.png", b"\x89PNG Kij\xf3w" * 9, zipfile.ZIP_STORED))
    members += [
        (
            name,
            f'<?xml version="1.0" encoding="UTF-8"?>\r\n<w:{tag} xmlns:w="{W}">{xml}</w:{tag}>',
            zipfile.ZIP_DEFLATED,
        )
        for name, _, xml, tag in parts
    ]
    return pack([*members, *(others or [])], streamed=streamed)


def run(text: str, properties: str = "") -> str:
    """Return a run of a Word document."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inside}<w:t>{text}</w:t></w:r>"


def make_epub(
    pages: dict[str, str], *, lang: str = "en", others: list[Member] | None = None
) -> bytes:
    """Return a book of the markup of its pages."""
    items = "".join(
        f'<item id="i{n}" href="{quote(name)}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    package = (
        f'<?xml version="1.0"?><package xmlns:dc="dc"><metadata><dc:title>Kijów</dc:title>'
        f"<dc:language>{lang}</dc:language></metadata><manifest>{items}"
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        f"<spine>{spine}</spine></package>"
    )
    container = (
        '<?xml version="1.0"?><container><rootfiles><rootfile full-path="O/book.opf"/>'
        "</rootfiles></container>"
    )
    contents = (
        '<?xml version="1.0"?><ncx><docTitle><text>Kijów</text></docTitle><navPoint><navLabel>'
        '<text>In Kijów</text></navLabel><content src="Kijów"/></navPoint></ncx>'
    )
    members: list[Member] = [("mimetype", "application/epub+zip", zipfile.ZIP_STORED)]
    members.append(("META-INF/container.xml", container, zipfile.ZIP_DEFLATED))
    members.append(("O/book.opf", package, zipfile.ZIP_DEFLATED))
    members.append(("O/toc.ncx", contents, zipfile.ZIP_DEFLATED))
    members += [
        (
            f"O/{name}",
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>x</title></head><body>{page}</body></html>",
            zipfile.ZIP_DEFLATED,
        )
        for name, page in pages.items()
    ]
    return pack([*members, *(others or [])])


def read_member(path: Path, name: str) -> str:
    """Return the text of a member."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()
