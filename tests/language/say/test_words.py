"""Who and what in words, as it was written and as the answers make it."""

from pathlib import Path

import pytest

from checker.language.core.pattern import Group, Words
from checker.language.say.words import (
    Voice,
    acts_text,
    is_plain,
    joined,
    members_text,
    settled,
    things_text,
    value_text,
    who_text,
)
from checker.language.structure import plain
from tests.language.spoken import deal

VOICE = Voice({"red": "Red Army", "blue": "Blue Army"}, {"who": "broad"}, "Etc/UTC")


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_parts_are_joined_as_in_a_sentence(parts: list[str], said: str) -> None:
    assert joined(parts, "or") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("red", "Red Army"),
        ("reds", "the group “reds”"),
        ("everyone", "every armed actor"),
        ("anyone", "anyone"),
        ("[red, blue]", "Red Army or Blue Army"),
        ("{all_except: [red, blue]}", "every armed actor except Red Army and Blue Army"),
        ("{part_of: red}", "Red Army and whoever is part of Red Army"),
        ("{wears_uniform_of: [red, blue], at_least: possible}",
         ("Red Army and Blue Army and whoever wears the uniform of Red Army and Blue Army "
         "(possibly is enough)")),
        ("{who: {narrow: red, broad: [red, blue]}}", "Red Army or Blue Army"),
        ("{assumed: red, why: a guess}", "Red Army"),
        ("nobody said who", "a group that nobody knows (nobody said who)"),
    ],
)  # fmt: skip
def test_a_group_is_said_by_titles_and_ties(written: str, said: str) -> None:
    assert who_text(VOICE, Group(written, ())) == said


def test_one_actor_and_everyone_need_no_telling() -> None:
    words = ("red", "everyone", "anyone", "reds", "[red, blue]")
    assert [is_plain(VOICE, Group(one, ())) for one in words] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("written", "act", "thing"),
    [
        ("presence", "be present", "presence"),
        ("hand-over", "hand over", "hand over"),
        ("[fire, clear-mines]", "fire or clear mines", "fire or clear mines"),
        ("{class: guns, calibre: {at_least: 100 mm, below: 155 mm}, range: 27 km}",
         *["guns with a calibre of at least 100 mm and below 155 mm and a range of 27 km"] * 2),
        ("{deferred: no list}", *["something that nobody knows (no list)"] * 2),
    ],
)  # fmt: skip
def test_acts_and_things_are_said_without_hyphens(written: str, act: str, thing: str) -> None:
    words = Words(written, ())
    assert (acts_text(words, {}), things_text(words, {})) == (act, thing)


def test_an_answer_is_taken_wherever_the_question_stands() -> None:
    node = settled("[red, {who: {narrow: a, broad: {part_of: b}}}]", VOICE.answers)
    assert plain(node) == ["red", {"part_of": "b"}]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("10 km", "10 km"),
        ("{any_of: [a, b, c]}", "a, b or c"),
        ("[a, b]", "a or b"),
        ("{within: 5 km, of: [a, b]}", "within 5 km, of a or b"),
        ("{circle: {of: a, radius: 4 km}}", "circle (of a, radius 4 km)"),
        ("{all_except: [a]}", "all except a"),
        ("nothing: at all", "nothing: at all"),
        ("rebels held: nothing, or {", "rebels held: nothing, or {"),
    ],
)
def test_a_value_is_said_much_as_it_was_written(written: str, said: str) -> None:
    assert value_text(written) == said


def test_members_are_told_by_title_with_dates_and_doubt(tmp_path: Path) -> None:
    terms = """
actors:
  red: {name: Red Army}
  corps: {name: Corps, edges: [{backed_by: red, confidence: likely, until: 2020-06-30}]}
  band: {name: Band, edges: [{backed_by: red, confidence: possible}]}
places: {}
clauses: {c: {says: T., source: text, binds: {backed_by: red}, prohibits: fire}}
"""
    core = deal(tmp_path, terms)
    group = core.clauses[0].readings[0].variants[0].pattern.who
    assert group is not None
    said = "Red Army; Corps (until the end of 30 June 2020). Perhaps also: Band"
    assert members_text(core, group) == said
