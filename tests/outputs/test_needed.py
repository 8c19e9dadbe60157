"""A format that needs what is not installed says so, with what to install."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli.main import main
from checker.outputs import needed
from checker.outputs.needed import require
from checker.values.diagnostic import CheckerError

CASE = Path(__file__).parents[2] / "fixtures" / "conformance" / "space-012-pole"


def test_what_is_installed_is_enough_and_what_is_not_is_named() -> None:
    require("png", "page", "json")
    with pytest.raises(CheckerError) as refused:
        require("png", "page", "json", "no_such_module")
    (told,) = refused.value.diagnostics
    assert told.code == "U150"
    assert "no_such_module" in told.message
    assert "accord[page]" in told.hint


def test_a_run_is_refused_before_it_judges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needed, "find_spec", lambda _: None)
    out = tmp_path / "o.png"
    command = ["check", str(CASE), "no-such-reports.csv", "-f", f"png={out}"]
    done = CliRunner().invoke(main, command, prog_name="accord")
    assert done.exit_code == 2
    assert "U150" in done.stderr
    assert not out.exists()
