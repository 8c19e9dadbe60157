"""What every command takes: quiet, verbose, no colours; and what is said on stderr."""

import io
import sys

import click
import pytest
from click.testing import CliRunner

from checker.cli.switches import is_coloured, is_quiet, is_verbose, note, page_width, switches


@click.command()
@switches
def show() -> None:
    """Say what is set."""
    note("a note")
    click.echo(f"{is_quiet()} {is_verbose()} {is_coloured()} {page_width()}")


@pytest.mark.parametrize(
    ("arguments", "said", "noted"),
    [
        ([], "False False False 100", "a note\n"),
        (["-q"], "True False False 100", ""),
        (["--verbose"], "False True False 100", "a note\n"),
        (["--no-color"], "False False False 100", "a note\n"),
    ],
)
def test_switches_are_asked_for_where_they_matter(
    arguments: list[str], said: str, noted: str
) -> None:
    done = CliRunner().invoke(show, arguments)
    assert (done.stdout, done.stderr) == (f"{said}\n", noted)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
    ],
)
def test_only_a_terminal_that_can_has_colours_unless_somebody_said_no(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert is_coloured() is coloured


def test_the_width_of_a_terminal_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "77")
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert page_width() == 77


def test_outside_a_command_nothing_is_set(capsys: pytest.CaptureFixture[str]) -> None:
    assert (is_quiet(), is_verbose()) == (False, False)
    note("still said")
    assert capsys.readouterr().err == "still said\n"
