import numpy as np
import pytest

from checker.findings.quoted import quoted_note, quoted_of, unlike

NAN = float("nan")


@pytest.mark.parametrize(
    ("quoted_m", "spans", "is_unlike"),
    [
        (40_000.0, [(0.0, 5_000.0)], True),
        (40_000.0, [(0.0, 5_000.0), (39_000.0, 42_000.0)], False),
        (40_000.0, [(0.0, 36_000.0)], False),  # it may be rounded from 36
        (7_000.0, [(5_000.0, 6_400.0)], True),
        (7_000.0, [(5_000.0, 6_500.0)], False),
        (25_000.0, [(28_000.0, 29_000.0)], True),
        (25_000.0, [(27_400.0, 29_000.0)], False),
        (5_000.0, [(-6_000.0, -4_900.0)], False),  # on the other side, as far
        (0.0, [(-10.0, 10.0)], False),
        (40_000.0, [(NAN, NAN)], False),
        (40_000.0, [], False),
        (NAN, [(0.0, 5_000.0)], False),
    ],
)
def test_a_quoted_distance_is_unlike_if_none_of_those_measured_may_be_it(
    quoted_m: float, spans: list[tuple[float, float]], is_unlike: bool
) -> None:
    assert unlike(np.array([quoted_m]), lambda _: spans).tolist() == [is_unlike]


def test_a_note_tells_both_only_where_they_differ() -> None:
    assert quoted_note(40_000.0, is_unlike=False) == "the source itself gives 40.0 km"
    assert "does not fit" in quoted_note(40_000.0, is_unlike=True)


def test_missing_ones_are_equal_to_each_other() -> None:
    assert quoted_of(np.array([NAN, 5.0])).tolist() == [-1.0, 5.0]
