"""Who a report names: all that were there, or candidates of whom it was one."""

from collections.abc import Callable

import pytest

from checker.reports.batch import UNDECLARED, Batch
from tests.reports.conftest import Read

Rows = Callable[..., Batch]
HEAD = "kind,seen_from,place,actor,actor_all,actor_one_of\nposition,2018-06-01,camp,"


@pytest.mark.parametrize(
    ("cells", "codes", "is_one_of"),
    [
        ("red;green,,", [0, 1], False),
        (",red;green,", [0, 1], False),
        (",,red;green", [0, 1], True),
        (",,", [], False),
        ("Umber,,", [UNDECLARED], False),
        ("some militia,,red;green", [0, 1], True),
        ("red,,red;green", [0, 1], True),
    ],
)
def test_a_set_goes_before_the_sources_own_words(
    read: Read, cells: str, codes: list[int], is_one_of: bool
) -> None:
    (batch,) = read(f"{HEAD}{cells}\n").batches()
    assert batch.actors.codes.tolist() == codes
    assert batch.is_one_of.tolist() == [is_one_of]


@pytest.mark.parametrize("cells", [",red,green", "green,red,", "green,,red"])
def test_a_row_that_says_two_things_about_who_it_was_is_refused(read: Read, cells: str) -> None:
    (fault,) = read(f"{HEAD}{cells}\n").rejected
    assert fault.code == "R212"
    assert fault.hint


def test_who_was_named_keeps_the_words_of_the_report(rows: Rows) -> None:
    batch = rows("actor", "Red Brigade;Umber")
    written = [batch.spellings[index] for index in batch.actors.written]
    assert written == ["Red Brigade", "Umber"]
