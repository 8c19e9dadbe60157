"""A stored result is named as a file or as stdin."""

from pathlib import Path

import pytest

from checker.cli.stored import stored_result
from checker.values.diagnostic import CheckerError
from tests.cli.made import HEAD, accord, row


def test_a_file_is_read(deal: str, here: Path) -> None:
    (here / "r.csv").write_text(HEAD + row("r1"))
    accord("check", deal, "r.csv", "-f", "json=result.json")
    assert stored_result("result.json").header.agreement_id == "post-deal"


@pytest.mark.parametrize(("name", "said"), [("gone.json", "no such file"), (".", "directory")])
def test_what_cannot_be_opened_is_told_with_its_name(here: Path, name: str, said: str) -> None:
    del here
    with pytest.raises(CheckerError, match=f"U105: cannot open the result '{name}'.*{said}"):
        stored_result(name)
