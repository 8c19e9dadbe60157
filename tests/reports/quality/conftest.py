"""What tests of what looks wrong share: the warnings about some rows."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.reports.quality import Limits
from checker.reports.quality.checked import quality_of

HEAD = "id,kind,lon,lat,radius_m,seen_from,actor,unit,supersedes\n"
Told = Callable[..., list[str]]


def line(name: object, **cells: object) -> str:
    said: dict[str, object] = {
        "id": name,
        "kind": "position",
        "lon": 36,
        "lat": 33,
        "radius_m": 100,
        "seen_from": "2018-06-01T10:00Z",
        "actor": "red",
        "unit": "",
        "supersedes": "",
        **cells,
    }
    return ",".join(str(said[name]) for name in HEAD.strip().split(",")) + "\n"


@pytest.fixture
def told(read: Any) -> Told:
    """Return what is told of rows, as ``code line message``."""

    def found(*rows: str, most: int = 100, **limits: Any) -> list[str]:
        reports = read(HEAD + "".join(rows))
        assert reports.rejected == ()
        stated = Limits(superseded=reports.superseded(), **limits)
        return [
            f"{one.code} {one.span.line if one.span else 0} {one.message}"
            for one in quality_of(reports.batches, stated, most)
        ]

    return found
