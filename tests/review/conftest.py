"""A survey to review, and a real browser where there is one."""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

Survey = dict[str, Any]
CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "chrome"])), None)
DRIVER = shutil.which("chromedriver")


def make_group(group_id: str, *spellings: str, **fields: Any) -> dict[str, Any]:
    """Return a group as a survey writes it; the first spelling is printed most."""
    return {
        "id": group_id,
        "kind": "person",
        "sure": True,
        "original": None,
        "canonical": spellings[0],
        "spellings": [
            {"text": text, "count": 10 - n, "documents": 3} for n, text in enumerate(spellings)
        ],
        "given": [],
        "titles": [],
        "against": [],
        "why": f"“{spellings[-1]}” and “{spellings[0]}” are one",
        "examples": [
            {
                "file": f"news/{n % 3}.txt",
                "spelling": text,
                "before": "Then ",
                "text": text,
                "after": " spoke.",
                "start": 5,
            }
            for n, text in enumerate(spellings)
        ],
        **fields,
    }


def russian(text: str) -> dict[str, Any]:
    return {"text": text, "lang": "ru", "score": 0.9}


def write_survey(path: Path, groups: list[dict[str, Any]]) -> Path:
    content = {"schema": 1, "what": "survey", "groups": groups}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def wait_for(path: Path) -> None:
    """Wait until a file that the page saves is there."""
    for _ in range(200):
        if path.exists():
            return
        time.sleep(0.05)
    raise AssertionError(f"{path} is not saved")


class Browser:
    """A window on one page, by what a person does and sees."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, page: Path, *, width: int = 1200, height: int = 900, dark: bool = False) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
        folder = {"behavior": "allow", "downloadPath": str(page.parent)}
        self.driver.execute_cdp_cmd("Browser.setDownloadBehavior", folder)
        self.driver.get(page.as_uri())

    def press(self, *keys: str) -> None:
        """Press keys one after the other, whatever has the focus."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def ask(self, script: str) -> Any:
        """Return what a script says of the page."""
        return self.driver.execute_script(f"return {script}")

    def read(self, selector: str) -> str:
        """Return the text of an element as it is seen."""
        return str(self.ask(f"document.querySelector({json.dumps(selector)}).innerText"))

    def wait(self, condition: str) -> None:
        from selenium.webdriver.support.wait import WebDriverWait

        WebDriverWait(self.driver, 20, 0.05).until(lambda _: self.ask(condition))


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver")
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("no Chromium here: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    profile = tmp_path_factory.mktemp("profile")
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-quic", f"--user-data-dir={profile}",
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(DRIVER)
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


@pytest.fixture
def browser(chromium: Any) -> Iterator[Browser]:
    yield Browser(chromium)
    chromium.execute_script("localStorage.clear()")
