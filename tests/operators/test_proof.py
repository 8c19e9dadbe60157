"""How well a report is proved: its grades against the bar, and what its kind can prove."""

import pytest

from checker.language.core.agreement import Standard
from checker.operators.proof import attribution_weakness, kinds_of, source_weakness
from checker.reports.batch import KINDS
from checker.values.verdict import Reason
from tests.handmade import batch_of


def weak_sources(standard: Standard, *grades: str) -> list[bool]:
    rows = [{"reliability": g[:1].strip(), "credibility": g[1:].strip()} for g in grades]
    found: list[bool] = (source_weakness(batch_of(*rows), standard) == Reason.SOURCE_WEAK).tolist()
    return found


def test_a_grade_at_the_bar_is_enough_and_one_below_is_not() -> None:
    bar = Standard(reliability="C", credibility=3)
    assert weak_sources(bar, "C3", "A1", "D3", "C4") == [False, False, True, True]


def test_f_and_6_and_a_missing_grade_are_no_basis_under_any_bar() -> None:
    lowest = Standard(reliability="E", credibility=5)
    assert weak_sources(lowest, "E5", "F5", "E6", " 5", "E ") == [False, True, True, True, True]


def test_without_a_bar_any_grade_is_enough() -> None:
    assert weak_sources(Standard(), "F6", "  ") == [False, False]
    assert weak_sources(Standard(reliability="C"), "C6", "C ") == [False, False]


def weak_attributions(bar: str | None, *said: str) -> list[bool]:
    batch = batch_of(*({"attribution": word} for word in said))
    weakness = attribution_weakness(batch, Standard(attribution=bar))
    found: list[bool] = (weakness == Reason.ATTRIBUTION_WEAK).tolist()
    return found


def test_attributions_are_in_order_and_unknown_or_none_is_no_basis() -> None:
    order = ("confirmed", "reported", "claimed", "alleged", "disputed", "unknown", "")
    assert weak_attributions("reported", *order) == [False, False, True, True, True, True, True]
    assert weak_attributions("disputed", *order) == [False] * 5 + [True, True]
    assert weak_attributions(None, *order) == [False] * 7


@pytest.mark.parametrize(
    ("can", "kinds"),
    [
        ("proves_breach", {"position", "incident", "admission"}),
        ("proves_compliance", {"position", "incident"}),
        ("starts_event", {"incident", "admission", "statement"}),
        ("is_claim", {"statement", "denial", "withdrawal_claim"}),
        ("is_denied", {"access_denied"}),
    ],
)
def test_each_kind_can_do_what_the_table_of_kinds_says(can: str, kinds: set[str]) -> None:
    batch = batch_of(*({"kind": kind} for kind in (*KINDS, "")))
    flags = getattr(kinds_of(batch), can)
    assert {kind for kind, flag in zip((*KINDS, ""), flags, strict=True) if flag} == kinds
