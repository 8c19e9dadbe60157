"""What tests of every layer share: how an expected output is compared, and how it is accepted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from checker.language.problems import Problems
from checker.values.diagnostic import Severity
from checker.values.span import Span

# The same examples in every run, and none of them timed: a machine may be busy.
settings.register_profile("untimed", deadline=None, derandomize=True, database=None)
settings.load_profile("untimed")

EXPECTED = Path(__file__).parents[1] / "fixtures" / "expected"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write the expected outputs anew instead of comparing"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare an output with the file of that name in fixtures/expected, or write it there."""

    def compare(name: str, got: str) -> None:
        path = EXPECTED / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(got, encoding="utf-8", newline="\n")
        # Bytes, because a text file read back would hide a carriage return.
        assert path.read_bytes().decode("utf-8") == got

    return compare


@pytest.fixture(autouse=True)
def _no_answer_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test meet what another, or the user of this machine, was answered."""
    monkeypatch.setenv("ACCORD_CACHE", "")


@pytest.fixture(autouse=True)
def _every_problem_of_the_language_has_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test raise a problem of an agreement that doesn't say what to write instead."""
    add = Problems.add

    def hinted(
        self: Problems,
        code: str,
        message: str,
        span: Span | None,
        hint: str,
        severity: Severity = "error",
    ) -> None:
        assert hint.strip(), f"{code} has no hint: {message}"
        add(self, code, message, span, hint, severity)

    monkeypatch.setattr(Problems, "add", hinted)
