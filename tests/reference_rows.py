"""Reports one by one: what a batch's columns say of each row, and which rows are read at all."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from checker.geography.discs import Discs
from checker.geography.region import AllOf
from checker.language.core.agreement import Core
from checker.language.core.pattern import FOREVER_US
from checker.reports.batch import (
    ATTRIBUTIONS,
    KINDS,
    MISSING,
    MISSING_US,
    ROLES,
    UNDECLARED,
    WHOSE,
    Batch,
    Coded,
    Lists,
)
from tests.reference_region import Disc
from tests.reference_swapped import grounds_of, may_be_swapped

__all__ = ["Row", "Word", "read"]

Word = int | str | None
"""An index of a declared word, the text of an undeclared one, None for a missing one."""


@dataclass(frozen=True)
class Row:
    """Hold one report; empty cells are None, empty lists ()."""

    file: str
    row: int
    id: str
    fingerprint: str
    kind: str | None
    at: Disc | None
    origin: Disc | None
    target: Disc | None
    from_us: int
    to_us: int
    has_time: bool
    is_throughout: bool
    actors: tuple[Word, ...]
    is_one_of: bool
    against: tuple[Word, ...]
    does: tuple[Word, ...]
    things: tuple[Word, ...]
    attribution: str | None
    role: str | None
    position_of: str | None
    unit: str | None
    event: str | None
    count_low: float
    count_high: float
    reliability: str | None
    credibility: int | None
    supersedes: str | None
    is_swapped: bool = False
    is_drawn: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """Return the identity of the row among all files."""
        return self.file, self.row

    def is_before(self, other: "Row") -> bool:
        """Say whether this report is certainly earlier than another."""
        return self.to_us < other.from_us


def read(core: Core, batches: Iterable[Batch], as_of_us: int | None) -> tuple[list[Row], int]:
    """Return the rows that count, and the instant as of which they are judged."""
    grounds = grounds_of(core.places)
    rows = [_row(core, batch, i) for batch in batches for i in range(len(batch))]
    rows = [
        replace(row, is_swapped=not row.is_drawn and may_be_swapped(row.at, grounds))
        for row in rows
    ]
    if as_of_us is None:
        files = core.coverage.files if core.coverage is not None else ()
        # What was refused is no date to judge as of.
        dated = [row for row in rows if row.file not in files]
        as_of_us = max((r.to_us for r in dated if r.has_time), default=0)
    rows = [r for r in rows if not (r.has_time and r.from_us > as_of_us)]
    corrected = {r.supersedes for r in rows if r.supersedes}
    return [r for r in rows if r.id not in corrected], as_of_us


def _row(core: Core, batch: Batch, i: int) -> Row:
    has_time = int(batch.from_us[i]) != MISSING_US
    reliability, credibility = int(batch.reliability[i]), int(batch.credibility[i])
    return Row(
        file=batch.file,
        row=int(batch.row[i]),
        id=batch.ids[i],
        fingerprint=batch.fingerprints[i],
        kind=_named(KINDS, int(batch.kind[i])),
        at=_disc(core, batch.at, i),
        origin=_disc(core, batch.origin, i),
        target=_disc(core, batch.target, i),
        from_us=int(batch.from_us[i]) if has_time else -FOREVER_US,
        to_us=int(batch.to_us[i]) if has_time else FOREVER_US - 1,
        has_time=has_time,
        is_throughout=bool(batch.is_throughout[i]) and has_time,
        actors=_words(batch, batch.actors, i) or (None,),
        is_one_of=bool(batch.is_one_of[i]),
        against=_words(batch, batch.against, i),
        does=_words(batch, batch.does, i),
        things=_words(batch, batch.things, i),
        attribution=_named(ATTRIBUTIONS, int(batch.attribution[i])),
        role=_named(ROLES, int(batch.role[i])),
        position_of=_named(WHOSE, int(batch.position_of[i])),
        unit=_text(batch, batch.unit, i),
        event=_text(batch, batch.event, i),
        count_low=float(batch.count_low[i]),
        count_high=float(batch.count_high[i]),
        reliability="ABCDEF"[reliability] if reliability >= 0 else None,
        credibility=credibility if credibility >= 1 else None,
        supersedes=batch.supersedes[i],
        is_drawn=batch.at.own is not None and int(batch.at.own[i]) >= 0,
    )


def _named(names: tuple[str, ...], code: int) -> str | None:
    return names[code] if code >= 0 else None


def _text(batch: Batch, column: Coded, i: int) -> str | None:
    code = int(column.written[i])
    return batch.spellings[code] if code >= 0 else None


def _words(batch: Batch, lists: Lists, i: int) -> tuple[Word, ...]:
    found: list[Word] = []
    for k in range(int(lists.offsets[i]), int(lists.offsets[i + 1])):
        code = int(lists.codes[k])
        if code == MISSING:
            found.append(None)
        elif code == UNDECLARED:
            found.append(batch.spellings[int(lists.written[k])])
        else:
            found.append(code)
    return tuple(found)


def _disc(core: Core, discs: Discs, i: int) -> Disc | None:
    lon, lat = float(discs.lon_deg[i]), float(discs.lat_deg[i])
    area = int(discs.area[i])
    centre = None if math.isnan(lon) or math.isnan(lat) else (lon, lat)
    region = core.place_regions[area] if area >= 0 else None
    own = int(discs.own[i]) if discs.own is not None else -1
    if own >= 0:
        ground = discs.grounds[own]
        region = ground if region is None else AllOf((region, ground))
    if centre is None and region is None:
        return None
    return Disc(centre, float(discs.radius_m[i]), region)
