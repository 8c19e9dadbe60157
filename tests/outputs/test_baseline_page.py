"""A baseline as a page: what is accepted, why, by whom, until when, and whether it still is."""

import io

from checker.findings.acceptance import Acceptance
from checker.findings.baseline import Baseline, Entry, EntryState, entries_of
from checker.outputs.baseline_page import write_baseline_page
from checker.outputs.writer import Page
from tests.findings.made import finding

ENTRIES = entries_of([finding(actor="red", unit="3rd")], Acceptance("known", "M. O.", "2027-01-31"))


def page(*, states: bool) -> list[str]:
    stream = io.StringIO()
    told: dict[Entry, EntryState] = dict.fromkeys(ENTRIES, "stale") if states else {}
    write_baseline_page(stream, Page(), Baseline("deal", ENTRIES, "base.json"), told)
    return stream.getvalue().splitlines()


def test_an_entry_tells_all_that_a_reviewer_asks() -> None:
    assert page(states=False) == [
        "base.json: 1 accepted incident of deal",
        "",
        "  c1   red   3rd",
        "    Red: the report breaks the clause.",
        "    Accepted as    violation",
        "    Reason         known",
        "    Author         M. O.",
        "    Until          2027-01-31",
        "    Findings       0123456789abcdef",
    ]


def test_beside_a_result_it_tells_what_became_of_an_entry() -> None:
    assert page(states=True)[-1] == "    State          stale: no finding is like this any more"
