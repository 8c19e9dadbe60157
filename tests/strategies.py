"""Small random worlds: an agreement in YAML with reports drawn at its limits, the same for a seed.

Positions stand at a limit, at limit plus or minus radius and accuracy, and some millimetres off;
times at the edges of periods and of days; grades at the bar of proof.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from checker.geography.region import Region
from tests.strategies_ground import Ground, Spot
from tests.strategies_terms import Terms

__all__ = ["World", "make_world", "write_world"]

_COLUMNS = (
    "id", "supersedes", "event", "kind", "lon", "lat", "radius_m", "within_area", "target_lon",
    "target_lat", "target_radius_m", "seen_from", "seen_to", "time_kind", "actor", "actor_all",
    "actor_one_of", "attribution", "role", "position_of", "unit", "does", "against", "thing",
    "count_low", "count_high", "reliability", "credibility",
)  # fmt: skip
_MOST_LATITUDE = 90.0
_HOURS = ("00:00:00", "06:00:00", "09:00:00", "09:30:00", "12:00:00", "21:30:00", "23:59:59")


@dataclass(frozen=True)
class World:
    """Hold the files of one agreement and its reports."""

    seed: int
    files: dict[str, str]
    reports: str


def make_world(seed: int) -> World:
    """Return the world of a seed."""
    rng = np.random.default_rng(seed)
    ground = Ground(rng)
    terms = Terms(rng, ground)
    files = {"agreement.yaml": terms.text(), **terms.files}
    rows = _Reports(rng, ground, terms).rows()
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return World(seed, files, out.getvalue())


def write_world(world: World, folder: Path) -> tuple[Path, Path]:
    """Write a world's files; returns the agreement's folder and the file of reports."""
    for name, text in world.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    reports = folder / "reports.csv"
    reports.write_text(world.reports, encoding="utf-8")
    return folder, reports


class _Reports:
    """Draw rows that try a world's clauses at their edges."""

    def __init__(self, rng: np.random.Generator, ground: Ground, terms: Terms) -> None:
        self.rng = rng
        self.ground = ground
        self.terms = terms
        self.start = int(rng.integers(0, 12))
        self.turned = float(rng.choice([0.0, 0.4], p=[0.75, 0.25]))
        """The share of rows with longitude and latitude swapped: of some worlds, many."""

    def rows(self) -> list[dict[str, str]]:
        """Return all rows, one or two of them corrections."""
        count = int(self.rng.integers(8, 15))
        rows = [self._row(f"r{i}") for i in range(count)]
        if self._happens(0.25):
            rows[-1]["supersedes"] = "r1"
        if "coverage.csv" in self.terms.files and self._happens(0.6):
            rows.append(self._quiet(f"r{count}"))
        return rows

    def _quiet(self, name: str) -> dict[str, str]:
        """Draw a report of others some days later: silence about the rest lasts until then."""
        row = self._row(name)
        last = self._pick({"2018-06-18T12:00:00Z": 2, "2018-06-12": 1})
        row |= {"actor": "farmers", "actor_all": "", "actor_one_of": ""}
        return row | {"seen_from": last, "seen_to": last}

    def _happens(self, share: float) -> bool:
        return bool(self.rng.random() < share)

    def _pick(self, choices: dict[str, float]) -> str:
        weights = np.array(list(choices.values()))
        return list(choices)[int(self.rng.choice(len(weights), p=weights / weights.sum()))]

    def _row(self, name: str) -> dict[str, str]:
        row = dict.fromkeys(_COLUMNS, "")
        row["id"] = name
        row["kind"] = self._pick(
            {"position": 8, "incident": 10, "admission": 1.2, "allegation": 1, "statement": 0.5}
            | {"denial": 0.3, "withdrawal_claim": 0.3, "access_denied": 0.5, "": 0.3}
        )
        self._where(row)
        self._when(row)
        self._who(row)
        self._what(row)
        self._how_known(row)
        if self._happens(0.5):
            self._cleaned(row)
        if row["lon"] and abs(float(row["lon"])) <= _MOST_LATITUDE and self._happens(self.turned):
            row |= {"lon": row["lat"], "lat": row["lon"]}
        return row

    def _cleaned(self, row: dict[str, str]) -> None:
        """Leave one or two doubts at most: most rows should be decided but for the limit."""
        row |= {"kind": self._pick({"incident": 3, "position": 1}), "role": "acting"}
        if self._happens(0.6):
            row |= {"reliability": "A", "credibility": "1", "attribution": "confirmed"}
        row |= {"position_of": "actor", "target_lon": "", "target_lat": "", "target_radius_m": ""}
        row |= {"does": self._pick({"fire": 2, "shell": 2, "patrol": 1, "open-road": 1})}
        row |= {"thing": "tanks", "against": "blue", "radius_m": row["radius_m"] or "100"}
        row |= {"actor": self._pick({"red": 3, "blue": 2, "client": 1, "red-unit": 1})}
        row |= {"actor_all": "", "actor_one_of": "", "count_low": "", "count_high": ""}
        if self._happens(0.08):
            row |= {"count_low": "0", "count_high": "0"}

    def _where(self, row: dict[str, str]) -> None:
        if self._happens(0.04):
            return
        spot = self._spot()
        row |= {"lon": spot.lon, "lat": spot.lat, "radius_m": spot.radius}
        row["position_of"] = self._pick({"actor": 12, "": 0.8, "target": 0.7, "debris": 0.5})
        if row["kind"] != "position" and self._happens(0.12):
            to = self._spot()
            row |= {"target_lon": to.lon, "target_lat": to.lat, "target_radius_m": to.radius}
        if self._happens(0.03):
            row |= {"lon": "", "lat": "", "radius_m": "", "within_area": "far"}
        elif self._happens(0.03):
            row["radius_m"] = ""
        elif self._happens(0.05):
            row["within_area"] = "wide"

    def _spot(self) -> Spot:
        regions: list[Region] = self.terms.regions or [self.ground.places["gate"]]
        region = regions[int(self.rng.integers(len(regions)))]
        return self.ground.spot(region)

    def _instant(self) -> str:
        if self._happens(0.3):
            return str(self.rng.choice(np.array(self.terms.instants)))
        day = self.start + int(self.rng.integers(0, 5))
        hour = str(self.rng.choice(np.array(_HOURS)))
        return f"2018-06-{1 + day:02d}T{hour}Z"

    def _when(self, row: dict[str, str]) -> None:
        row["time_kind"] = "throughout" if self._happens(0.15) else self._pick({"moment": 3, "": 1})
        if self._happens(0.03):
            return
        first = self._instant()
        row["seen_from"] = row["seen_to"] = first
        if self._happens(0.25):
            day = int(first[8:10])
            last = day + int(self.rng.choice([0, 0, 0, 1, 4]))
            row["seen_from"], row["seen_to"] = (
                first[:10],
                f"{first[:8]}{max(day, min(last, 30)):02d}",
            )
        elif self._happens(0.5):
            second = self._instant()
            row["seen_from"], row["seen_to"] = sorted(
                (first, second), key=lambda at: at.removesuffix("Z")
            )

    def _who(self, row: dict[str, str]) -> None:
        names: dict[str, float] = {
            "red": 8, "blue": 6, "red-unit": 2, "Reds": 1, "client": 3, "adviser": 1,
            "farmers": 0.5, "Ochre Battalion": 0.5, "": 0.2,
        }  # fmt: skip
        one, two = self._pick(names), self._pick(names)
        if one and two and self._happens(0.2):
            row[self._pick({"actor_all": 1, "actor_one_of": 1})] = f"{one};{two}"
        else:
            row["actor"] = one
        row["unit"] = self._pick({"u1": 3, "u2": 3, "u3": 1, "": 4})
        row["event"] = self._pick({"": 9, "e1": 1})

    def _what(self, row: dict[str, str]) -> None:
        acts: dict[str, float] = {"fire": 3, "shell": 3, "fight": 1, "patrol": 2, "relief": 1}
        acts |= {"open-road": 1.5, "": 0.7, "manoeuvre": 0.5, "presence": 0.5}
        if row["kind"] == "position":
            acts |= {"": 8, "presence": 5}
        row["does"] = self._pick(acts)
        if row["does"] and self._happens(0.05):
            row["does"] += ";patrol"
        row["role"] = self._pick({"acting": 12, "": 1.5, "struck": 1, "target": 0.4})
        row["thing"] = self._pick({"": 3, "tanks": 3, "heavy": 1, "trucks": 1, "khx-9": 0.5})
        row["against"] = self._pick({"": 2, "blue": 2, "red": 1, "farmers": 1, "Ochre": 0.5})
        low, high = self._pick({",": 14, "0,0": 2, "0,5": 1, "3,9": 1}).split(",")
        row |= {"count_low": low, "count_high": high}

    def _how_known(self, row: dict[str, str]) -> None:
        row["attribution"] = self._pick(
            {"confirmed": 6, "reported": 4, "claimed": 1, "alleged": 0.6, "disputed": 0.3, "": 0.3}
            | {"unknown": 0.2}
        )
        row["reliability"] = self._pick({"A": 4, "B": 2, "C": 4, "D": 1, "F": 0.4, "": 0.4})
        row["credibility"] = self._pick({"1": 4, "2": 2, "3": 4, "4": 1, "6": 0.4, "": 0.4})
