"""Who is of the groups and sides that a filter names."""

from pathlib import Path

from checker.language import load_agreement
from checker.values.truth import Truth
from tests.language.written import warnings, write


def test_a_group_holds_whoever_is_of_it_under_any_answer_and_a_side_its_forces(
    tmp_path: Path,
) -> None:
    terms = """\
        questions: {which: [one, both]}
        actors:
          red: {}
          red-unit: {edges: [{part_of: red, confidence: confirmed}]}
          green: {}
          forces: {which: {one: [red], both: [red, green]}}
        sides:
          north: {forces: [green]}
          red: {forces: [green]}
        """
    core = load_agreement(write(tmp_path, terms)).core
    sure = {
        one.name: [
            actor
            for actor, member in zip(core.actors, one.group.members, strict=True)
            if any(truth == Truth.TRUE for *_, truth in member.spans)
        ]
        for one in core.named_groups
    }
    # The side red has the name of an actor, and that is whom a filter means.
    assert sure == {"forces": ["red", "red-unit", "green"], "north": ["green"]}


def test_to_be_read_for_a_filter_is_not_to_be_used(tmp_path: Path) -> None:
    terms = "actors: {red: {}, green: {}, all-of-them: [red, green]}\n"
    named = load_agreement(write(tmp_path, terms)).core.named_groups
    assert [one.name for one in named] == ["all-of-them"]
    unused = [one.message for one in warnings(tmp_path, terms, "W101")]
    assert any("all-of-them" in message for message in unused)
