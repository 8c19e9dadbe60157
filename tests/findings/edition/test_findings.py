"""A finding for the public: coarser where, the same when and what."""

from dataclasses import replace

from checker.findings.acceptance import Acceptance
from checker.findings.block import Block
from checker.findings.edited import Edition
from checker.findings.edition.findings import Editing, public_acceptance, public_lapse
from checker.findings.edition.ground import PublicGround
from checker.findings.edition.names import PublicNames
from checker.findings.finding import Finding, Measured, ReportRef
from tests.findings.made import finding, reading_finding

WHOLE = finding(
    reports=(ReportRef("secret.csv", 7, 6, "SECRET-1"),),
    incident="a" * 16,
    actor="red",
    reported_actor="Red, says Smith",
    does=("shell near Smith's house",),
    lon=36.123456,
    lat=33.654321,
    radius_m=321.0,
    within_area="Smith's village",
    unit="unit of Smith",
    margin_m=-1234.567,
    likelihood=0.987,
    decides="a position good to 1,148 m or a better line would decide",
    decides_radius_m=1148.25,
    conditions=("the condition of c1 (peace) had lapsed by report SECRET-2, from 2018-01-01",),
    measured=(Measured("distance to post", (), 10.0, 20.0, 30.0, 5.0, 5.0),),
    accepted=Acceptance("Smith said so", "Smith", "2030-01-01"),
    message="SECRET-1 by Smith",
    readings=(
        reading_finding(
            margin_m=-1234.567,
            lapse="the condition of c1 (peace) had lapsed by report SECRET-2, from 2018-01-01",
            incident="b" * 16,
        ),
    ),
)


def public(*findings: Finding) -> list[Finding]:
    editing = Editing(Edition(1_000.0), PublicGround(), PublicNames())
    return [*editing.block(Block.of(*findings)).findings()]


def test_nothing_that_names_or_places_the_report_is_left() -> None:
    (one,) = public(WHOLE)
    told = repr(one)
    for secret in ("SECRET", "Smith", "secret", "36.1234", "33.6543", "321", "1234.5", "1148"):
        assert secret not in told
    assert (one.within_area, one.unit, one.margin_m, one.measured) == (None, None, None, ())


def test_what_was_found_when_and_of_whom_is_left() -> None:
    (one,) = public(WHOLE)
    for name in ("clause", "verdict", "standing", "reasons", "actor", "seen_from", "seen_to"):
        assert getattr(one, name) == getattr(WHOLE, name)
    assert one.decides == "a closer position or a better line would decide"
    assert one.conditions == ("the condition of c1 (peace) had lapsed",)
    assert one.message.startswith("red at 33.6")
    assert one.radius_m is not None
    assert one.radius_m >= 1_000.0


def test_alike_findings_have_ids_of_their_own_and_a_report_one_name() -> None:
    first, second = public(WHOLE, replace(WHOLE, clause="c1"))
    assert first.id != second.id
    assert first.reports == second.reports


def test_a_finding_without_a_place_or_a_named_actor_is_told_without() -> None:
    (one,) = public(finding(reported_actor="Smith", lon=None, lat=None, radius_m=5.0))
    assert (one.lon, one.lat, one.radius_m, one.reported_actor) == (None,) * 4
    assert one.message.startswith("An actor that a public edition does not name")


def test_candidates_stay_candidates() -> None:
    (one,) = public(finding(actor="red;green", reported_actor="Red or Green"))
    assert one.reported_actor == "red or green"


def test_a_duty_as_a_whole_is_told_in_its_own_words() -> None:
    (one,) = public(finding(subject="deadline", reports=(), message="The duty was done late."))
    assert one.message == "The duty was done late."


def test_a_lapse_is_told_without_its_cause_and_an_acceptance_without_its_author() -> None:
    assert public_lapse("the condition of c1 (a) b) did not hold yet") == (
        "the condition of c1 (a) b) did not hold yet"
    )
    assert public_lapse("by SECRET-1") == "a condition had lapsed"
    assert public_acceptance(None) is None
    assert "Smith" not in repr(public_acceptance(Acceptance("Smith", "Smith", "2030-01-01")))
