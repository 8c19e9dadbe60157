"""Every code of the program stands in docs/diagnostics.md, and no other does."""

import ast
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


def told_without_a_hint(source: Path) -> list[str]:
    """Return where a problem is told that says nothing of what to do."""
    calls = [one for one in ast.walk(ast.parse(source.read_text())) if isinstance(one, ast.Call)]
    found = []
    for call in calls:
        most = {"Diagnostic": 4, "Fault": 3}.get(getattr(call.func, "id", ""), 0)
        given = [*call.args, *(one.value for one in call.keywords if one.arg == "hint")]
        last = given[-1] if given else None
        is_blank = isinstance(last, ast.Constant) and not last.value
        has_hint = len(call.args) >= most or any(one.arg == "hint" for one in call.keywords)
        if most and (is_blank or not has_hint):
            found.append(f"{source.name}:{call.lineno}")
    return found


def test_every_problem_says_what_to_do() -> None:
    sources = (path for path in (ROOT / "checker").rglob("*.py") if "shipped" not in path.parts)
    assert [place for source in sources for place in told_without_a_hint(source)] == []


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
