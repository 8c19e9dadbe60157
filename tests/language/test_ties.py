"""What ties actors to each other: dated, graded edges, and how sure a path of them is."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from checker.language.core.pattern import FOREVER_US, Link
from checker.language.text import Table
from checker.language.ties import CONFIDENCES, EDGES, OWN, Tie, Ties, ties_of
from checker.values.instant import parse_moment
from tests.language.written import document, said, value

POSSIBLE, LIKELY, CONFIRMED = range(3)
EVER = FOREVER_US
DAMASCUS = ZoneInfo("Asia/Damascus")


def tie(to: str, kind: str = "part_of", level: int = CONFIRMED, span: str = "") -> Tie:
    start, _, end = span.partition("..")
    return Tie(kind, to, level, int(start or -EVER), int(end or EVER))


def always(level: int) -> tuple[tuple[int, int, int], ...]:
    return ((-EVER, EVER, level),)


def read(folder: Path, edge: str) -> tuple[tuple[Tie, ...], list[tuple[str, str, str]]]:
    """Return the edges of an actor, and what is wrong with them: code, place and hint."""
    found = document(folder, f"actors:\n  patron: {{}}\n  corps:\n    edges: [{edge}]\n")
    actor = value(found, "actors.corps")
    assert isinstance(actor, Table)
    edges = ties_of(found, actor, ("patron", "corps"))
    places = {place for place in said(found) if "nowhere" in place}
    assert places == set()
    return edges, [
        (p.code, str(p.span).partition(":")[2], p.hint)
        for p in found.problems.sorted()
        if p.code.startswith(("L3", "L101"))
    ]


def test_the_words_of_confidence_rise() -> None:
    assert CONFIDENCES == ("possible", "likely", "confirmed")
    assert set(OWN) < set(EDGES)


def test_who_is_reached_is_certain_of_itself() -> None:
    assert Ties({}).reaching("patron", EDGES) == {"patron": always(CONFIRMED)}


def test_the_edges_of_a_path_are_named_each_sure_enough_or_not() -> None:
    weak = Tie("backed_by", "patron", POSSIBLE, 0, EVER, "press")
    first = tie("b", level=LIKELY)
    ties = Ties({"a": (first, tie("c", level=POSSIBLE)), "b": (weak,)})
    kinds = ("backed_by", "part_of")
    near = Link("a", first.kind, "b", "likely", None, first.from_us, first.until_us, is_enough=True)
    far = Link("b", "backed_by", "patron", "possible", "press", 0, EVER, is_enough=False)
    # The edge to c leads nowhere: it is no part of a path.
    assert ties.on_paths("a", "patron", kinds, LIKELY) == (near, far)
    enough = [link.is_enough for link in ties.on_paths("a", "patron", kinds, POSSIBLE)]
    assert enough == [True, True]
    assert [link.is_enough for link in ties.on_paths("a", "patron", kinds, CONFIRMED)] == [
        False,
        False,
    ]


def test_a_path_is_as_sure_as_its_weakest_edge() -> None:
    ties = Ties({"a": (tie("b", level=LIKELY),), "b": (tie("patron", level=CONFIRMED),)})
    assert ties.reaching("patron", OWN) == {
        "patron": always(CONFIRMED),
        "b": always(CONFIRMED),
        "a": always(LIKELY),
    }
    weak = Ties({"a": (tie("b", level=LIKELY),), "b": (tie("patron", level=POSSIBLE),)})
    assert weak.reaching("patron", OWN)["a"] == always(POSSIBLE)


def test_of_two_paths_the_surer_counts_however_they_are_found() -> None:
    short, long = tie("patron", level=POSSIBLE), tie("b", level=CONFIRMED)
    for edges in ((short, long), (long, short)):
        ties = Ties({"a": edges, "b": (tie("patron", level=LIKELY),)})
        assert ties.reaching("patron", OWN)["a"] == always(LIKELY)


def test_only_the_kinds_that_are_asked_for_lead_anywhere() -> None:
    ties = Ties({"a": (tie("patron", "backed_by"),), "b": (tie("a", "commanded_by"),)})
    assert set(ties.reaching("patron", OWN)) == {"patron"}
    assert set(ties.reaching("patron", (*OWN, "backed_by"))) == {"patron", "a", "b"}
    assert set(ties.reaching("patron", ("backed_by",))) == {"patron", "a"}


def test_an_edge_holds_from_its_start_and_no_more_at_its_end() -> None:
    ties = Ties({"a": (tie("patron", level=LIKELY, span="10..20"),)})
    assert ties.reaching("patron", OWN) == {
        "patron": always(CONFIRMED),
        "a": ((10, 20, LIKELY),),
    }


def test_edges_that_follow_each_other_are_one_span_where_they_are_as_sure() -> None:
    edges = (tie("patron", span="10..20"), tie("patron", span="20..30"))
    assert Ties({"a": edges}).reaching("patron", OWN)["a"] == ((10, 30, CONFIRMED),)
    weaker = (edges[0], tie("patron", level=LIKELY, span="20..30"))
    assert Ties({"a": weaker}).reaching("patron", OWN)["a"] == (
        (10, 20, CONFIRMED),
        (20, 30, LIKELY),
    )


def test_a_path_is_there_while_all_of_its_edges_are() -> None:
    ties = Ties({"a": (tie("b", span="10..30"),), "b": (tie("patron", span="20..40"),)})
    assert ties.reaching("patron", OWN)["a"] == ((20, 30, CONFIRMED),)
    apart = Ties({"a": (tie("b", span="10..20"),), "b": (tie("patron", span="20..40"),)})
    assert "a" not in apart.reaching("patron", OWN)


def test_a_circle_of_edges_comes_to_an_end() -> None:
    ties = Ties({"a": (tie("b"), tie("a")), "b": (tie("a", level=LIKELY),)})
    assert ties.reaching("a", OWN) == {"a": always(CONFIRMED), "b": always(LIKELY)}


def test_an_edge_is_read_with_its_kind_and_how_sure_it_is(tmp_path: Path) -> None:
    assert read(tmp_path, "{backed_by: patron, confidence: possible, source: text}") == (
        (replace(tie("patron", "backed_by", POSSIBLE), source="text"),),
        [],
    )


def test_an_edge_runs_from_the_start_of_a_day_to_the_end_of_another(tmp_path: Path) -> None:
    day = "from: 2018-06-30, until: 2018-06-30"
    ((edge,), problems) = read(tmp_path, f"{{part_of: patron, confidence: likely, {day}}}")
    moment = parse_moment("2018-06-30", DAMASCUS)
    assert (edge.from_us, edge.until_us) == (moment.start_us, moment.end_us)
    assert problems == []


SURE = "did you mean 'confirmed'?"
NOON = "2018-06-30T12:00:00+03:00"


@pytest.mark.parametrize(
    ("edge", "problem"),
    [
        ("patron", ("L308", "11:13", "write {part_of: ACTOR, confidence: confirmed}, or the like")),
        ("{confidence: likely}", ("L308", "11:14", "add one")),
        (
            "{part_of: patron, backed_by: patron, confidence: likely}",
            ("L308", "11:14", "keep one, and make the others edges of their own"),
        ),
        ("{part_of: patrn, confidence: likely}", ("L303", "11:23", "did you mean 'patron'?")),
        ("{part_of: patron, confidence: confirm}", ("L306", "11:43", SURE)),
        (
            "{part_of: patron, confidence: likely, source: texts}",
            ("L309", "11:59", "did you mean 'text'?"),
        ),
        (
            "{part_of: patron, confidence: likely, form: 2018-01-01}",
            ("L101", "11:51", "did you mean 'from'?"),
        ),
    ],
)
def test_what_is_no_edge_is_a_problem_where_it_is_typed(
    edge: str, problem: tuple[str, str, str], tmp_path: Path
) -> None:
    assert read(tmp_path, edge)[1] == [problem]


@pytest.mark.parametrize(
    ("dates", "place"),
    [
        ("from: 2018-07-01, until: 2018-06-30", "11:14"),
        (f"from: {NOON}, until: {NOON}", "11:14"),
        ("from: May", "11:57"),
        ("until: 2018-02-30", "11:58"),
    ],
)
def test_dates_that_leave_an_edge_no_time_are_a_problem(
    dates: str, place: str, tmp_path: Path
) -> None:
    _, problems = read(tmp_path, f"{{part_of: patron, confidence: likely, {dates}}}")
    assert [(code, at) for code, at, _ in problems] == [("L310", place)]
