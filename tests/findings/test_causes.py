"""A cause is proved where one thing alone differs, and never where another may be the cause."""

from typing import Any

import pytest

from checker.findings.causes import Cause, CauseKind, differences, why
from checker.findings.finding import Finding, InputFile, ReportRef
from checker.findings.sides import Side
from checker.language.prints import ClausePrint
from tests.findings.made import finding
from tests.findings.sides_made import CLAUSE, listed, prints, side

ONE = finding()
DUTY = finding(subject="deadline", reports=())
OTHER = listed("r9", content="9" * 16)
ROUND = prints(ClausePrint("c1", "1" * 64, "2" * 64, ("post",), ("c2",), looks_round=True))


def kinds(old: Side, new: Side, one: Finding = ONE) -> tuple[bool, list[CauseKind]]:
    found = why(old, new, (one, one))
    return found.is_known, [cause.kind for cause in found.causes]


def redrawn(place: str = "post") -> dict[str, Any]:
    return {"prints": prints(places=((place, "9" * 64),))}


def clause(**given: Any) -> dict[str, Any]:
    fields = {"terms": "1" * 64, "actors": "2" * 64, "places": ("post",)}
    return {"prints": prints(ClausePrint("c1", **{**fields, **given}))}


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        (side(listed(content="c" * 16)), "content"),
        (side(listed(ground="c" * 16)), "ground"),
        (side(**clause(terms="9" * 64)), "clause"),
        (side(**clause(actors="9" * 64)), "actors"),
        (side(**redrawn()), "place"),
        (side(prints=prints(rest="9" * 64)), "rest"),
        (side(accord="0.2.0"), "program"),
    ],
)
def test_the_one_thing_that_differs_is_the_cause(new: Side, kind: CauseKind) -> None:
    assert kinds(side(), new) == (True, [kind])


def test_of_two_things_that_differ_nobody_knows_which_it_was() -> None:
    new = side(listed(content="c" * 16), accord="0.2.0")
    assert kinds(side(), new) == (False, ["content", "program"])


def test_where_nothing_differs_the_cause_is_not_known() -> None:
    assert kinds(side(), side()) == (False, [])


@pytest.mark.parametrize(
    ("new", "one"),
    [
        (side(listed(), OTHER), ONE),
        (side(as_of="2019-01-01T00:00:00+00:00"), ONE),
        (side(prints=prints(CLAUSE, ClausePrint("c2", "7" * 64, "7" * 64))), ONE),
        (side(prints=prints(places=(("post", "3" * 64), ("far", "9" * 64)))), ONE),
    ],
)
def test_what_the_answer_does_not_rest_on_is_no_cause(new: Side, one: Finding) -> None:
    assert kinds(side(), new, one) == (False, [])


def test_other_reports_may_be_the_cause_where_they_count() -> None:
    old, new = side(prints=ROUND), side(listed(), OTHER, prints=ROUND)
    assert why(old, new, (ONE, ONE)).causes == (Cause("other_reports", "1"),)
    assert kinds(side(), side(listed(), OTHER), DUTY) == (True, ["other_reports"])


def test_a_clause_that_must_be_kept_may_be_the_cause() -> None:
    rests = ClausePrint("c1", "1" * 64, "2" * 64, ("post",), ("c2",))
    old, new = (side(prints=prints(rests, ClausePrint("c2", n * 64, "7" * 64))) for n in "56")
    found = why(old, new, (ONE, ONE))
    assert found.causes == (Cause("clause", "c2", "5" * 64, "6" * 64),)


def test_a_duty_hangs_on_the_date_of_the_answer() -> None:
    assert kinds(side(), side(as_of="2019-01-01T00:00:00+00:00"), DUTY) == (True, ["as_of"])


@pytest.mark.parametrize("one", [finding(reasons=("place_swapped",)), DUTY])
def test_a_swapped_position_and_a_duty_that_was_watched_hang_on_every_place(one: Finding) -> None:
    new = side(prints=prints(places=(("post", "3" * 64), ("far", "9" * 64))))
    assert kinds(side(), new, one) == (True, ["place"])


HEIR = listed("r2", content="c" * 16, supersedes="r1")
GONE = (listed("r1", state="superseded"), HEIR)


@pytest.mark.parametrize(
    ("old", "new", "states"),
    [
        (side(), side(OTHER), ("judged", "absent")),
        (side(), side(*GONE), ("judged", "superseded by r2")),
        (side(), side(HEIR), ("judged", "superseded by r2")),
        (side(), side(listed(content="c" * 16, state="after_as_of")), ("judged", "after_as_of")),
    ],
)
def test_a_report_that_no_longer_counts_is_the_cause_whatever_else_differs(
    old: Side, new: Side, states: tuple[str, str]
) -> None:
    for pair, sides, said in (
        ((ONE, None), (old, new), states),
        ((None, ONE), (new, old), states[::-1]),
    ):
        found = why(*sides, pair)
        assert (found.is_known, found.causes) == (True, (Cause("report", "r1", *said),))


def test_a_report_that_the_date_leaves_out_is_gone_because_of_the_date() -> None:
    dates = ("2019-01-01T00:00:00+00:00", "2018-01-01T00:00:00+00:00")
    old, new = side(as_of=dates[0]), side(listed(state="after_as_of"), as_of=dates[1])
    assert why(old, new, (ONE, None)).causes == (Cause("as_of", None, *dates),)


def test_a_clause_that_is_not_there_is_the_cause() -> None:
    new = side(prints=prints(ClausePrint("c2", "1" * 64, "2" * 64)), accord="0.2.0")
    found = why(side(), new, (ONE, None))
    assert (found.is_known, found.causes) == (True, (Cause("clause", "c1", "1" * 64, None),))


def test_reports_that_are_not_listed_are_known_by_their_files_alone() -> None:
    unlisted = {"end": {"reports": None}}
    same = side(**unlisted), side(**unlisted, accord="0.2.0")
    assert kinds(*same) == (True, ["program"])
    other = side(**unlisted, inputs=(InputFile("r.csv", "9" * 64, 2, 0),))
    assert kinds(side(), other) == (True, ["files"])
    found = why(side(), other, (ONE, None))
    assert (found.is_known, [one.kind for one in found.causes]) == (True, ["files"])


def test_a_report_without_an_id_is_found_again_on_another_line() -> None:
    old = side(listed("r.csv:2", is_named=False))
    new = side(OTHER, listed("r.csv:3", is_named=False), accord="0.2.0")
    pair = tuple(finding(reports=(ReportRef("r.csv", n, 1, f"r.csv:{n}"),)) for n in (2, 3))
    assert [cause.kind for cause in why(old, new, (pair[0], pair[1])).causes] == ["program"]


def test_all_that_differs_is_told_whatever_it_changed() -> None:
    new = side(
        listed(content="c" * 16),
        OTHER,
        prints=prints(
            ClausePrint("c2", "1" * 64, "2" * 64), places=(("post", "9" * 64),), rest="9" * 64
        ),
        as_of="2019-01-01T00:00:00+00:00",
        accord="0.2.0",
    )
    found = [(cause.kind, cause.about) for cause in differences(side(), new)]
    assert found == [
        ("reports", "2"),
        ("clause", "c2"),
        ("clause", "c1"),
        ("place", "post"),
        ("rest", None),
        ("as_of", None),
        ("program", None),
    ]
    assert differences(side(), side()) == ()


def test_files_that_changed_in_nothing_that_is_tested_are_told_so() -> None:
    (found,) = differences(side(), side(agreement_sha256="9" * 64))
    assert found.kind == "words"
