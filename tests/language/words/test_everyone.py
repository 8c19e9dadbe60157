"""``everyone``, ``anyone``, ``all_except``, ``each_side``: groups that need no edge."""

from dataclasses import replace
from pathlib import Path

from checker.language.core.pattern import FOREVER_US, Group
from checker.language.words.everyone import WORDS
from tests.language.words.expansion import clauses, first

CERTAIN = ((-FOREVER_US, FOREVER_US, 2),)
SIDES = """
sides:
  western: {forces: blue, own_line: river, own_ground: weston}
  eastern: {forces: red, own_line: canal, own_ground: eastham}
"""


def bound(folder: Path, who: str) -> Group:
    group = first(folder, f"binds: {who}, prohibits: fire").variants[0].pattern.who
    assert group is not None
    return replace(group, said="")


def test_everyone_is_all_except_nobody(tmp_path: Path) -> None:
    assert bound(tmp_path, "everyone") == bound(tmp_path, "{all_except: []}")


def test_everyone_is_every_armed_actor(tmp_path: Path) -> None:
    assert [member.spans for member in bound(tmp_path, "everyone").members] == [
        CERTAIN,
        CERTAIN,
        (),
    ]
    assert bound(tmp_path, "everyone") == bound(tmp_path, "[red, blue]")


def test_all_except_is_everyone_but_those(tmp_path: Path) -> None:
    assert bound(tmp_path, "{all_except: [red]}") == bound(tmp_path, "[blue]")
    assert (
        bound(tmp_path, "{all_except: [red, blue]}").members
        == bound(tmp_path, "{all_except: [blue, red, mission]}").members
    )


def test_anyone_is_true_of_any_report(tmp_path: Path) -> None:
    group = bound(tmp_path, "anyone")
    assert [member.spans for member in group.members] == [CERTAIN] * 3
    assert (group.undeclared, group.needs_attribution) == (2, False)


def test_each_side_is_the_clause_once_for_each_with_its_own_things_put_in(tmp_path: Path) -> None:
    term = "prohibits: presence, where: {within: 5 km, of: %s, toward: %s}"
    mirrored = clauses(tmp_path, SIDES, c="binds: each_side, " + term % ("own_line", "own_ground"))[
        "c"
    ].readings[0]
    written = clauses(
        tmp_path,
        c="binds: blue, " + term % ("river", "weston"),
        d="binds: red, " + term % ("canal", "eastham"),
    )
    assert [variant.side for variant in mirrored.variants] == ["western", "eastern"]
    assert [replace(variant, side=None) for variant in mirrored.variants] == [
        written[name].readings[0].variants[0] for name in "cd"
    ]


def test_each_side_keeps_away_from_what_is_the_others(tmp_path: Path) -> None:
    mirrored, written = (
        clauses(
            tmp_path,
            SIDES,
            c=f"binds: each_side, prohibits: presence, where: {{within: 5 km, of: {of}}}",
        )["c"].readings[0]
        for of in ("other_ground", "eastham")
    )
    assert mirrored.variants[0] == written.variants[0]
    assert mirrored.variants[1] != written.variants[1]


def test_the_core_keeps_the_words_of_groups() -> None:
    assert [(word.key, word.expand) for word in WORDS] == [
        ("everyone", None),
        ("anyone", None),
        ("all_except", None),
        ("each_side", None),
    ]
