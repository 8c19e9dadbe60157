"""Reports told twice: the same but for its id, and corrected by another one; both are shown."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from checker.geography.discs import Discs
from checker.reports.batch import ATTRIBUTIONS, KINDS, MISSING_US, ROLES, Batch, Coded, Lists
from checker.reports.doubles import doubles_in
from checker.reports.quality import Found, at, warned
from checker.reports.strings import Hashes, hash_of
from checker.values.civil import iso_of_us
from checker.values.diagnostic import Diagnostic

__all__ = ["Corrections", "Doubles", "listed"]

_FACTOR = np.uint64(0x9E37_79B9_7F4A_7C15)  # 2^64 by the golden ratio: Knuth, TAOCP 3, 6.4
_SHIFT = np.uint64(29)


class Doubles:
    """Find reports that say what an earlier one says, but for id and event.

    Held is a hash of 64 bits of each report. Two that differ would have the same one once in some
    thirty million runs of a million reports.
    """

    def __init__(self, most: int) -> None:
        self.found = Found(most)
        self._hashes: list[Hashes] = []
        self._doubles: Hashes = np.empty(0, dtype=np.uint64)
        self._first: dict[int, str] = {}

    @property
    def is_open(self) -> bool:
        """Say whether any two are alike."""
        return bool(len(self._doubles))

    def see(self, batch: Batch) -> None:
        """Take in a batch."""
        self._hashes.append(_contents(batch))

    def end(self) -> None:
        """Settle which hashes stand twice; very many are sorted on disk."""
        self._doubles = doubles_in(iter(self._hashes))
        self._hashes.clear()

    def look(self, batch: Batch) -> None:
        """Find the second and all later ones of each."""
        hashes = _contents(batch)
        rows = np.flatnonzero(np.isin(hashes, self._doubles))
        firsts = {}
        for row in rows.tolist():
            firsts[row] = self._first.setdefault(int(hashes[row]), at(batch, row))
        again = np.array([row for row in firsts if firsts[row] != at(batch, row)], dtype=np.intp)
        hint = "remove one of them, if it is one report; else it counts twice"
        self.found.add(
            again,
            lambda row: warned(
                "R174", batch, row, f"says the same as the report at {firsts[row]}", hint
            ),
        )


class Corrections:
    """Find reports that correct others, with both places, and what the later one says otherwise.

    Held is what each corrected report and its correction say: as many as there are corrections.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._wanted: set[str] = set()
        self._old: dict[str, tuple[str, dict[str, str]]] = {}
        self._new: list[tuple[str, Diagnostic, dict[str, str]]] = []

    @property
    def is_open(self) -> bool:
        """Say whether any report corrects another."""
        return bool(self._wanted)

    @property
    def found(self) -> Found:
        """Return all corrections of reports that the files hold."""
        found = Found(self._most)
        for old, told, said in self._new:
            if old in self._old:
                found.add(np.zeros(1, np.intp), lambda _, one=(old, told, said): self._told(*one))  # type: ignore[misc]
        return found

    def see(self, batch: Batch) -> None:
        """Note which reports are corrected."""
        self._wanted.update(old for _, old in batch.supersedes.given())

    def end(self) -> None:
        """Do nothing: the corrected ones are looked for in the second pass."""

    def look(self, batch: Batch) -> None:
        """Note what the corrected ones say, and what their corrections do."""
        for row, name in enumerate(batch.ids):
            if name in self._wanted:
                self._old[name] = (at(batch, row), _said(batch, row))
        hint = "nothing, if that is meant; else leave supersedes blank"
        for row, old in batch.supersedes.given():
            told = warned("R175", batch, row, "corrects", hint)
            self._new.append((old, told, _said(batch, row)))

    def _told(self, old: str, told: Diagnostic, said: dict[str, str]) -> Diagnostic:
        where, before = self._old[old]
        changed = ", ".join(_changes(before, said)) or "nothing that is compared is otherwise"
        message = f"{told.message} '{old}' at {where}: {changed}; the later one counts"
        return replace(told, message=message)


def _said(batch: Batch, row: int) -> dict[str, str]:
    spell = batch.spellings

    def words(lists: Lists) -> str:
        first, last = lists.offsets[row : row + 2].tolist()
        return ";".join(spell[code] for code in lists.written[first:last] if code >= 0)

    def text(names: Coded) -> str:
        code = int(names.written[row])
        return spell[code] if code >= 0 else ""

    return {
        "lon": _number(batch.at.lon_deg[row]),
        "lat": _number(batch.at.lat_deg[row]),
        "radius_m": _number(batch.at.radius_m[row]),
        "time": _span(_instant(batch.from_us[row]), _instant(batch.to_us[row])),
        "actor": words(batch.actors),
        "against": words(batch.against),
        "does": words(batch.does),
        "thing": words(batch.things),
        "unit": text(batch.unit),
        "count": _span(_number(batch.count_low[row]), _number(batch.count_high[row])),
        "kind": KINDS[batch.kind[row]],
        "role": _word(ROLES, int(batch.role[row])),
        "attribution": _word(ATTRIBUTIONS, int(batch.attribution[row])),
        "area": str(batch.at.area[row]),
        "source": text(batch.source),
        "note": text(batch.note),
    }


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}..{last}"


def _instant(us: np.int64) -> str:
    return "blank" if us == MISSING_US else iso_of_us(int(us), "UTC")


def _word(words: Sequence[str], code: int) -> str:
    return words[code] if code >= 0 else "blank"


def _number(value: float) -> str:
    return "blank" if np.isnan(value) else f"{value:.7g}"


def _changes(old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    """Yield what is otherwise, with both values; of long texts and areas the column alone."""
    for name, text in old.items():
        if text != new[name]:
            is_told = name not in {"area", "source", "note"}
            pair = (text or "blank", new[name] or "blank")
            yield f"{name} {pair[0]} -> {pair[1]}" if is_told else f"another {name}"


def _contents(batch: Batch) -> Hashes:
    """Return a hash of what each report says, its id and event left out; shape (n,)."""
    spelt = np.array([*(hash_of(text) for text in batch.spellings), 0], dtype=np.uint64)
    mixed = np.zeros(len(batch), dtype=np.uint64)
    for codes in (batch.kind, batch.attribution, batch.role, batch.position_of):
        mixed = _mixed(mixed, codes.astype(np.int64).view(np.uint64))
    for numbers in (batch.count_low, batch.count_high, batch.quoted_distance_m):
        mixed = _mixed(mixed, (numbers + 0.0).view(np.uint64))
    for disc in (batch.at, batch.origin, batch.target):
        mixed = _placed(mixed, disc)
    for times in (batch.from_us, batch.to_us):
        mixed = _mixed(mixed, times.view(np.uint64))
    for lists in (batch.actors, batch.against, batch.does, batch.things, batch.unplaced):
        mixed = _mixed(mixed, listed(lists, spelt))
    for texts in (batch.unit, batch.source, batch.note):
        mixed = _mixed(mixed, spelt[texts.written])
    return mixed


def _placed(mixed: Hashes, disc: Discs) -> Hashes:
    for numbers in (disc.lon_deg, disc.lat_deg, disc.radius_m):
        mixed = _mixed(mixed, (numbers + 0.0).view(np.uint64))
    return _mixed(mixed, disc.area.astype(np.int64).view(np.uint64))


def listed(lists: Lists, spelt: Hashes) -> Hashes:
    """Return the sum of the hashes of each row's words, in whatever order they stand."""
    sums = np.concatenate(([np.uint64(0)], np.cumsum(spelt[lists.written], dtype=np.uint64)))
    found: Hashes = sums[lists.offsets[1:]] - sums[lists.offsets[:-1]]
    return found


def _mixed(hashes: Hashes, values: Hashes) -> Hashes:
    found = (hashes ^ values) * _FACTOR
    return found ^ (found >> _SHIFT)
