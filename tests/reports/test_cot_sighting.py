"""Whether an event of Cursor on Target is a sighting."""

import pytest

from checker.reports.cot_sighting import no_sighting

NOON = "2018-06-01T12:00:00Z"


@pytest.mark.parametrize(
    "kind",
    [
        *(f"a-{one}-G" for one in "fhunpsjkaox"),
        *("b-m-p-s-m", "b-m-p-s-p-loc", "b-m-p", "b-t", "b-m-rx", "u-d-p", "tx", "", "b-r-f-h-c"),
    ],
)
def test_what_was_seen_is_a_sighting(kind: str) -> None:
    assert no_sighting({"type": kind, "time": NOON, "start": NOON, "stale": NOON}) is None


@pytest.mark.parametrize("how", ["h-e", "h-g-i-g-o", "m-g", "m-f", "m-r", "m-sx", ""])
def test_how_a_point_came_about_is_no_doubt_of_a_sighting(how: str) -> None:
    said = {"type": "a-h-G", "how": how, "time": NOON, "start": NOON, "stale": NOON}
    assert no_sighting(said) is None


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"type": "t-x-c-t"}, "tasking"),
        ({"type": "t-x-d-d"}, "tasking"),
        ({"type": "b-m-r"}, "plan"),
        ({"type": "b-m-p-w-GOTO"}, "plan"),
        ({"type": "b-m-p-c"}, "plan"),
        ({"type": "b-t-f"}, "message"),
        ({"type": "a-h-G", "opex": "e-REDFLAG"}, "exercise"),
        ({"type": "a-h-G", "opex": "s"}, "simulation"),
        ({"type": "a-h-G", "how": "m-s"}, "simulation"),
        ({"type": "a-h-G", "how": "m-p-x"}, "prediction"),
    ],
)
def test_what_nobody_saw_is_none(said: dict[str, str], word: str) -> None:
    fault = no_sighting(said)
    assert fault is not None
    assert fault.code == "R236"
    assert word in fault.reason


@pytest.mark.parametrize(
    ("start", "made", "stale", "code"),
    [
        ("2018-06-01T12:00:00.001Z", NOON, "2018-06-01T12:05:00Z", "R236"),
        ("2018-06-01T15:00:00.5+03:00", NOON, "2018-06-01T12:05:00Z", "R236"),
        ("2018-06-01T15:00:00+03:00", NOON, "2018-06-01T12:05:00Z", None),
        (NOON, NOON, "2018-06-01T11:59:59.999Z", "R313"),
        (NOON, NOON, "2018-06-01T14:59:59+03:00", "R313"),
        (NOON, NOON, "2018-06-01T15:00:00.0000000+03:00", None),
        ("noon", NOON, NOON, None),
        (NOON, NOON, "", None),
        ("2018-06-01T13:00:00", NOON, NOON, None),
    ],
)
def test_times_are_in_their_order(start: str, made: str, stale: str, code: str | None) -> None:
    fault = no_sighting({"type": "a-h-G", "start": start, "time": made, "stale": stale})
    assert (fault.code if fault else None) == code
