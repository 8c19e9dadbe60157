"""Reports of one line each as they were: the same bytes."""

from typing import Any

import pytest


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_are_written_as_they_are(apart: Any, mark: str) -> None:
    rows = [
        f'{{"id": "{name}",  "lon": 36.50, "lat": 33, "seen_from": "2018", "actor": "é"}}\r\n'
        for name in "ab"
    ]
    text = f"{mark}{rows[0]}\n   \n{{broken\n{rows[1]}"
    assert apart(text, "r.ndjson", 2, 3).decode() == f"{mark}{{broken\n{rows[1]}"
    assert apart(text, "r.ndjson", 1).decode() == mark + rows[0]
