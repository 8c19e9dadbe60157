"""Every code of the program stands in docs/diagnostics.md, and no other does."""

import re
from pathlib import Path

from checker.language.lint import CHECKS

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "diagnostics.md"
CODE = re.compile(r'"([YLWRU]\d{3})"')
ROW = re.compile(r"^\| `([A-Z]\d{3})` \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def in_the_code() -> set[str]:
    sources = (path for path in (ROOT / "checker").rglob("*.py") if "shipped" not in path.parts)
    return {code for path in sources for code in CODE.findall(path.read_text(encoding="utf-8"))}


def on_the_page() -> list[str]:
    return [row[0] for row in ROW.findall(PAGE.read_text(encoding="utf-8"))]


def test_every_code_is_documented() -> None:
    assert in_the_code() - set(on_the_page()) == set()


def test_no_code_is_documented_that_nothing_says() -> None:
    assert set(on_the_page()) - in_the_code() == set()


def test_a_code_means_one_thing() -> None:
    codes = on_the_page()
    assert sorted(set(codes)) == sorted(codes)


def test_the_page_says_which_warnings_check_tells_too() -> None:
    rows = {code: meaning for code, meaning, _ in ROW.findall(PAGE.read_text(encoding="utf-8"))}
    marked = {code for code, meaning in rows.items() if "also in `check`" in meaning}
    assert marked == {check.code for check in CHECKS if check.is_cheap}
