"""Every report under every clause: its numbers, its reasons, its readings."""

import pytest

from checker.evaluate.run import JudgedRun
from checker.findings.collect import report_findings
from checker.findings.finding import Finding
from checker.geography.region import Named, Not
from checker.geography.shapes import Point
from checker.language.core.agreement import Standard
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import Bound, Pattern
from checker.values.verdict import Standing, Verdict
from tests.handmade import (
    DISTRICT,
    HOUR_US,
    JUNE_US,
    clause,
    condition,
    core_of_clauses,
    edge,
    group,
    incidents_in,
    judged,
    north,
    pattern,
    period,
    reading,
    within,
    words,
)


def found(run: JudgedRun, *, is_all: bool = True) -> list[Finding]:
    incidents = incidents_in(run)
    return [
        finding
        for batch in run.batches
        for _, finding in report_findings(run, batch, incidents, is_all=is_all)
    ]


def only(row: dict[str, str], what: Pattern | None = None) -> Finding:
    run = judged(core_of_clauses(clause("c1", reading("c1", what or pattern()))), row)
    (one,) = found(run)
    return one


def test_without_all_only_breaches_and_doubts_are_there() -> None:
    rows = [{}, {"lat": north(1000.0)}, {"lat": north(5000.0)}, {"actor": "green"}]
    run = judged(core_of_clauses(clause("c1")), *rows)
    assert [one.reports[0].id for one in found(run, is_all=False)] == ["r1", "r2"]
    assert len(found(run)) == 4


@pytest.mark.parametrize(
    ("away_m", "margin_m"), [(0.0, -990.0), (500.0, -490.0), (5000.0, 3990.0), (1000.0, None)]
)
def test_the_margin_is_that_of_the_near_end_and_null_where_place_is_open(
    away_m: float, margin_m: float | None
) -> None:
    expected = None if margin_m is None else pytest.approx(margin_m, abs=2e-3)
    assert only({"lat": north(away_m)}).margin_m == expected


def test_there_is_no_margin_where_the_clause_does_not_apply_or_the_theatre_is_open() -> None:
    assert only({"actor": "green"}).margin_m is None
    theatre = clause("c1", reading("c1", pattern(), theatre=DISTRICT))
    (open_one,) = found(judged(core_of_clauses(theatre), {"lon": "36.1"}))
    assert open_one.margin_m is None


def test_an_apparent_violation_has_a_margin() -> None:
    one = only({"kind": "allegation"})
    assert (one.standing, one.reasons) == (Standing.APPARENT_VIOLATION, ("kind_weak",))
    assert one.margin_m == pytest.approx(-990.0, abs=2e-3)


def test_a_report_whose_axes_may_be_swapped_proves_nothing_that_hangs_on_its_place() -> None:
    turned = {"lon": "32.5", "lat": "36.0"}
    confined = only(turned, pattern(where=Not(within(1000.0))))
    assert (confined.standing, confined.reasons) == (
        Standing.APPARENT_VIOLATION,
        ("place_swapped",),
    )
    assert confined.decides == "knowing that longitude and latitude are not swapped would decide"
    kept_off = only(turned)
    assert (kept_off.standing, kept_off.reasons) == (
        Standing.APPARENT_COMPLIANCE,
        ("place_swapped",),
    )
    assert only(turned, pattern(where=None)).standing == Standing.VIOLATION
    assert only(turned | {"actor": "green"}).standing == Standing.NOT_APPLICABLE


def test_the_distance_is_an_interval_round_the_centre_beside_its_limit() -> None:
    (measured,) = only({"lat": north(500.0), "radius_m": "20"}).measured
    assert measured.what == "distance to post"
    numbers = [measured.low_m, measured.best_m, measured.high_m, measured.limit_low_m]
    assert numbers == pytest.approx([480.0, 500.0, 520.0, 1000.0], abs=2e-3)


def test_the_radius_that_would_decide_is_the_distance_to_the_limit() -> None:
    one = only({"lat": north(800.0), "radius_m": "500"})
    assert one.decides_radius_m == pytest.approx(200.0, abs=0.01)
    assert one.decides == "a position good to 200 m would decide"
    assert only({"lat": north(800.0)}).decides_radius_m is None


def test_the_likelihood_is_a_second_figure_and_null_without_a_radius() -> None:
    assert only({"lat": north(1000.0)}).likelihood == pytest.approx(0.5, abs=0.01)
    assert only({"radius_m": ""}).likelihood is None
    assert only({"actor": "green"}).likelihood is None


def two_readings(*rows: dict[str, str]) -> list[Finding]:
    near, far = (
        reading("c1", pattern(where=within(metres)), answers=(("how-far", name),))
        for metres, name in ((100.0, "near"), (1000.0, "far"))
    )
    return found(judged(core_of_clauses(clause("c1", near, far)), *rows))


def test_readings_stand_side_by_side_and_the_least_favourable_margin_on_top() -> None:
    (one,) = two_readings({"lat": north(500.0)})
    assert (one.verdict, one.standing) == (Verdict.UNDETERMINED, Standing.DEPENDS_ON_READING)
    assert one.reasons == ("readings_differ",)
    assert (one.violated_yes, one.violated_open, one.violated_no) == (1, 0, 1)
    margins = [r.margin_m for r in one.readings]
    assert margins == pytest.approx([390.0, -490.0], abs=2e-3)
    assert one.margin_m == margins[1]
    assert [r.standing for r in one.readings] == [Standing.COMPLIANT, Standing.VIOLATION]


def test_a_breach_names_its_incident_and_nothing_else_does() -> None:
    (one,) = two_readings({"lat": north(500.0)})
    assert [r.incident is None for r in one.readings] == [True, False]
    assert one.incident == one.readings[1].incident


def test_the_exception_that_covers_is_named() -> None:
    unless = Exemption("police", Pattern(who=group("red")))
    (one,) = found(judged(core_of_clauses(clause("c1", reading("c1", pattern(), [unless]))), {}))
    assert (one.standing, one.exception) == (Standing.EXCEPTED, "police")
    assert one.message.endswith("exception: police.")


def test_a_lapse_that_decided_is_told_with_its_report_and_its_time() -> None:
    at = {"actor": "green", "seen_from": "2018-06-01T11:00:00Z"}
    fire = {"kind": "incident", "role": "acting", "does": "fire"} | at
    one = reading("c1", pattern(), conditions=(condition(),))
    late = found(judged(core_of_clauses(clause("c1", one)), fire, {}))[1]
    (said,) = late.conditions
    assert said == (
        "the condition of c1 (so long as nothing proves that green fire) had lapsed by report r1, "
        "from 2018-06-01T11:00:00+00:00"
    )


def test_a_duty_with_a_date_has_a_margin_in_hours() -> None:
    deadline = edge(JUNE_US + 36 * HOUR_US)
    one = reading("c1", pattern(where=None), kind="leave", deadline=deadline)
    (told,) = found(judged(core_of_clauses(clause("c1", one)), {}))
    assert told.margin_h == 24.0


def test_a_duty_to_act_has_no_side_to_be_clear_of() -> None:
    does = pattern(does=words("shell"))
    one = reading("c1", does, kind="act", bound=Bound(at_least=(1.0, 1.0)))
    done = {"kind": "incident", "role": "acting", "does": "shell"}
    (told,) = found(judged(core_of_clauses(clause("c1", one)), done))
    assert (told.standing, told.margin_m) == (Standing.COMPLIANT, None)


def test_a_report_that_names_its_area_has_the_distance_and_the_margin_of_its_disc() -> None:
    (one,) = found(judged(core_of_clauses(clause("c1")), {"within_area": "district"}))
    assert (len(one.measured), one.margin_m) == (1, -990.0)
    assert "of its circle alone" in one.message
    assert "within district" in one.message


def test_a_vague_position_by_a_vague_post_is_open_until_both_are_better() -> None:
    # 900 m off, good to 250 m; the post is drawn to 200 m and the limit is 1 km.
    post = Named("post", Point(36.0, 32.5, 200.0))
    place = pattern(where=within(1000.0, None, post))
    one = only({"lat": north(900.0), "radius_m": "250"}, place)
    assert one.reasons == ("place_vague", "place_line_vague")
    assert one.decides == (
        "a closer position and a better line would decide together, "
        "and either alone if it cleared the report"
    )
    weak = only({"lat": north(900.0), "radius_m": "50"}, place)
    assert weak.decides == "a better line would decide"


def test_a_position_that_turned_out_to_be_outside_would_decide_alone() -> None:
    # Nobody knows when it was, either; a position outside would clear the report at any time.
    one = only(
        {"lat": north(900.0), "radius_m": "250", "seen_from": ""},
        pattern(when=(period(JUNE_US),)),
    )
    assert one.reasons == ("place_vague", "time_vague")
    assert one.decides == (
        "a position good to 100 m and a closer time would decide together, "
        "and either alone if it cleared the report"
    )


def test_an_actor_who_is_known_is_not_asked_for_where_the_tie_is_open() -> None:
    disputed = pattern(who=group("red", unsure=["green"]))
    one = only({"actor": "green"}, disputed)
    assert one.reasons == ("actor_unresolved",)
    assert one.decides == (
        "knowing whether the actor belongs to those whom the clause means would decide"
    )
    assert only({"actor": "somebody"}, disputed).decides == "knowing who it was would decide"


@pytest.mark.parametrize("depths_m", [(1000.0, 900.0), (900.0, 1000.0)])
def test_what_would_decide_does_so_under_every_reading_that_is_open(
    depths_m: tuple[float, float],
) -> None:
    # 800 m from the post: 200 m and 100 m off the two limits.
    readings = [
        reading("c1", pattern(where=within(depth_m)), answers=(("depth", f"{depth_m:g}"),))
        for depth_m in depths_m
    ]
    row = {"lat": north(800.0), "radius_m": "500"}
    (one,) = found(judged(core_of_clauses(clause("c1", *readings)), row))
    assert one.decides == "a position good to 100 m would decide"
    assert one.decides_radius_m == pytest.approx(100.0, abs=1e-2)
    wanted = {"900": "100 m", "1000": "200 m"}
    for own in one.readings:
        radius = wanted[dict(own.answers)["depth"]]
        assert own.decides == f"a position good to {radius} would decide"


def test_where_a_reading_is_decided_what_would_decide_is_said_of_the_others() -> None:
    readings = [
        reading("c1", pattern(who=group(who), where=within(1000.0)), answers=(("who", who),))
        for who in ("red", "green")
    ]
    row = {"lat": north(800.0), "radius_m": "500"}
    (one,) = found(judged(core_of_clauses(clause("c1", *readings)), row))
    assert one.decides == "a position good to 200 m would decide under the readings that are open"


def test_a_grade_that_the_report_leaves_blank_is_asked_for_by_name() -> None:
    core = core_of_clauses(clause("c1"), standard=Standard(reliability="C", credibility=3))
    (one,) = found(judged(core, {"credibility": "2"}))
    assert one.decides == "a good enough reliability (the report gives none) would decide"


def test_within_a_named_area_not_every_closer_position_would_decide() -> None:
    one = only({"lat": north(800.0), "radius_m": "500", "within_area": "district"})
    assert one.reasons == ("place_vague",)
    assert one.decides == "a closer position that lies clear of the limit would decide"
