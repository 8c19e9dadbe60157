"""How far a long run is, on one line of the terminal that goes away again."""

import io
import sys

import pytest

from checker.cli import progress as module
from checker.cli.progress import Progress, is_wanted, line_of, shown_parts, shown_progress
from checker.evaluate.engine import IN_TURN


class Terminal(io.StringIO):
    """Be a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def err(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Write to a terminal, with a second between any two looks at the clock."""
    err = Terminal()
    clock = iter(range(1000))
    monkeypatch.setattr(sys, "__stderr__", err)
    monkeypatch.setattr(module, "monotonic", lambda: float(next(clock)))
    return err


def test_a_line_says_how_far_how_fast_and_how_long() -> None:
    assert line_of(1, 0, None, 0.0) == "pass 1 over the reports: 0"
    assert line_of(1, 2000, None, 2.0) == "pass 1 over the reports: 2,000, 1,000 a second"
    assert line_of(2, 2000, 9000, 2.0) == (
        "pass 2 over the reports: 2,000 of 9,000, 1,000 a second, 7 seconds left in it"
    )


def test_parts_of_a_cluster_are_called_parts() -> None:
    assert line_of(2, 3, 31, 2.0, "parts") == (
        "pass 2 over the reports: 3 of 31 parts, 2 a second, 19 seconds left in it"
    )


def test_parts_are_told_where_reports_would_be(err: Terminal) -> None:
    with shown_parts(page_goes_last=True) as tell:
        tell(1, 0, 5)
        tell(1, 1, 5)
        assert "1 of 5 parts" in err.getvalue()
    assert err.getvalue().endswith("\x1b[K")


def test_the_line_is_written_over_and_goes_away(err: Terminal) -> None:
    progress = Progress()
    progress(1, 0, None)
    progress(1, 50, None)
    assert err.getvalue().endswith("pass 1 over the reports: 50, 50 a second")
    progress(1, 80, 80)
    assert err.getvalue().endswith("\x1b[K")
    written = err.getvalue()
    progress.end()
    assert err.getvalue() == written


def test_what_takes_no_time_shows_nothing(err: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "monotonic", lambda: 0.5)
    progress = Progress()
    progress(1, 50, None)
    progress.end()
    assert err.getvalue() == ""


@pytest.mark.usefixtures("err")
def test_it_is_shown_on_a_terminal_alone_and_not_amid_a_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert is_wanted(page_goes_last=True)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert is_wanted(page_goes_last=True)
    assert not is_wanted(page_goes_last=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert is_wanted(page_goes_last=False)
    monkeypatch.setattr(sys, "__stderr__", io.StringIO())
    assert not is_wanted(page_goes_last=True)
    with shown_progress(IN_TURN, page_goes_last=True) as engine:
        assert engine is IN_TURN


def test_what_fails_takes_the_line_away(err: Terminal) -> None:
    def work(item: str) -> str:
        if item == "c":
            raise ValueError(item)
        return item

    with (
        pytest.raises(ValueError, match="c"),
        shown_progress(IN_TURN, page_goes_last=True) as engine,
    ):
        list(engine.map(work, ["a", "b", "c"]))
    assert "pass 1" in err.getvalue()
    assert err.getvalue().endswith("\x1b[K")
