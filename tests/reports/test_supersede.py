"""Corrections: the last of a chain counts; circles and rival heirs are bad rows."""

from checker.reports.batch import Batch
from checker.reports.names import Named
from checker.reports.strings import strings_of
from checker.reports.supersede import corrections_in, superseded_ids
from tests.handmade import DAY_US, JUNE_US, opened


def batch_of(**corrections: str) -> Batch:
    """Return reports by id with what each supersedes, whatever is wrong with that."""
    rows = [{"id": name, "note": "x"} for name in corrections]
    (batch,) = opened(*rows).batches()
    old = Named(strings_of([corrections[name] for name in batch.ids]), len(batch))
    return Batch(**{**{f: getattr(batch, f) for f in batch.__slots__}, "supersedes": old})


def test_the_last_of_a_chain_counts() -> None:
    batch = batch_of(a="", b="a", c="b")
    assert superseded_ids([batch]) == {"a", "b"}
    assert corrections_in([batch]) == {}


def test_a_chain_runs_across_batches_in_any_order() -> None:
    parts = [batch_of(b="a"), batch_of(a="")]
    assert superseded_ids(parts) == {"a"}


def test_two_heirs_of_one_report_are_both_bad() -> None:
    faults = corrections_in([batch_of(a="", b="a", c="a", d="")])
    assert set(faults) == {"b", "c"}
    assert faults["b"].reason == "'a' is superseded by 'b' and 'c'"
    assert all(fault.hint for fault in faults.values())


def test_a_circle_is_bad_and_what_hangs_on_it_is_not() -> None:
    faults = corrections_in([batch_of(a="c", b="a", c="b", d="c", e="e")])
    # c has two heirs besides; e supersedes itself.
    assert set(faults) == {"a", "b", "c", "d", "e"}
    assert set(corrections_in([batch_of(a="b", b="a", d="x")])) == {"a", "b"}


def test_a_correction_later_than_the_answer_supersedes_nothing() -> None:
    batch = batch_of(a="", b="a")
    noon = JUNE_US + DAY_US // 2
    assert superseded_ids([batch], noon) == {"a"}
    assert superseded_ids([batch], noon - 1) == frozenset()
