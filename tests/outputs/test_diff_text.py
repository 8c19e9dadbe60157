"""The page on what changed is in order, and says how much it leaves out."""

import io

from checker.findings.comparison import Comparison, compared
from checker.findings.finding import Finding
from checker.outputs.diff_text import write_diff_text
from checker.outputs.writer import Page
from tests.findings.made import finding
from tests.findings.sides_made import Told, side

END = "The end."


def told(*findings: Finding) -> Told:
    one = side()
    return Told(one.header, findings, one.summary)


def page(found: Comparison, *, is_full: bool = False) -> str:
    stream = io.StringIO()
    write_diff_text(stream, Page(is_full=is_full), found, ("o.json", "n.json"), END)
    return stream.getvalue()


def test_a_page_of_no_difference_says_so_and_ends_with_the_totals() -> None:
    text = page(compared(told(), told()))
    assert text.splitlines() == [
        "Invented deal (deal)",
        "Old            o.json, as of 2018-06-01 12:00+00:00, by accord 0.1.0",
        "New            n.json, as of 2018-06-01 12:00+00:00, by accord 0.1.0",
        "What differs   nothing that answers rest on",
        "",
        END,
    ]


def test_long_lists_are_cut_and_a_full_page_is_not() -> None:
    many = [finding(id=f"{number:016x}") for number in range(50)]
    found = compared(told(), told(*many))
    assert "NEW: 50 FINDINGS" in page(found)
    assert page(found).count("finding 0000") < 50
    assert "findings more; -v shows all" in page(found)
    assert page(found, is_full=True).count("finding 0000") == 50


def test_a_name_cannot_steer_a_terminal() -> None:
    found = compared(told(), told(finding(message="red \x1b[31m army")))
    assert "\x1b" not in page(found)
