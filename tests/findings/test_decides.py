import pytest

from checker.findings.decides import decides_of


@pytest.mark.parametrize(
    ("reasons", "radius_m", "said"),
    [
        (("place_vague",), 300.0, "a position good to 300 m would decide"),
        (("place_vague",), None, "a position of known radius would decide"),
        (("place_line_vague",), None, "a better line would decide"),
        (
            ("place_vague", "source_weak"),
            300.0,
            "a position good to 300 m or a better source would decide",
        ),
        ((), None, None),
        (("readings_differ",), None, None),
    ],
)
def test_what_would_decide_is_said_for_each_doubt(
    reasons: tuple[str, ...], radius_m: float | None, said: str | None
) -> None:
    assert decides_of(reasons, radius_m) == said


def test_what_decides_alone_is_joined_by_or_and_what_only_together_by_and() -> None:
    both = ("source_weak", "attribution_weak")
    assert decides_of(both, None) == "a better founded attribution or a better source would decide"
    assert decides_of(both, None, needs_all=True) == (
        "a better founded attribution and a better source would decide together"
    )
    assert decides_of(both[:1], None, needs_all=True) == "a better source would decide"
    assert decides_of((), None, needs_all=True) is None


def test_doubts_that_keep_one_place_open_between_them_are_asked_for_together() -> None:
    place = ("place_wide", "place_line_vague")
    both = frozenset(place)
    assert decides_of(place, None, together=both) == (
        "a closer position and a better line would decide together"
    )
    assert decides_of((*place, "source_weak"), None, together=both) == (
        "a closer position together with a better line, or a better source would decide"
    )


def test_what_is_known_is_not_asked_for() -> None:
    assert decides_of(("place_wide",), None) == "a closer position would decide"
    assert decides_of(("place_wide",), 300.0) == "a position good to 300 m would decide"
    assert decides_of(("tie_open",), None) == (
        "knowing whether the actor belongs to those whom the clause means would decide"
    )
