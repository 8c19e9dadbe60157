"""What tests of every layer share: how an expected output is compared, and how it is accepted."""

from collections.abc import Callable
from pathlib import Path

import pytest

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
