"""What is worked out once."""

import copy

from checker.values.once import Once


def test_it_is_made_when_it_is_first_asked_for_and_kept_under_its_name() -> None:
    made: list[str] = []

    def make(value: str) -> str:
        made.append(value)
        return value

    once = Once()
    assert once.of("a", lambda: make("x")) == "x"
    assert once.of("a", lambda: make("y")) == "x"
    assert once.of("b", lambda: make("z")) == "z"
    assert made == ["x", "z"]


def test_elsewhere_it_comes_empty() -> None:
    once = Once()
    once.of("a", lambda: 1)
    assert copy.copy(once).of("a", lambda: 2) == 2
