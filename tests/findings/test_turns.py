"""Which report made a condition what it is."""

from hypothesis import given
from hypothesis import strategies as st

from checker.findings.turns import Turn, Turns

TURNS = st.lists(
    st.builds(
        lambda start, more, is_proved: (start, start + more, is_proved),
        st.integers(0, 4),
        st.integers(0, 3),
        st.booleans(),
    ),
    max_size=7,
)


@given(drawn=TURNS, at_us=st.integers(-1, 8), is_first=st.booleans())
def test_it_is_the_one_that_is_found_by_looking_at_all(
    drawn: list[tuple[int, int, bool]], at_us: int, is_first: bool
) -> None:
    turns = [Turn(f"r{n}", *one) for n, one in enumerate(sorted(drawn, key=lambda one: one[0]))]
    earlier = [one for one in turns if one.from_us <= at_us]
    proved = [one for one in earlier if one.is_proved]
    certain = [one for one in proved if one.since_us <= at_us]
    slowly = max(
        certain or proved or earlier, key=lambda one: (one.is_proved, one.since_us), default=None
    )
    if certain and is_first:
        slowly = min(certain, key=lambda one: one.since_us)
    assert Turns(turns).by(at_us, is_first=is_first) == slowly
