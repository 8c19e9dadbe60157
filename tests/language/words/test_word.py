"""How a word is taken out of a mapping for what it stands for, each value in its place."""

from checker.language.problems import Problems
from checker.language.structure import plain
from checker.language.text import Items, Scalar, Table, parse_text
from checker.language.words import WORDS, expanded
from checker.language.words.word import added, listed, moved, put, without
from checker.values.span import Span

HERE = Span("deal.yaml", 9, 9, 9, 10)


def table(text: str) -> Table:
    found = parse_text(text, "deal.yaml", Problems())
    assert isinstance(found, Table)
    return found


def test_a_key_that_is_put_takes_the_place_of_what_it_held() -> None:
    found = put(table("{a: 1, b: 2}"), "a", Scalar("3", HERE), HERE)
    assert plain(found) == {"b": "2", "a": "3"}
    assert found.keys() == ("b", "a")


def test_what_is_added_joins_a_list_or_makes_one() -> None:
    more = Scalar("3", HERE)
    assert plain(added(table("{a: [1, 2]}"), "a", more, HERE)) == {"a": ["1", "2", "3"]}
    assert plain(added(table("{a: 1}"), "a", more, HERE)) == {"a": ["1", "3"]}
    assert plain(added(table("{b: 1}"), "a", more, HERE)) == {"b": "1", "a": ["3"]}


def test_a_mapping_without_some_keys_keeps_the_others_in_their_place() -> None:
    written = table("{a: 1, b: 2, c: 3}")
    found = without(written, "a", "c", "d")
    assert plain(found) == {"b": "2"}
    assert found.span == written.span
    assert str(found.key("b").span) == "deal.yaml:1:8"


def test_a_value_that_is_moved_keeps_the_place_where_it_was_typed() -> None:
    found = moved("after", "when", wrapped="from")(table("{says: x, after: signing}"))
    when = found.get("when")
    assert isinstance(when, Items)
    (period,) = when.items
    assert isinstance(period, Table)
    value = period.get("from")
    assert value is not None
    assert plain(found) == {"says": "x", "when": [{"from": "signing"}]}
    assert str(value.span) == "deal.yaml:1:18"
    # A problem with the whole stands at the word, which the author can mend.
    assert str(period.span) == str(period.first) == "deal.yaml:1:11"


def test_a_list_is_its_items_and_anything_else_a_list_of_one() -> None:
    one, other = Scalar("1", HERE), Scalar("2", HERE)
    assert listed(Items((one, other), HERE)) == (one, other)
    assert listed(one) == (one,)


def test_only_the_words_of_a_clause_are_taken_out_of_a_clause() -> None:
    written = table("{prohibits: fire, beyond: 5 km, so_long_as: {event: signing}}")
    assert plain(expanded(written, "clause")) == {
        "beyond": "5 km",
        "does": "fire",
        "at_most": "0",
        "while": [{"event": "signing"}],
    }


def test_no_word_is_listed_twice() -> None:
    keys = [word.key for word in WORDS]
    assert sorted(keys) == sorted(set(keys))


def test_no_expansion_leaves_its_own_word_behind() -> None:
    texts = {"between": "[a, b]", "ring": "[1 km, 2 km]", "requires_notice": "{register: r}"}
    for word in WORDS:
        if word.expand is not None:
            written = table(f"{{{word.key}: {texts.get(word.key, 'x')}, of: p}}")
            assert word.key not in expanded(written, word.of).keys()
