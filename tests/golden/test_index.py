"""The index changes no byte: every case and the demo, judged with screens and lists and without."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli.main import main
from checker.geography import screen, screening, strokes

CASES = Path(__file__).parents[2] / "fixtures" / "conformance"


def judged(*arguments: str) -> bytes:
    return CliRunner().invoke(main, list(arguments), prog_name="accord").stdout_bytes


def with_index(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[bytes, int]:
    """Judge with screens and lists from the first disc on; count the screens that were made."""
    made: list[object] = []
    screen_of = screen.screen_of

    def counted(*given: object) -> object:
        made.append(given)
        return screen_of(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(screening, "screen_of", counted)
        patch.setattr(screening, "_FEWEST", 1)
        patch.setattr(screening, "_CELLS", 64)
        patch.setattr(screening, "_SHARE", 0.05)
        patch.setattr(screening, "_MOST_CELLS", 1024)
        patch.setattr(strokes, "_FEWEST", 1)
        patch.setattr(strokes, "_FEWEST_CELLS", 1)
        patch.setattr(strokes, "_SHARE", 0.05)
        patch.setattr(strokes, "_MOST_CELLS", 4096)
        return judged(*arguments), len(made)


def test_no_case_is_judged_otherwise_with_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = sorted(path.parent for path in CASES.glob("*/reports.csv"))
    screens = 0
    for folder in folders:
        asked = ("check", str(folder), str(folder / "reports.csv"), "-f", "json", "--all")
        found, made = with_index(monkeypatch, *asked)
        assert found == judged(*asked), folder.name
        screens += made
    assert len(folders) > 100
    assert screens > 100


def test_the_demo_is_the_same_with_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    found, made = with_index(monkeypatch, "demo")
    assert made > 0
    assert found == judged("demo")
