"""Values of a JSON object are what they should be, or refused by name."""

from collections.abc import Callable

import pytest

from checker.outputs.json_object import JsonObject, UnfitError

GIVEN = {
    "text": "a",
    "number": 1.5,
    "whole": 2.0,
    "truth": True,
    "none": None,
    "texts": ["a", "b"],
    "pairs": {"q": "a", "p": "b"},
    "parts": [{"deep": "c"}],
}
OBJECT = JsonObject(GIVEN, "the result")


def test_values_of_the_right_kind_are_handed_out() -> None:
    assert (OBJECT.text("text"), OBJECT.number("number"), OBJECT.whole("whole")) == ("a", 1.5, 2)
    assert (OBJECT.truth("truth"), OBJECT.texts("texts")) == (True, ("a", "b"))
    assert OBJECT.pairs("pairs") == (("q", "a"), ("p", "b"))
    assert [part.text("deep") for part in OBJECT.parts("parts")] == ["c"]
    assert OBJECT.word("text", {"a": 7}) == 7


def test_what_is_not_known_is_none_where_it_may_be() -> None:
    assert (OBJECT.maybe_text("none"), OBJECT.maybe_number("none")) == (None, None)
    assert (OBJECT.maybe_whole("none"), OBJECT.maybe_part("none")) == (None, None)
    assert (OBJECT.maybe_text("text"), OBJECT.maybe_whole("whole")) == ("a", 2)


@pytest.mark.parametrize(
    ("ask", "said", "key"),
    [
        (lambda one: one.text("gone"), "the result has no 'gone'", None),
        (lambda one: one.maybe_text("gone"), "the result has no 'gone'", None),
        (lambda one: one.text("number"), "the result.number is not a text", "number"),
        (lambda one: one.number("text"), "the result.text is not a number", "text"),
        (lambda one: one.number("truth"), "the result.truth is not a number", "truth"),
        (lambda one: one.whole("number"), "the result.number is not a whole number", "number"),
        (lambda one: one.truth("none"), "the result.none is not true or false", "none"),
        (lambda one: one.word("text", {"b": 1}), "the result.text is not one of b", "text"),
        (lambda one: one.part("text"), "the result.text is no object", "text"),
        (lambda one: one.texts("text"), "the result.text is not a list", "text"),
        (lambda one: one.texts("parts"), "the result.parts is not a list of texts", "parts"),
        (lambda one: one.parts("texts"), r"the result.texts\[0\] is no object", "texts"),
        (
            lambda one: one.parts("parts")[0].text("up"),
            r"the result.parts\[0\] has no 'up'",
            "parts",
        ),
    ],
)
def test_anything_else_is_refused_by_its_name(
    ask: Callable[[JsonObject], object], said: str, key: str | None
) -> None:
    with pytest.raises(UnfitError, match=f"^{said}$") as error:
        ask(OBJECT)
    assert error.value.key == key


def test_what_is_no_object_has_no_values() -> None:
    with pytest.raises(UnfitError, match="the result is no object"):
        JsonObject([], "the result")
