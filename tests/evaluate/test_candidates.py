"""From the candidates of a report to its one answer."""

import pytest

from checker.language.core.agreement import Standard
from checker.values.verdict import Standing, reason_names
from tests.handmade import clause, core_of_clauses, judged, north

OUTSIDE = {"lat": north(5000.0)}
ONE_OF = {"actor": "", "actor_one_of": "red;Umber"}
ALL_OF = {"actor": "", "actor_all": "red;Umber"}
WEAK = {"reliability": "D", "credibility": "1"}
PROVED = {"reliability": "A", "credibility": "1"}
BAR = Standard(reliability="C", credibility=3)


def answers(*rows: dict[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the standing of each report under red's keeping 1 km off the post, with reasons."""
    found = judged(core_of_clauses(clause("c1"), standard=BAR), *rows).batches[0].readings[0][0]
    return [
        (Standing(int(standing)).word, reason_names(int(bits)))
        for standing, bits in zip(found.standing, found.reasons, strict=True)
    ]


@pytest.mark.parametrize("named", [ONE_OF, ALL_OF], ids=["one of", "all of"])
def test_weak_proof_leaves_no_breach_as_it_is_though_one_candidate_complies(
    named: dict[str, str],
) -> None:
    assert answers(named | OUTSIDE | WEAK) == [("no_breach", ())]


def test_of_one_of_two_weakly_reported_all_that_is_missing_is_told() -> None:
    row = {"actor": "", "actor_one_of": "red;green", **WEAK}
    assert answers(row) == [("undetermined", ("actor_unresolved", "source_weak"))]


def test_of_two_together_the_weak_breach_of_one_is_apparent() -> None:
    row = {"actor": "", "actor_all": "red;green", **WEAK}
    assert answers(row) == [("apparent_violation", ("source_weak",))]


def test_a_report_of_one_actor_is_the_same_alone_and_as_a_set() -> None:
    rows = [{}, {"actor": "", "actor_all": "red"}, {"actor": "", "actor_one_of": "red"}]
    assert answers(*(row | PROVED for row in rows)) == [*(("violation", ()) for _ in range(3))]


def test_what_two_actors_hang_on_has_to_go_together() -> None:
    rows = [{"actor": "Umber"}, {"actor": "", "actor_all": "Umber;Ochre"}, ONE_OF]
    run = judged(core_of_clauses(clause("c1"), standard=BAR), *(row | PROVED for row in rows))
    assert run.batches[0].readings[0][0].needs_all.tolist() == [False, True, True]
