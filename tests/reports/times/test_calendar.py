from checker.reports.times.calendar import (
    JOINTS,
    MONTHS,
    PARTS_OF_DAY,
    PASSED_OVER,
    SEASON_NAMES,
    SEASONS,
    THIRDS,
)


def test_no_word_has_two_meanings() -> None:
    tables = [MONTHS, JOINTS, PARTS_OF_DAY, PASSED_OVER, SEASON_NAMES, THIRDS]
    words = [word for table in tables for word in table]
    assert len(words) == len(set(words))


def test_months_are_twelve_and_parts_of_a_year_are_those_of_the_standard() -> None:
    assert sorted(set(MONTHS.values())) == [*range(1, 13)]
    assert sorted(SEASONS) == [*range(21, 42)]
    assert set(SEASON_NAMES.values()) == {21, 22, 23, 24}
