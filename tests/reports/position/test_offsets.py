import pytest

from checker.reports.position.atlas import Atlas
from checker.reports.position.offsets import NEAR_M, Offset, offset_of, placed, rounding

SOUTH_WEST, NORTH_EAST, NORTH = (225.0, 22.5), (45.0, 22.5), (0.0, 45.0)


@pytest.mark.parametrize(
    ("text", "low_m", "high_m", "compass"),
    [
        ("7 km south-west of Nawa", 6_500.0, 7_500.0, SOUTH_WEST),
        ("7km SW of Nawa", 6_500.0, 7_500.0, SOUTH_WEST),
        ("7 km to the southwest of Nawa", 6_500.0, 7_500.0, SOUTH_WEST),
        ("7 kilometres S.W. of Nawa", 6_500.0, 7_500.0, SOUTH_WEST),
        ("Nawa, 7 km SW", 6_500.0, 7_500.0, SOUTH_WEST),
        ("20-25 km NE of Nawa", 17_500.0, 27_500.0, NORTH_EAST),
        ("20\u201325 km NE of Nawa", 17_500.0, 27_500.0, NORTH_EAST),
        ("20 to 25 km north-east of Nawa", 17_500.0, 27_500.0, NORTH_EAST),
        ("20 km N of Nawa", 15_000.0, 25_000.0, NORTH),
        ("about 7 km north of Nawa", 6_000.0, 8_000.0, NORTH),
        ("ca. 7.5 km north of Nawa", 7_000.0, 8_000.0, NORTH),
        ("7,2 km north of Nawa", 7_150.0, 7_250.0, NORTH),
        ("up to 7 km north of Nawa", 0.0, 7_500.0, NORTH),
        ("within 7 km of Nawa", 0.0, 7_500.0, None),
        ("7 km from Nawa", 6_500.0, 7_500.0, None),
        ("300 m north of Nawa", 250.0, 350.0, NORTH),
        ("300 m north of NAWA", 250.0, 350.0, NORTH),
        ("7 MI north of Nawa", 6.5 * 1609.344, 7.5 * 1609.344, NORTH),
        ("2 miles north of Nawa", 1.5 * 1609.344, 2.5 * 1609.344, NORTH),
        ("near Nawa", 0.0, NEAR_M, None),
        ("in the vicinity of Nawa", 0.0, NEAR_M, None),
        ("on the outskirts of Nawa", 0.0, NEAR_M, None),
        ("northern outskirts of Nawa", 0.0, NEAR_M, None),
        ("Nawa outskirts", 0.0, NEAR_M, None),
        ("in Nawa", 0.0, 0.0, None),
        ("2 nm N of Nawa", 1.5 * 1852.0, 2.5 * 1852.0, NORTH),
        ("2 NM north of Nawa", 1.5 * 1852.0, 2.5 * 1852.0, NORTH),
        ("7-km north of Nawa", 6_500.0, 7_500.0, NORTH),
        ("seven km north of Nawa", 6_500.0, 7_500.0, NORTH),
        ("Twenty-five kilometres north of Nawa", 22_500.0, 27_500.0, NORTH),
        ("half a mile north of Nawa", 0.25 * 1609.344, 0.75 * 1609.344, NORTH),
        ("a kilometre from Nawa", 500.0, 1_500.0, None),
        ("seven to nine km outside of Nawa", 6_500.0, 9_500.0, None),
        ("7 km S-SW of Nawa", 6_500.0, 7_500.0, (202.5, 11.25)),
        ("7 km southsouthwest of Nawa", 6_500.0, 7_500.0, (202.5, 11.25)),
    ],
)
def test_words_allow_so_much(
    text: str, low_m: float, high_m: float, compass: tuple[float, float] | None
) -> None:
    found = offset_of(text)
    assert found is not None
    assert found.names == ("nawa",)
    assert [found.low_m, found.high_m] == pytest.approx([low_m, high_m])
    assert found.compass == compass


def test_a_place_between_two_hangs_on_both() -> None:
    for words in ("between", "halfway between", "midway between"):
        assert offset_of(f"{words} Nawa and Tell al-Harra") == Offset(("nawa", "tell al-harra"))


@pytest.mark.parametrize(
    "text",
    [
        "Nawa",
        "north of Nawa",
        "7 km",
        "1,500 m north of Nawa",
        "1.500 m north of Nawa",
        "25 to 20 km north of Nawa",
        "0 km north of Nawa",
        "more than 7 km north of Nawa",
        "5000 km north of Nawa",
        "several km north of Nawa",
        "a few km north of Nawa",
        "7 km bearing 225 from Nawa",
        "Nawa area",
        "sevenkm north of Nawa",
        "7 leagues north of Nawa",
        "7 M north of Nawa",
        "500M NORTH OF NAWA",
        "x" * 5_000,
        "7 km " * 2_000,
    ],
)
def test_what_nobody_can_bound_is_no_offset(text: str) -> None:
    assert offset_of(text) is None


@pytest.mark.parametrize(
    ("number", "off"),
    [
        ("7", 0.5),
        ("20", 5.0),
        ("25", 2.5),
        ("100", 50.0),
        ("7.0", 0.05),
        ("7.5", 0.25),
        ("15", 2.5),
    ],
)
def test_a_number_is_as_good_as_its_last_digit(number: str, off: float) -> None:
    assert rounding(number) == pytest.approx(off)


def test_an_unknown_name_is_told_and_a_size_of_the_place_widens() -> None:
    atlas = Atlas(extents={"nawa": (36.0, 33.0, 1_000.0)})
    near = offset_of("near Nawa")
    lost = offset_of("7 km north of Jasim")
    assert near is not None
    assert lost is not None
    found = placed(near, atlas)
    assert not isinstance(found, str)
    assert found[0].radius_m == NEAR_M + 1_000.0
    assert placed(lost, atlas) == "jasim"
