"""What tests of the commands share: an empty folder to stand in, with a deal in it."""

from pathlib import Path

import pytest

from tests.cli.made import write_deal


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def deal(here: Path) -> str:
    """Write the deal on a post, and return its name."""
    return write_deal(here / "deal")
