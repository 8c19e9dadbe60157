from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.reports.cells import texts_of
from checker.reports.position.degrees import Angle, angle_of, degree_texts, pair_of
from checker.reports.rejected import Fault, Faults


@pytest.mark.parametrize(
    "text",
    [
        "36\u00b028'20\"E",
        "36\u00b0 28\u2032 20\u2033 E",
        "36\u00ba28\u201920\u201dE",
        "E 36\u00b028'20''",
        "E36 28 20",
        "36:28:20E",
        "36-28-20E",
        "36d28m20sE",
        "36 deg 28 min 20 sec east",
        "0362820E",
        "E0362820",
    ],
)
def test_the_usual_spellings_mean_the_same(text: str) -> None:
    found = angle_of(text)
    assert isinstance(found, Angle)
    assert float(found.degrees) == pytest.approx(36.0 + 28.0 / 60.0 + 20.0 / 3600.0, abs=1e-12)
    assert found.axis == "lon"


@pytest.mark.parametrize(
    ("text", "degrees", "axis"),
    [
        ("33.5N", 33.5, "lat"),
        ("S 33,5\u00b0", -33.5, "lat"),
        ("36\u00b030'W", -36.5, "lon"),
        ("-36\u00b030'", -36.5, None),
        ("36 30", 36.5, None),
        ("36 28 20 S", -36.4722222222, "lat"),
        ("36\u00b028'20S", -36.4722222222, "lat"),
        ("36d28m20s", 36.4722222222, None),
        ("3628.5N", 36.475, "lat"),
        ("90N", 90.0, "lat"),
        ("180W", -180.0, "lon"),
        ("0\u00b000'00\"N", 0.0, "lat"),
    ],
)
def test_letters_and_signs_tell_the_side(text: str, degrees: float, axis: str | None) -> None:
    found = angle_of(text)
    assert isinstance(found, Angle)
    assert float(found.degrees) == pytest.approx(degrees)
    assert found.axis == axis


@pytest.mark.parametrize(
    "text",
    [
        "-36 E",
        "N36S",
        "36\u00b060'",
        "36\u00b028'60\"",
        "36.5\u00b028'",
        "200E",
        "91N",
        "36 28 20 O",
        "362820E",
        "abc",
        "",
        "\u0663\u0666N",
        "1" * 5_000 + "N",
        "36\u00b0" * 1_000,
    ],
)
def test_what_contradicts_itself_is_refused(text: str) -> None:
    found = angle_of(text)
    assert isinstance(found, Fault)
    assert found.code == "R240"


@given(st.integers(0, 179), st.integers(0, 59), st.integers(0, 59), st.sampled_from("EW"))
@settings(max_examples=60)
def test_degrees_minutes_and_seconds_come_back(
    deg: int, minute: int, second: int, side: str
) -> None:
    want = (Decimal(deg) + Decimal(minute) / 60 + Decimal(second) / 3600) * (
        1 if side == "E" else -1
    )
    for text in (
        f"{deg}\u00b0{minute:02d}'{second:02d}\"{side}",
        f"{side}{deg:03d} {minute} {second}",
        f"{deg:03d}{minute:02d}{second:02d}{side}",
    ):
        found = angle_of(text)
        assert isinstance(found, Angle)
        assert abs(found.degrees - want) < Decimal("1e-12")


def test_a_column_keeps_its_numbers_and_tells_what_is_on_the_wrong_axis() -> None:
    faults = Faults()
    texts = texts_of(["36.5", "36\u00b030'E", "33N", "n/a", "12,5", "", "181 00"])
    found = degree_texts(texts, "lon", "X", faults)
    assert found.strings() == ["36.5", "36.5", "", "n/a", "12,5", "", ""]
    told = [(row, column, fault.code) for row, column, fault in faults]
    assert told == [(2, "X", "R240"), (6, "X", "R240")]
    assert "swapped" in next(iter(faults))[2].hint
    assert np.flatnonzero(found.blank()).tolist() == [2, 5, 6]


@pytest.mark.parametrize(
    "text", ["33.1N 36.2E", "36.2E, 33.1N", "33.1\u00b0 N; 36.2\u00b0 E", "N33.1 E36.2"]
)
def test_a_pair_is_told_apart_by_its_letters(text: str) -> None:
    pair = pair_of(text)
    assert pair is not None
    assert [float(one.degrees) for one in pair] == [36.2, 33.1]


@pytest.mark.parametrize("text", ["33.1 36.2", "33.1N 36.2N", "33.1N", "", "x" * 1000, "36SYB45"])
def test_anything_else_is_no_pair(text: str) -> None:
    assert pair_of(text) is None


@given(st.text(alphabet="0123456789 .,-+:NSEWnsew\u00b0'\"dms\u2032\u2033", max_size=30))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    found = angle_of(text)
    assert isinstance(found, Fault) or abs(found.degrees) <= 1000


@pytest.mark.parametrize("part", ["1", "1d", "2018-", "1,"])
def test_a_cell_of_a_million_characters_is_given_up_at_once(part: str) -> None:
    faults = Faults()
    text = part * (1_000_000 // len(part))
    left = degree_texts(texts_of([text, "36.5"]), "lon", "lon", faults)
    told = [fault.code for _, _, fault in faults]
    assert told == ["R240"] or left.distinct[left.codes[0]] == text
    assert left.distinct[left.codes[1]] == "36.5"
