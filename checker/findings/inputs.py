"""What one report says, as it was read: every column that it fills, with what it was taken for."""

from collections.abc import Iterator

import numpy as np

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.incidents import text_at
from checker.findings.phrases import moment_text
from checker.geography.discs import Discs
from checker.geography.doubt.doubt import names_of
from checker.reports.batch import (
    ATTRIBUTIONS,
    KINDS,
    MISSING_US,
    RELIABILITIES,
    ROLES,
    UNDECLARED,
    WHOSE,
    Batch,
    Lists,
    word_of,
)

__all__ = ["inputs_of"]


def inputs_of(run: JudgedRun, batch: JudgedBatch, row: int) -> tuple[tuple[str, str], ...]:
    """Return (column, text) for each column that a report fills, in the order of the contract.

    A name is written as the report has it, with the id that it was taken for.
    """
    return tuple(
        (name, text) for name, text in _columns(run, batch.columns.batch, row) if text is not None
    )


def _columns(run: JudgedRun, reports: Batch, row: int) -> Iterator[tuple[str, str | None]]:
    core = run.plan.core
    yield "kind", word_of(KINDS, int(reports.kind[row]))
    yield "actor", _names(reports, reports.actors, row, core.actors)
    yield "attribution", word_of(ATTRIBUTIONS, int(reports.attribution[row]))
    yield "role", word_of(ROLES, int(reports.role[row]))
    yield "position_of", word_of(WHOSE, int(reports.position_of[row]))
    for name, place in (("at", reports.at), ("origin", reports.origin), ("target", reports.target)):
        yield name, _place(run, place, row)
    yield "seen", _seen(run, reports, row)
    yield "does", _names(reports, reports.does, row, core.doings)
    yield "against", _names(reports, reports.against, row, core.actors)
    yield "thing", _names(reports, reports.things, row, core.things)
    yield "count", _count(reports, row)
    yield "unit", text_at(reports, int(reports.unit.written[row]))
    yield "event", text_at(reports, int(reports.event.written[row]))
    yield "reliability", word_of(RELIABILITIES, int(reports.reliability[row]))
    grade = int(reports.credibility[row])
    yield "credibility", str(grade) if grade >= 1 else None
    quoted_m = float(reports.quoted_distance_m[row])
    yield "quoted", f"{quoted_m:,.0f} m" if np.isfinite(quoted_m) else None
    yield "supersedes", reports.supersedes[row]
    yield "source", text_at(reports, int(reports.source.written[row]))
    yield "note", text_at(reports, int(reports.note.written[row]))


def _names(reports: Batch, lists: Lists, row: int, declared: tuple[str, ...]) -> str | None:
    start, end = lists.offsets[row : row + 2]
    said = []
    for code, written in zip(lists.codes[start:end], lists.written[start:end], strict=True):
        text = text_at(reports, int(written)) or "nobody named"
        if code == UNDECLARED:
            text += " (not declared)"
        elif code >= 0 and declared[code] != text:
            text += f" ({declared[code]})"
        said.append(text)
    joint = " or " if lists is reports.actors and reports.is_one_of[row] else ", "
    return joint.join(said) or None


def _place(run: JudgedRun, place: Discs, row: int) -> str | None:
    lon_deg, lat_deg = float(place.lon_deg[row]), float(place.lat_deg[row])
    radius_m, area = float(place.radius_m[row]), int(place.area[row])
    said = []
    if np.isfinite(lon_deg) and np.isfinite(lat_deg):
        doubt = f"radius {radius_m:,.15g} m" if np.isfinite(radius_m) else "radius not known"
        said.append(f"lon {lon_deg:.15g}, lat {lat_deg:.15g}, {doubt}")
    if area >= 0:
        names = (name for name, index in run.plan.core.place_names if index == area)
        said.append(f"within {next(names, 'a place')}")
    if place.own is not None and place.own[row] >= 0:
        said.append(f"on {' and '.join(names_of(place.grounds[place.own[row]]))}")
    if area == UNDECLARED:
        said.append("within a place that nobody declared")
    return "; ".join(said) or None


def _seen(run: JudgedRun, reports: Batch, row: int) -> str | None:
    zone = run.plan.core.timezone
    if reports.from_us[row] == MISSING_US:
        return None
    start = moment_text(int(reports.from_us[row]), zone)
    end = moment_text(int(reports.to_us[row]), zone)
    how = "all the while" if reports.is_throughout[row] else "at some moment"
    return start if start == end else f"{start} to {end}, {how}"


def _count(reports: Batch, row: int) -> str | None:
    low, high = float(reports.count_low[row]), float(reports.count_high[row])
    if not np.isfinite(low) and not np.isfinite(high):
        return None
    if low == high:
        return f"{low:,.15g}"
    if np.isfinite(low) and np.isfinite(high):
        return f"{low:,.15g} to {high:,.15g}"
    return f"at least {low:,.15g}" if np.isfinite(low) else f"at most {high:,.15g}"
