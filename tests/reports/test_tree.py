"""Located text as the reports layer takes it, from whatever kind of file."""

from checker.reports.tree import Table, Word
from checker.values.span import Span

HERE = Span("map.yaml", 1, 1, 1, 2)


def test_a_table_gives_the_value_of_a_key_and_none_for_another() -> None:
    value = Word("km", HERE)
    table = Table(((Word("radius_m", HERE), value),), HERE)
    assert table.get("radius_m") is value
    assert table.get("lon") is None
