"""One test of a report: what it asked, what it answered, and by which edges."""

from checker.findings.trials import Trial, candidate_name, weak_of
from checker.findings.why import why_of
from checker.language.core.agreement import Standard
from checker.language.core.pattern import FOREVER_US, Group, Link, Membership
from checker.values.truth import Truth
from tests.handmade import ACTORS, clause, core_of_clauses, judged, pattern, reading

BACKED = Link(
    "red-unit", "backed_by", "red", "likely", "text", -FOREVER_US, FOREVER_US, is_enough=True
)
IS = ((-FOREVER_US, FOREVER_US, int(Truth.TRUE)),)
MEMBERS = {"red": Membership(IS), "red-unit": Membership(IS, (BACKED,))}
CLIENTS = Group("clients", tuple(MEMBERS.get(name, Membership()) for name in ACTORS))


def actor_trial(actor: str) -> Trial:
    run = judged(
        core_of_clauses(clause("c1", reading("c1", pattern(who=CLIENTS)))), {"actor": actor}
    )
    (one,) = why_of(run, run.batches[0], 0, 0)
    return one.applies[0]


def test_an_actor_is_of_a_group_by_an_edge_that_is_told_with_its_source() -> None:
    found = actor_trial("red-unit")
    assert (found.answer, found.said) == (Truth.TRUE, "the group “clients”")
    assert found.links == ("red-unit is backed by red (likely; Treaty, treaty, 2018-05-25)",)


def test_who_is_meant_by_name_or_not_at_all_has_no_edge() -> None:
    assert [(actor_trial(name).answer, actor_trial(name).links) for name in ("red", "green")] == [
        (Truth.TRUE, ()),
        (Truth.FALSE, ()),
    ]


def test_of_one_actor_nobody_is_named_as_the_one_who_decided() -> None:
    core = core_of_clauses(clause("c1"))
    single, several = ({"actor": "red"}, {"actor": "green;red"})
    columns = judged(core, single).batches[0].columns
    assert candidate_name(columns, 0, 0) is None
    columns = judged(core, several).batches[0].columns
    assert [candidate_name(columns, 0, at) for at in (0, 1)] == ["green", "red"]


def test_what_keeps_a_report_from_proving_is_listed() -> None:
    core = core_of_clauses(clause("c1"), standard=Standard(reliability="C"))
    columns = judged(core, {"kind": "allegation", "reliability": "D"}).batches[0].columns
    assert weak_of(columns, 0) == ("source_weak", "kind_weak")
