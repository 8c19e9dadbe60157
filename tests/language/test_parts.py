"""What an agreement holds beside its clauses."""

from pathlib import Path

from checker.language.core.agreement import Source, Standard
from tests.language.whole import core, faults

CLAUSES = "clauses: {c: {says: Said., source: text, binds: red, prohibits: fire, where: gate}}\n"


def test_an_event_by_report_is_a_pattern(tmp_path: Path) -> None:
    first = "events: {first-shot: {first: {who: blue, does: fire}}}\n" + CLAUSES
    (found,) = core(tmp_path, first).firsts
    assert found.pattern.who is not None
    assert (found.name, found.pattern.who.said) == ("first-shot", "blue")


def test_an_event_by_report_takes_a_pattern_that_hangs_on_no_question(tmp_path: Path) -> None:
    wrong = "events: {first-shot: {first: fire}}\n" + CLAUSES
    assert ("L607", "17:30") in [found[:2] for found in faults(tmp_path, wrong)]


def test_a_report_may_name_places_by_id_and_by_name(tmp_path: Path) -> None:
    found = core(tmp_path, CLAUSES)
    assert dict(found.place_names)["gate"] == 0
    assert [place.name if place else None for place in found.places] == ["gate", "camp"]


def test_a_place_that_hangs_on_a_question_cannot_be_named(tmp_path: Path) -> None:
    terms = (
        "  spot: {which: {a: {point: {lon: 36, lat: 32}}, b: {point: {lon: 37, lat: 32}}}}\n"
        "questions: {which: [a, b]}\n"
        "clauses: {c: {says: Said., source: text, binds: red, prohibits: fire,"
        " where: {within: 1 km, of: spot}}}\n"
    )
    assert "spot" not in dict(core(tmp_path, terms).place_names)


def test_the_standard_of_proof_bars_only_what_it_states(tmp_path: Path) -> None:
    stated = "standard_of_proof: {reliability: C, attribution: reported}\n" + CLAUSES
    assert core(tmp_path, stated).standard == Standard("C", None, "reported")
    assert core(tmp_path, CLAUSES).standard == Standard()


def test_sources_and_claims_are_carried_as_they_are(tmp_path: Path) -> None:
    claims = "claims: {denial: {says: We   left., by: blue, source: text, contradicts: c}}\n"
    found = core(tmp_path, claims + CLAUSES)
    assert found.sources == (Source("text", "invented", None, None, None, None),)
    (claim,) = found.claims
    assert (claim.says, claim.by, claim.contradicts) == ("We left.", "blue", ("c",))


def test_a_claim_against_no_clause_is_refused(tmp_path: Path) -> None:
    claims = "claims: {denial: {says: No., by: blue, source: text, contradicts: d}}\n"
    assert ("L807", "17:67") in [found[:2] for found in faults(tmp_path, claims + CLAUSES)]
