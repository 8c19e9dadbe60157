"""An entry accepts one incident: not another one, not a graver one, and not for ever."""

from dataclasses import replace
from typing import Any

import pytest

from checker.findings.acceptance import Acceptance
from checker.findings.baseline import Baseline, Entry, Key, Marking, entries_of, key_of
from checker.findings.finding import Finding, Header, Summary
from checker.findings.request import Asked
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.outputs.made import HEADER, summary

WHY = Acceptance("known before the deal", "M. Observer", "2018-06-01")
ONE = finding(id="1" * 16, actor="red", unit="3rd", incident="i" * 16, lon=36.04, lat=32.51)
LATER = replace(ONE, id="2" * 16, lon=36.4)


def marked(
    baseline: tuple[Entry, ...], *findings: Finding, header: Header = HEADER, **end: Any
) -> tuple[list[bool], Summary]:
    """Return which findings are accepted, and the summary."""
    marking = Marking(Baseline("deal", baseline, "base.json", "0" * 64), header)
    found = [marking.mark(one).accepted == WHY for one in findings]
    return found, marking.told(summary(**end))


def codes(end: Summary) -> list[str]:
    return [one.code for one in end.warnings]


def test_a_finding_is_accepted_with_its_reason_and_counted() -> None:
    found, end = marked(entries_of([ONE], WHY), ONE)
    assert (found, codes(end)) == ([True], [])
    assert end.baseline is not None
    assert (end.baseline.accepted, end.baseline.stale, end.baseline.expired) == (1, 0, 0)


def test_findings_of_one_incident_are_one_entry() -> None:
    (entry,) = entries_of([ONE, LATER], WHY)
    assert entry.findings == (ONE.id, LATER.id)
    assert len(entries_of([ONE, replace(LATER, incident="j" * 16)], WHY)) == 2


@pytest.mark.parametrize(
    "other",
    [
        LATER,
        replace(ONE, incident="j" * 16),
        replace(ONE, message="told anew", radius_m=20.0),
        replace(ONE, standing=Standing.UNDETERMINED, incident=None),
    ],
)
def test_what_is_of_the_same_incident_stays_accepted(other: Finding) -> None:
    assert marked(entries_of([ONE], WHY), other)[0] == [True]


@pytest.mark.parametrize(
    "other",
    [
        replace(LATER, incident="j" * 16),
        replace(ONE, actor="green"),
        replace(ONE, clause="c2"),
        replace(ONE, subject="condition"),
        replace(ONE, unit="4th"),
        replace(ONE, unit=None),
    ],
)
def test_another_incident_party_clause_or_unit_counts(other: Finding) -> None:
    found, end = marked(entries_of([ONE], WHY), other)
    assert (found, codes(end)) == ([False], ["U122"])


def test_without_a_unit_the_cell_is_part_of_what_is_accepted() -> None:
    bare = replace(ONE, unit=None)
    entries = entries_of([bare], WHY)
    assert marked(entries, replace(bare, lon=36.09, lat=32.59))[0] == [True]
    assert marked(entries, replace(bare, lon=36.11))[0] == [False]


@pytest.mark.parametrize(
    ("given", "cell"),
    [
        ({"lon": 36.04, "lat": 32.51}, "lon 36.0, lat 32.5"),
        ({"lon": -0.01, "lat": -32.51}, "lon -0.1, lat -32.6"),
        ({"lon": None, "lat": None, "within_area": "zone"}, "zone"),
        ({"lon": None, "lat": None}, ""),
    ],
)
def test_a_cell_is_a_tenth_of_a_degree_or_the_named_area(given: dict[str, Any], cell: str) -> None:
    assert key_of(replace(ONE, unit=None, **given)).cell == cell


def test_a_finding_of_no_incident_is_known_by_itself_and_an_unknown_actor_as_written() -> None:
    bare = replace(ONE, incident=None, actor=None, reported_actor="Ochre Army")
    assert (key_of(bare).incident, key_of(bare).party) == (ONE.id, "Ochre Army")


def test_a_finding_that_has_grown_graver_counts_and_is_told() -> None:
    entries = entries_of([replace(ONE, standing=Standing.APPARENT_VIOLATION)], WHY)
    found, end = marked(entries, ONE)
    assert (found, codes(end)) == ([False], ["U124"])
    assert "accepted as apparent violation, and is violation now: c1, red, 3rd" in (
        end.warnings[0].message
    )


@pytest.mark.parametrize(
    ("as_of", "is_accepted"),
    [
        ("2018-06-01T23:59:59.999999+03:00", True),
        ("2018-06-02T00:00:00+03:00", False),
        (None, False),
    ],
)
def test_what_has_ended_counts_again_by_the_date_of_the_answer(
    as_of: str | None, is_accepted: bool
) -> None:
    found, end = marked(entries_of([ONE], WHY), ONE, header=replace(HEADER, as_of=as_of))
    assert (found, codes(end)) == ([is_accepted], [] if is_accepted else ["U123"])


def test_an_entry_that_nothing_is_like_is_stale_and_told_with_its_reason() -> None:
    _, end = marked(entries_of([ONE], WHY))
    assert codes(end) == ["U122"]
    assert "c1, red, 3rd (known before the deal, M. Observer)" in end.warnings[0].message


@pytest.mark.parametrize(
    ("asked", "end"),
    [(Asked(party="red"), {}), (Asked(), {"hollow": "nothing was put to the test"})],
)
def test_what_may_be_hidden_is_not_called_stale(asked: Asked, end: dict[str, Any]) -> None:
    assert (
        codes(marked(entries_of([ONE], WHY), header=replace(HEADER, asked=asked), **end)[1]) == []
    )


def test_the_id_of_a_key_changes_with_each_part_and_with_the_agreement() -> None:
    key = Key("c", "report", "red", "3rd", "", "i")
    others = [
        replace(key, **{name: "x"})
        for name in ("clause", "subject", "party", "unit", "cell", "incident")
    ]
    ids = {one.id_of("deal") for one in (key, *others)} | {key.id_of("other")}
    assert len(ids) == 8
