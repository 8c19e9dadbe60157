"""One neutral sentence a finding, and what would decide it."""

import pytest

from checker.findings.finding import Finding, Measured
from checker.findings.message import length, message_of
from checker.values.verdict import ClauseStanding, Standing
from tests.findings.made import finding, reading_finding


def distance(low_m: float, high_m: float, limit: tuple[float, float | None]) -> Measured:
    return Measured("distance to post", (), low_m, low_m, high_m, *limit)


def test_a_sentence_says_who_where_when_what_and_how_far() -> None:
    one = finding(
        reported_actor="Red Army",
        lon=36.0,
        lat=32.5,
        radius_m=300.0,
        seen_from="2018-06-01T12:00:00+00:00",
        seen_to="2018-06-01T12:00:00+00:00",
        measured=(distance(100.0, 700.0, (1000.0, 1000.0)),),
        clause_certainty="reported",
    )
    assert message_of(one) == (
        "Red Army at 32.5000, 36.0000 (lat, lon ± 300 m), 2018-06-01T12:00:00+00:00: the report "
        "breaks the clause under every reading; distance to post between 100 m and 700 m, limit "
        "1,000 m; the clause itself is reported."
    )


def test_what_the_report_leaves_out_is_said_to_be_left_out() -> None:
    said = message_of(finding(reported_actor=None, lon=36.0, lat=32.5))
    assert said.startswith(
        "An actor that the report does not name at 32.5000, 36.0000 (lat, lon, radius unknown), "
        "time not given:"
    )
    assert "in district" in message_of(finding(within_area="district"))


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ((1000.0, 1000.0), "limit 1,000 m"),
        ((15_000.0, 20_000.0), "limit 15.0 km to 20.0 km"),
        ((0.0, None), "limit never published"),
    ],
)
def test_a_limit_is_said_as_the_text_leaves_it(
    limit: tuple[float, float | None], said: str
) -> None:
    assert said in message_of(finding(measured=(distance(1.0, 2.0, limit),)))


def test_a_distance_below_nothing_says_what_that_means() -> None:
    inside = Measured("distance to district", (), -90.0, -40.0, 10.0, None, None)
    said = message_of(finding(measured=(inside,), within_area="district"))
    assert (
        "distance to district between -90 m and 10 m (negative: inside, or on the other side), "
        "of its circle alone" in said
    )


def of_standing(standing: Standing | ClauseStanding) -> Finding:
    subject = "deadline" if isinstance(standing, ClauseStanding) else "report"
    return finding(standing=standing, subject=subject)


def test_every_standing_has_words_of_its_own() -> None:
    standings = (*Standing, ClauseStanding.LATE, ClauseStanding.OVERDUE)
    assert len({message_of(of_standing(one)) for one in standings}) == len(standings)


def test_a_duty_is_late_or_overdue_and_a_report_breaks_a_condition_or_depends() -> None:
    # Their numbers are the same: a table by number would mix them up.
    assert message_of(of_standing(ClauseStanding.LATE)) == "The duty was done after its date."
    overdue = message_of(of_standing(ClauseStanding.OVERDUE))
    assert overdue == "The duty has not been done by its date."
    assert "against the condition" in message_of(of_standing(Standing.BREAKS_CONDITION))
    assert "under some readings" in message_of(of_standing(Standing.DEPENDS_ON_READING))


def test_an_exception_is_named_where_it_decides_and_a_lapse_always() -> None:
    excepted = finding(standing=Standing.EXCEPTED, exception="police")
    assert "; exception: police" in message_of(excepted)
    assert "the condition had lapsed." in message_of(
        finding(conditions=("the condition had lapsed",))
    )


@pytest.mark.parametrize(
    ("metres", "said"),
    [(0.4, "0 m"), (9_999.0, "9,999 m"), (10_000.0, "10.0 km"), (-12_340.0, "-12.3 km")],
)
def test_a_length_is_in_metres_below_ten_kilometres(metres: float, said: str) -> None:
    assert length(metres) == said


@pytest.mark.parametrize(
    ("seen_to", "said"),
    [
        ("2018-06-26T23:59:59.999999+03:00", "2018-06-26: the report"),
        ("2018-06-27T23:59:59.999999+03:00", "2018-06-26 to 2018-06-27: the report"),
        (
            "2018-06-26T12:00:00+03:00",
            "2018-06-26T00:00:00+03:00 to 2018-06-26T12:00:00+03:00: the report",
        ),
    ],
)
def test_whole_civil_days_are_told_as_days_and_instants_as_they_are(
    seen_to: str, said: str
) -> None:
    assert said in message_of(finding(seen_from="2018-06-26T00:00:00+03:00", seen_to=seen_to))


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing.BREAKS_CONDITION, "is proof against the condition on which the clause rests"),
        (Standing.DEPENDS_ON_READING, "speaks against the condition on which the clause rests"),
        (Standing.UNDETERMINED, "may speak against the condition on which the clause rests"),
    ],
)
def test_evidence_about_a_condition_breaks_no_clause(standing: Standing, said: str) -> None:
    assert said in message_of(finding(subject="condition", standing=standing))


def test_what_breaks_under_no_reading_for_certain_is_not_said_to_break() -> None:
    depends = {"standing": Standing.DEPENDS_ON_READING}
    said = message_of(finding(**depends, violated_yes=0, violated_open=2))
    assert "would break the clause under some readings if taken at face value" in said
    assert "breaks the clause under some readings" in message_of(finding(**depends))


def test_the_distance_that_is_told_is_that_of_the_gravest_reading() -> None:
    far, near = (
        Measured("distance to line", (), away_m, away_m, away_m, 15_000.0, 15_000.0)
        for away_m in (20_000.0, 9_000.0)
    )
    readings = (
        reading_finding(standing=Standing.COMPLIANT, measured=(far,)),
        reading_finding(standing=Standing.VIOLATION, measured=(near,)),
    )
    said = message_of(finding(readings=readings, measured=(far, near)))
    assert "distance to line between 9,000 m and 9,000 m" in said


def test_who_fires_at_a_place_is_not_said_to_be_there() -> None:
    there = {"reported_actor": "Red", "lon": 36.0, "lat": 32.5, "does": ("fire", "shell")}
    assert message_of(finding(**there, position_of="target")).startswith(
        "Red (fire, shell), with its target at 32.5000, 36.0000"
    )
    assert message_of(finding(**there, role="struck")).startswith("Red (struck: fire, shell) at")
    debris = finding(reported_actor="Red", within_area="district", position_of="debris")
    assert message_of(debris).startswith("Red, with debris in district")


def test_a_distance_that_is_another_under_another_reading_says_so() -> None:
    near, far = distance(10.0, 20.0, (1000.0, 1000.0)), distance(800.0, 1200.0, (1000.0, 1000.0))
    readings = [
        reading_finding(answers=(("line", name),), standing=standing, measured=(one,))
        for name, standing, one in (
            ("a", Standing.UNDETERMINED, far),
            ("b", Standing.VIOLATION, near),
        )
    ]
    said = message_of(finding(readings=tuple(readings), measured=(far, near)))
    assert "between 10 m and 20 m, limit 1,000 m, under the gravest reading" in said
    same = (readings[1], readings[1])
    assert "gravest" not in message_of(finding(readings=same, measured=(near,)))


def test_what_is_nobodys_own_observation_is_called_what_it_is() -> None:
    assert "the admission breaks the clause" in message_of(finding(kind="admission"))
    assert "the report breaks the clause" in message_of(finding(kind="position"))
