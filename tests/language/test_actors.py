"""Who is of a group, and when: paths of edges, as sure as the weakest."""

from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from checker.language.core.pattern import FOREVER_US, Group
from checker.language.reading import Unanswered
from checker.language.roster import actors_of
from checker.values.instant import parse_moment
from checker.values.truth import Truth
from tests.language.written import document, reading, said, value

FALSE, UNKNOWN, TRUE = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
DAMASCUS = ZoneInfo("Asia/Damascus")

FORCES = """
questions: {whose: [narrow, broad]}
actors:
  patron: {name: Patron, aliases: [the Patron]}
  guard: {name: Guard, edges: [{part_of: patron, confidence: confirmed}]}
  corps: {name: Corps, edges: [{backed_by: patron, confidence: likely}]}
  band: {name: Band, edges: [{part_of: corps, confidence: possible}]}
  army: {name: Army, edges: [{backed_by: patron, confidence: confirmed}]}
  division: {name: Division, edges: [{part_of: army, confidence: confirmed}]}
  guests: {name: Guests, edges: [{embedded_in: army, confidence: likely}]}
  villagers: {name: Villagers, armed: false}
  clients: {backed_by: patron, except: [army]}
  disputed: {whose: {narrow: guard, broad: [guard, clients]}}
"""


def resolved(
    folder: Path, who: str, actors: str = FORCES, **answers: str
) -> tuple[Group, tuple[str, ...]]:
    """Return the group that a clause binds, and who is declared; nothing is wrong with it."""
    read = document(
        folder, f"{dedent(actors)}\nclauses:\n  c: {{binds: {who}, prohibits: presence}}\n"
    )
    known = actors_of(read)
    group = known.group(reading(read, **answers), value(read, "clauses.c.binds"), "binds")
    assert said(read) == []
    return group, known.ids


def truths(folder: Path, who: str, actors: str = FORCES, **answers: str) -> dict[str, Truth]:
    """Return who is of a group, where that is the same at all times; FALSE is left out."""
    group, ids = resolved(folder, who, actors, **answers)
    found = {}
    for name, member in zip(ids, group.members, strict=True):
        if member.spans:
            ((start, end, truth),) = member.spans
            assert (start, end) == (-FOREVER_US, FOREVER_US)
            found[name] = Truth(truth)
    return found


def test_a_group_is_told_from_an_actor_by_its_keys(tmp_path: Path) -> None:
    known = actors_of(document(tmp_path, FORCES))
    assert "clients" not in known.ids
    assert "disputed" not in known.ids
    assert known.ids[:2] == ("patron", "guard")


def test_a_name_means_the_actor_and_its_parts(tmp_path: Path) -> None:
    assert truths(tmp_path, "army") == {
        "army": TRUE,
        "division": TRUE,
        # A report that names a wider actor neither proves nor clears a part of it.
    }


def test_a_name_that_is_wider_than_who_is_bound_leaves_it_open(tmp_path: Path) -> None:
    assert truths(tmp_path, "division") == {"division": TRUE, "army": UNKNOWN}


def test_a_backed_group_holds_the_patron_its_parts_and_its_clients(tmp_path: Path) -> None:
    assert truths(tmp_path, "{backed_by: patron}") == {
        "patron": TRUE,
        "guard": TRUE,
        "corps": TRUE,
        "band": UNKNOWN,
        "army": TRUE,
        "division": TRUE,
    }


def test_a_path_is_as_sure_as_its_weakest_edge(tmp_path: Path) -> None:
    assert truths(tmp_path, "{backed_by: patron, at_least: possible}")["band"] == TRUE
    assert truths(tmp_path, "{backed_by: patron, at_least: confirmed}")["corps"] == UNKNOWN


def test_embedding_counts_only_where_a_group_names_it(tmp_path: Path) -> None:
    assert "guests" not in truths(tmp_path, "army")
    assert truths(tmp_path, "{embedded_in: army}")["guests"] == TRUE


def test_only_keeps_to_the_edges_that_it_names(tmp_path: Path) -> None:
    assert truths(tmp_path, "{part_of: patron, only: [part_of]}") == {"patron": TRUE, "guard": TRUE}


def test_who_is_excepted_is_out_with_its_parts(tmp_path: Path) -> None:
    found = truths(tmp_path, "{backed_by: patron, except: [army]}")
    assert "army" not in found
    assert "division" not in found


def test_a_name_wider_than_somebody_excepted_leaves_it_open(tmp_path: Path) -> None:
    found = truths(tmp_path, "{backed_by: patron, except: [division]}")
    assert found["army"] == UNKNOWN
    assert "division" not in found


def test_a_possible_exception_leaves_a_member_open(tmp_path: Path) -> None:
    found = truths(tmp_path, "{backed_by: patron, at_least: possible, except: [corps]}")
    assert found["band"] == UNKNOWN
    assert "corps" not in found


def test_everyone_is_every_armed_actor(tmp_path: Path) -> None:
    found = truths(tmp_path, "everyone")
    assert "villagers" not in found
    assert set(found.values()) == {TRUE}


def test_all_except_is_every_armed_actor_but_those(tmp_path: Path) -> None:
    found = truths(tmp_path, "{all_except: [army]}")
    assert not {"army", "division", "villagers"} & set(found)
    assert found["patron"] == TRUE


def test_anyone_is_whoever_is_named_or_not(tmp_path: Path) -> None:
    group, _ = resolved(tmp_path, "anyone")
    assert group.undeclared == TRUE
    assert not group.needs_attribution


def test_a_name_that_nobody_declared_is_open(tmp_path: Path) -> None:
    group, _ = resolved(tmp_path, "army")
    assert group.undeclared == UNKNOWN


def test_a_list_is_any_of_its_names(tmp_path: Path) -> None:
    assert truths(tmp_path, "[guard, corps]") == {
        "guard": TRUE,
        "corps": TRUE,
        "band": UNKNOWN,
        "patron": UNKNOWN,
    }


def test_a_list_takes_back_in_whom_one_of_its_groups_excepts(tmp_path: Path) -> None:
    assert truths(tmp_path, "[clients, army]")["division"] == TRUE


def test_a_group_of_the_file_is_used_by_its_name(tmp_path: Path) -> None:
    assert truths(tmp_path, "clients") == truths(tmp_path, "{backed_by: patron, except: [army]}")


def test_a_group_may_hang_on_a_question(tmp_path: Path) -> None:
    assert truths(tmp_path, "disputed", whose="narrow") == {"guard": TRUE, "patron": UNKNOWN}
    assert "corps" in truths(tmp_path, "disputed", whose="broad")
    with pytest.raises(Unanswered):
        resolved(tmp_path, "disputed")


def test_a_deferred_group_is_open_for_everybody(tmp_path: Path) -> None:
    found = truths(tmp_path, "{deferred: the annex was never published}")
    assert set(found.values()) == {UNKNOWN}


def test_an_assumed_group_is_noted(tmp_path: Path) -> None:
    read = document(
        tmp_path,
        FORCES + "\nclauses:\n  c: {binds: {assumed: army, why: the text says only troops}}\n",
    )
    at = reading(read)
    actors_of(read).group(at, value(read, "clauses.c.binds"), "c.binds")
    (noted,) = at.assumed
    assert (noted.path, noted.value, noted.why) == ("c.binds", "army", "the text says only troops")


def test_an_edge_holds_from_the_start_of_its_first_day_to_the_end_of_its_last(
    tmp_path: Path,
) -> None:
    dated = """
    actors:
      patron: {}
      corps: {edges: [{backed_by: patron, confidence: likely, from: 2016-01-01, until: 2018-06-30}]}
    """
    group, ids = resolved(tmp_path, "{backed_by: patron}", dated)
    ((start, end, truth),) = group.members[ids.index("corps")].spans
    assert start == parse_moment("2016-01-01", DAMASCUS).start_us
    assert end == parse_moment("2018-06-30", DAMASCUS).end_us
    assert truth == TRUE


def test_a_path_is_there_only_while_all_of_its_edges_are(tmp_path: Path) -> None:
    dated = """
    actors:
      patron: {}
      corps: {edges: [{backed_by: patron, confidence: likely, from: 2016-01-01}]}
      band: {edges: [{part_of: corps, confidence: confirmed, until: 2017-12-31}]}
    """
    group, ids = resolved(tmp_path, "{backed_by: patron}", dated)
    ((start, end, truth),) = group.members[ids.index("band")].spans
    assert start == parse_moment("2016-01-01", DAMASCUS).start_us
    assert end == parse_moment("2017-12-31", DAMASCUS).end_us
    assert truth == TRUE


def test_the_best_path_counts_at_each_instant(tmp_path: Path) -> None:
    dated = """
    actors:
      patron: {}
      corps:
        edges:
          - {backed_by: patron, confidence: possible}
          - {backed_by: patron, confidence: likely, from: 2018-01-01}
    """
    group, ids = resolved(tmp_path, "{backed_by: patron}", dated)
    turn = parse_moment("2018-01-01", DAMASCUS).start_us
    assert group.members[ids.index("corps")].spans == (
        (-FOREVER_US, turn, UNKNOWN),
        (turn, FOREVER_US, TRUE),
    )


def test_edges_in_a_circle_are_followed_once(tmp_path: Path) -> None:
    circle = """
    actors:
      one: {edges: [{part_of: two, confidence: confirmed}]}
      two: {edges: [{part_of: one, confidence: likely}]}
    """
    assert truths(tmp_path, "one", circle) == {"one": TRUE, "two": TRUE}


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        ("armee", "L303"),
        ("~", "L301"),
        ("[army, ~]", "L301"),
        ("circular", "L302"),
        ("{backed_by: nobody}", "L303"),
        ("{backed_by: patron, part_of: patron}", "L304"),
        ("{except: [army]}", "L304"),
        ("{backed_by: patron, only: [part]}", "L305"),
        ("{backed_by: patron, at_least: sure}", "L306"),
        ("{backed_by: patron, exept: [army]}", "L101"),
    ],
)
def test_what_names_no_group_is_a_problem(who: str, problem: str, tmp_path: Path) -> None:
    read = document(
        tmp_path,
        f"{FORCES}  circular: [circular]\nclauses:\n  c:\n    binds: {who}\n",
    )
    actors_of(read).group(reading(read), value(read, "clauses.c.binds"), "binds")
    assert [found.split()[0] for found in said(read)] == [problem]
