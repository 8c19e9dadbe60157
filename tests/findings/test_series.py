"""Findings that differ in numbers, times and names alone: one of them whole, the rest by column."""

from dataclasses import asdict, replace

import numpy as np

from checker.findings.finding import Measured, ReportRef
from checker.findings.series import Series, same_fields
from tests.findings.made import finding, reading_finding


def test_each_finding_is_the_first_but_for_what_is_its_own() -> None:
    length = Measured("distance to post", (), 1.0, 2.0, 3.0, None, None)
    first = reading_finding(margin_m=1.0)
    second = reading_finding(margin_m=2.0, measured=(length,))
    like = finding(readings=(first,), reports=(ReportRef("r.csv", 2, 1, "r1"),))
    series = Series(
        like=like,
        rows=np.array([0, 4]),
        own={"id": ["1", "2"], "message": ["one", "two"]},
        readings=lambda: iter([(first,), (second,)]),
        lines=[2, None],
        numbers=[1, 5],
        ids=["r1", "r5"],
        told_m=None,
    )
    assert len(series) == 2
    assert [*series.findings()] == [
        replace(like, id="1", message="one"),
        replace(
            like,
            id="2",
            message="two",
            readings=(second,),
            reports=(ReportRef("r.csv", None, 5, "r5"),),
            measured=(length,),
        ),
    ]


def test_the_same_fields_are_all_but_the_others() -> None:
    one = reading_finding()
    assert same_fields(one, {"measured"}).keys() == asdict(one).keys() - {"measured"}
