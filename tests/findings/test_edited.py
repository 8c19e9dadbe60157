"""Which edition of a result this is."""

from checker.findings.edited import Edition


def test_a_size_is_written_exactly() -> None:
    assert [Edition(cell_m).size for cell_m in (1_000.0, 1_609.344, 250.0, 12.5)] == [
        *("1 km", "1.609344 km", "250 m", "12.5 m")
    ]
    assert "cells of 1 km or more" in Edition(1_000.0).said
