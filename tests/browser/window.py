"""A real browser without a window: what a page asks for, what it complains of, what it shows."""

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

__all__ = ["WIDE", "Window", "opened"]

WIDE, NARROW = (1500, 1000), (400, 850)
_PATIENCE_S = 60.0

# What a hostile text would call: a page in which nothing runs leaves it alone.
_TRAP = """
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt']) window[name] = (said) => window.ran.push(said);
"""


class Window:
    """Look at one page."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def show(self, page: Path, *, script: bool = True) -> None:
        """Open a file as from disk, and wait until its map is drawn."""
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _TRAP})
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        self.driver.get(page.as_uri())
        if script:
            self.until("return document.documentElement.classList.contains('drawn')")

    def run(self, script: str, *arguments: Any) -> Any:
        """Run a script in the page."""
        return self.driver.execute_script(script, *arguments)

    def until(self, script: str) -> None:
        """Wait until a script answers with something true."""
        end = time.monotonic() + _PATIENCE_S
        while not self.run(script):
            assert time.monotonic() < end, f"never came true: {script}"
            time.sleep(0.05)

    def choose(self, name: str, value: str) -> None:
        """Set a filter as a person does."""
        self.run(
            "const one = document.querySelector(`#filters [name=${arguments[0]}]`);"
            "one.value = arguments[1]; one.dispatchEvent(new Event('input', {bubbles: true}));",
            name,
            value,
        )

    def rows(self) -> list[str]:
        """Return the texts of the findings that are shown."""
        return list(
            self.run(
                "return [...document.querySelectorAll('#findings > tbody:not(.hidden)')]"
                ".map((one) => one.rows[0].innerText)"
            )
        )

    def complaints(self) -> list[str]:
        """Return what the page wrote to the console as an error or a warning."""
        told = self.driver.get_log("browser")
        return [one["message"] for one in told if one["level"] in {"SEVERE", "WARNING"}]

    def asked(self) -> list[str]:
        """Return the addresses that were asked for, other than what the page carries itself."""
        events = [
            json.loads(one["message"])["message"] for one in self.driver.get_log("performance")
        ]
        urls = [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]
        return [url for url in urls if not url.startswith(("data:", "blob:"))]


@contextmanager
def opened(size: tuple[int, int]) -> Iterator[Window]:
    """Open a browser; without one, skip, but fail in CI."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        said = "no chromium and chromedriver: apt-get install chromium chromium-driver"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    options = Options()
    options.binary_location = browser
    wide, high = size
    for one in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(one)
    options.add_argument(f"--window-size={wide},{high}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    try:
        if wide <= NARROW[0]:
            chrome.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": True},
            )
        yield Window(chrome)
    finally:
        chrome.quit()
