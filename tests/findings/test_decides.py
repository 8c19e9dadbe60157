from dataclasses import replace

import pytest

from checker.findings.decides import Help, decides_of, help_of, help_with_all


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
    assert decides_of(help_of(reasons, radius_m)) == said


def test_what_decides_alone_is_joined_by_or_and_what_only_together_by_and() -> None:
    both = ("source_weak", "attribution_weak")
    assert (
        decides_of(help_of(both, None))
        == "a better founded attribution or a better source would decide"
    )
    assert decides_of(help_of(both, None, needs_all=True)) == (
        "a better founded attribution and a better source would decide together"
    )
    assert decides_of(help_of(both[:1], None, needs_all=True)) == "a better source would decide"
    assert decides_of(help_of((), None, needs_all=True)) is None


def test_doubts_that_keep_one_place_open_between_them_are_asked_for_together() -> None:
    place = ("place_wide", "place_line_vague")
    both = frozenset(place)
    assert decides_of(help_of(place, None, together=both)) == (
        "a closer position and a better line would decide together"
    )
    assert decides_of(help_of((*place, "source_weak"), None, together=both)) == (
        "a closer position together with a better line, or a better source would decide"
    )


@pytest.mark.parametrize(
    ("reasons", "clearing", "said"),
    [
        (
            ("place_wide", "actor_unresolved"),
            ("place_wide", "actor_unresolved"),
            "a position good to 300 m and knowing who it was would decide together, and either",
        ),
        (
            ("place_wide", "source_weak"),
            ("place_wide",),
            (
                "a position good to 300 m and a better source would decide together, "
                "and a position good to 300 m"
            ),
        ),
        (
            ("place_wide", "source_weak", "time_vague"),
            ("place_wide", "time_vague"),
            (
                "a position good to 300 m; a better source; a closer time: all of it together "
                "would decide, and a position good to 300 m or a closer time"
            ),
        ),
    ],
)
def test_what_would_decide_alone_if_it_spoke_for_the_report_is_named_alone(
    reasons: tuple[str, ...], clearing: tuple[str, ...], said: str
) -> None:
    asked = replace(help_of(reasons, 300.0, needs_all=True), clearing=frozenset(clearing))
    assert decides_of(asked) == f"{said} alone if it cleared the report"


def test_what_clears_one_reading_alone_is_promised_where_it_decides_the_others_too() -> None:
    reasons = ("source_weak", "time_vague")
    both = help_of(reasons, None, needs_all=True)
    one = replace(both, clearing=frozenset({"time_vague"}))
    said = "a better source and a closer time would decide together"
    cleared = ", and a closer time alone if it cleared the report"
    assert decides_of(help_with_all([one, one])) == said + cleared
    assert decides_of(help_with_all([one, both])) == said


def test_what_is_known_is_not_asked_for() -> None:
    assert decides_of(help_of(("place_wide",), None)) == "a closer position would decide"
    assert decides_of(help_of(("place_wide",), 300.0)) == "a position good to 300 m would decide"
    assert decides_of(help_of(("tie_open",), None)) == (
        "knowing whether the actor belongs to those whom the clause means would decide"
    )


def option(*reasons: str) -> frozenset[str]:
    return frozenset(reasons)


@pytest.mark.parametrize(
    ("helps", "said"),
    [
        (  # the narrower of two positions is good enough for both
            [help_of(("place_wide",), 300.0), help_of(("place_wide",), 500.0)],
            "a position good to 300 m would decide",
        ),
        (  # a better source would leave the second reading open
            [help_of(("place_wide", "source_weak"), 300.0), help_of(("place_wide",), 500.0)],
            "a position good to 300 m would decide",
        ),
        (  # what one reading asks for leaves the other open: it takes both
            [help_of(("source_weak",), None), help_of(("time_vague",), None)],
            "a better source and a closer time would decide together",
        ),
        (
            [
                help_of(("source_weak",), None),
                help_of(("source_weak", "attribution_weak"), None, needs_all=True),
            ],
            "a better founded attribution and a better source would decide together",
        ),
        (  # a radius that is known under one reading alone promises nothing under the other
            [help_of(("place_wide",), 300.0), help_of(("place_wide",), None)],
            "a closer position would decide",
        ),
        ([help_of(("source_weak",), None), help_of((), None)], None),
    ],
)
def test_what_is_promised_decides_every_reading_that_is_open(
    helps: list[Help], said: str | None
) -> None:
    assert decides_of(help_with_all(helps)) == said
    assert decides_of(help_with_all(helps[::-1])) == said


def test_of_two_ways_the_one_that_asks_for_less_is_told() -> None:
    helps = [
        Help((option("source_weak"), option("time_vague")), None),
        Help((option("source_weak"), option("source_weak", "time_vague")), None),
    ]
    assert help_with_all(helps).options == (option("source_weak"),)


def test_where_some_readings_are_decided_the_others_are_told_to_be_meant() -> None:
    one = help_of(("place_wide",), 300.0)
    assert decides_of(one, is_partial=True) == (
        "a position good to 300 m would decide under the readings that are open"
    )


def test_what_cannot_be_joined_by_and_without_being_misread_is_parted_by_semicolons() -> None:
    many = ("attribution_weak", "kind_weak", "place_line_vague")
    assert decides_of(help_of(many, None, needs_all=True)) == (
        "a better founded attribution; a report of what was seen, not of what is alleged; "
        "a better line: only all of it together would decide"
    )
