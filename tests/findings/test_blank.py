"""A finding before it is judged: what comes from its report and its clause."""

from dataclasses import replace

from checker.findings.blank import (
    blank_clause_finding,
    blank_report_finding,
    named_actor,
    reported_actor,
)
from checker.findings.finding import ReportRef
from checker.language.core.clause import Assumed
from tests.handmade import ACTORS, clause, core_of_clauses, judged, pattern, reading

ROW = {"id": "SS-1", "actor": "Red;Umber", "within_area": "district", "radius_m": "12.5"}


def test_what_the_report_says_is_carried_as_it_was_read() -> None:
    run = judged(core_of_clauses(clause("c1", certainty="reported")), ROW)
    one = blank_report_finding(run, run.batches[0], 0, 0, "report")
    assert one.reports == (ReportRef("r.csv", 2, 1, "SS-1"),)
    assert (one.lon, one.lat, one.radius_m, one.within_area) == (36.0, 32.5, 12.5, "district")
    assert (one.actor, one.reported_actor) == ("red", "Red, Umber")
    assert one.seen_from == one.seen_to == "2018-06-01T12:00:00+00:00"
    assert (one.says, one.source, one.clause_certainty) == (
        *("Red keeps off the post.", "text", "reported"),
    )


def test_what_the_report_leaves_out_stays_empty() -> None:
    empty = {"lon": "", "lat": "", "radius_m": "", "seen_from": "", "actor": ""}
    run = judged(core_of_clauses(clause("c1")), {**empty, "within_area": "district"})
    one = blank_report_finding(run, run.batches[0], 0, 0, "report")
    assert (one.lon, one.lat, one.radius_m, one.seen_from, one.actor, one.reported_actor) == (
        *(None,) * 6,
    )


def test_a_format_without_lines_has_none() -> None:
    run = judged(core_of_clauses(clause("c1")), {})
    batch = run.batches[0]
    batch.columns.batch.line[:] = 0
    (report,) = blank_report_finding(run, batch, 0, 0, "report").reports
    assert (report.line, report.row) == (None, 1)


def test_candidates_are_joined_by_or() -> None:
    run = judged(core_of_clauses(clause("c1")), {"actor": "", "actor_one_of": "red;green"})
    assert reported_actor(run.batches[0], 0) == "red or green"


def test_the_id_names_agreement_clause_subject_and_report_and_never_a_line() -> None:
    core = core_of_clauses(clause("c1"), clause("c2"))
    first = judged(core, ROW, {"id": "SS-2"})
    turned = judged(core, {"id": "SS-2"}, ROW)
    here = blank_report_finding(first, first.batches[0], 0, 0, "report").id
    assert blank_report_finding(turned, turned.batches[0], 1, 0, "report").id == here
    others = {
        blank_report_finding(first, first.batches[0], 1, 0, "report").id,
        blank_report_finding(first, first.batches[0], 0, 1, "report").id,
        blank_report_finding(first, first.batches[0], 0, 0, "condition").id,
        blank_clause_finding(first, 0, "deadline").id,
    }
    assert len(others | {here}) == 5


def test_what_the_clause_assumes_under_any_reading_is_carried_once() -> None:
    depth = Assumed("places.zone", "10 km", "no depth was published")
    readings = [
        reading("c1", pattern(), answers=(("how", answer),), assumed=(depth,))
        for answer in ("a", "b")
    ]
    run = judged(core_of_clauses(clause("c1", *readings)), {})
    assert blank_clause_finding(run, 0, "deadline").assumed == (depth,)


def test_a_sentence_calls_an_actor_by_the_name_for_people_where_the_report_gives_an_id() -> None:
    core = replace(core_of_clauses(clause("c1")), actor_titles=("Red Army, North", *ACTORS[1:]))
    run = judged(core, {"actor": "red;green;Reds"}, {"actor_one_of": "red;green", "actor": ""})
    assert named_actor(run, run.batches[0], 0) == "Red Army, North; green; Reds"
    assert named_actor(run, run.batches[0], 1) == "Red Army, North or green"
    assert reported_actor(run.batches[0], 0) == "red, green, Reds"
