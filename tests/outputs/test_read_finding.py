"""A finding that was written as JSON is read back as the same value."""

import json

import pytest

from checker.findings.acceptance import Acceptance
from checker.findings.finding import Finding, Measured, ReportRef
from checker.language.core.clause import Assumed
from checker.outputs.json_finding import finding_json
from checker.outputs.json_object import JsonObject, UnfitError
from checker.outputs.read_finding import finding_from
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.findings.made import finding, reading_finding

READINGS = ((("line", "a"),), (("line", "b"),))
LENGTHS = tuple(
    Measured(what, answers, 0.0, 1.5, None, 10.0, None)
    for answers in READINGS
    for what in ("distance to river", "distance to post")
)
FULL = finding(
    standing=Standing.DEPENDS_ON_READING,
    verdict=Verdict.UNDETERMINED,
    reasons=("readings_differ",),
    readings=tuple(
        reading_finding(
            answers=answers,
            measured=LENGTHS[2 * number : 2 * number + 2],
            margin_m=-1.5,
            lapse="lapsed",
            exception="police",
            decides="a better line",
            decides_radius_m=3.25,
            incident="i1",
        )
        for number, answers in enumerate(READINGS)
    ),
    measured=LENGTHS,
    reports=(ReportRef("r.csv", 2, 1, "r1"), ReportRef("r.parquet", None, 9, "حزب")),
    does=("fire", "strike"),
    assumed=(Assumed("a.b", "4 km", "nobody said"),),
    conditions=("it had lapsed",),
    lon=35.912345678,
    lat=-0.0000001,
    radius_m=1609.3440001,
    likelihood=0.5,
    margin_h=-2.25,
    unit="3rd",
    accepted=Acceptance("known", "M. O.", "2027-01-31"),
)


def read(one: Finding, **instead: object) -> Finding:
    value = finding_json(one)
    assert isinstance(value, dict)
    text = json.dumps({**value, **instead})
    return finding_from(JsonObject(json.loads(text, parse_int=float), "it"))


@pytest.mark.parametrize(
    "one", [FULL, finding(), finding(standing=ClauseStanding.LATE, subject="deadline", reports=())]
)
def test_a_finding_is_read_back_as_it_was(one: Finding) -> None:
    assert read(one) == one


def test_the_distances_of_a_reading_are_its_own() -> None:
    assert [one.measured for one in read(FULL).readings] == [LENGTHS[:2], LENGTHS[2:]]


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        ({"verdict": "guilty"}, "it.verdict is not one of"),
        ({"standing": "worse"}, "it.standing is not one of"),
        ({"subject": "person"}, "it.subject is not one of"),
        ({"lon": "35"}, "it.lon is not a number"),
        ({"readings": [{}]}, r"it.readings\[0\] has no 'reading'"),
    ],
)
def test_what_no_finding_has_is_refused(instead: dict[str, object], said: str) -> None:
    with pytest.raises(UnfitError, match=said):
        read(finding(), **instead)
