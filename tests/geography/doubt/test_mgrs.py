import pytest

from checker.geography.doubt.mgrs import Block, GridProblem, Polar, Zone, block_of, zone_box


@pytest.mark.parametrize(
    "text", ["34TDQ2368", "34T DQ 23 68", "34tdq2368", " 34T  DQ2368 ", "34T\u00a0DQ\u00a02368"]
)
def test_blanks_and_small_letters_change_nothing(text: str) -> None:
    assert block_of(text) == Block(Zone(34, "T"), 400_000.0, 900_000.0, 23_000.0, 68_000.0, 1000.0)


def test_rows_of_even_zones_begin_with_f_and_columns_go_round_by_three_zones() -> None:
    assert block_of("31UAA").row_m == 0.0
    assert block_of("32UJF").row_m == 0.0
    assert [block_of(f"{zone}U{column}F").column_m for zone, column in ((31, "A"), (32, "J"))] == [
        100_000.0,
        100_000.0,
    ]


def test_polar_caps_have_letters_of_their_own() -> None:
    assert block_of("ZAH") == Block(Polar("Z"), 2_000_000.0, 2_000_000.0)
    assert block_of("YZH").column_m == 1_900_000.0
    assert block_of("AZN").row_m == 2_000_000.0
    assert Polar("Y").is_north
    assert not Polar("B").is_north


def test_norway_and_svalbard_have_zones_of_other_widths() -> None:
    assert zone_box(Zone(31, "V"))[:3:2] == (0.0, 3.0)
    assert zone_box(Zone(32, "V"))[:3:2] == (3.0, 12.0)
    assert zone_box(Zone(33, "X"))[:3:2] == (9.0, 21.0)
    assert zone_box(Zone(33, "V"))[:3:2] == (12.0, 18.0)


@pytest.mark.parametrize(
    "text", ["34TDQ12 3 4 5", "34TDQ\u0661\u0662", "x" * 1000, "34TDQ" + "1" * 40]
)
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(GridProblem):
        block_of(text)
