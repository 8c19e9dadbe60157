"""What streams by is kept as long as it is little."""

import pytest

from checker.values.held import Held


@pytest.mark.parametrize(
    ("words", "kept"),
    [(["ab", "c"], ("ab", "c")), (["ab", "cd"], None), ([], ()), (["abcd"], None)],
)
def test_a_stream_is_kept_whole_or_not_at_all(
    words: list[str], kept: tuple[str, ...] | None
) -> None:
    held: Held[str] = Held(3, len)
    assert list(held.through(words)) == words
    assert held.items == kept


def test_what_was_not_read_to_its_end_is_not_kept() -> None:
    held: Held[str] = Held(3, len)
    next(held.through(["a", "b"]))
    assert held.items is None
