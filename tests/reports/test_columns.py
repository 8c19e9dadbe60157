"""The input contract: every column is told once, with its unit and its meaning."""

from checker.reports.columns import BY_NAME, COLUMNS, markdown_table, place_columns


def test_columns_have_names_and_meanings_of_their_own() -> None:
    assert len(BY_NAME) == len(COLUMNS)
    assert all(column.meaning for column in COLUMNS)
    assert all(column.words for column in COLUMNS if column.holds == "word")


def test_a_length_ends_in_its_unit() -> None:
    metres = {column.name for column in COLUMNS if column.unit == "metres"}
    assert metres == {name for name in BY_NAME if name.endswith("_m")}


def test_origin_and_target_have_the_columns_of_the_place_itself() -> None:
    own = [column.name for column in place_columns("", "it")]
    for prefix in ("origin_", "target_"):
        assert [column.name for column in place_columns(prefix, "it")] == [prefix + n for n in own]
        assert {prefix + name for name in own} <= set(BY_NAME)


def test_the_table_has_a_line_for_each_column_and_says_what_is_not_judged_yet() -> None:
    head, rule, *lines = markdown_table().splitlines()
    assert head.count("|") == rule.count("|")
    assert [line.split("`")[1] for line in lines] == [column.name for column in COLUMNS]
    assert sum("not judged yet" in line for line in lines) == sum(
        not column.is_judged for column in COLUMNS
    )
