"""Whether two terms can speak of one report."""

from checker.language.core.pattern import Edge, Group, Membership, Pattern, Period, Words
from checker.language.lint.overlap import (
    agree,
    can_coincide,
    certain_members,
    shared_members,
    shared_words,
)


def group(*members: tuple[tuple[int, int, int], ...]) -> Group:
    return Group("said", tuple(Membership(spans) for spans in members))


def during(start_us: int, end_us: int) -> Pattern:
    return Pattern(when=(Period(Edge(start_us, start_us), Edge(end_us, end_us)),))


def test_answers_agree_unless_one_question_is_answered_twice() -> None:
    assert agree((("a", "x"),), (("b", "y"),))
    assert agree((("a", "x"), ("b", "y")), (("a", "x"),))
    assert not agree((("a", "x"),), (("a", "z"),))


def test_periods_are_half_open() -> None:
    assert can_coincide(during(0, 10), during(9, 20))
    assert not can_coincide(during(0, 10), during(10, 20))
    assert can_coincide(during(0, 10), Pattern())


def test_an_edge_that_is_not_known_may_still_lie_in_time() -> None:
    vague = Pattern(when=(Period(Edge(5, 15, "vague"), Edge(30, 30)),))
    assert can_coincide(during(0, 10), vague)


def test_a_member_is_certain_where_the_answer_is_true_at_some_time() -> None:
    assert certain_members(group(((0, 10, 2),), ((0, 10, 1),), ())) == {0}
    assert certain_members(None) == frozenset()


def test_a_shared_member_is_of_both_at_one_instant() -> None:
    early, late = group(((0, 10, 2),)), group(((10, 20, 2),))
    assert shared_members(early, group(((5, 20, 2),))) == {0}
    assert shared_members(early, late) == frozenset()
    assert shared_members(early, None) == {0}


def test_words_are_shared_where_both_certainly_mean_one() -> None:
    assert shared_words(Words("a", (0, 2, 1)), Words("b", (2, 2, 0)))
    assert not shared_words(Words("a", (0, 2, 1)), Words("b", (2, 1, 2)))
    assert shared_words(Words("a", (0, 2)), None)
