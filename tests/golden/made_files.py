"""Reports as files of every format, made by hand so that nothing of them need be right."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

import pyarrow as pa
import pyarrow.parquet as pq

COUNT = 12
NAMES = ("id", "kind", "lon", "lat", "radius_m", "seen_from", "actor", "note")
TABLE = [
    (f"r{number}", "position", "36.25", "32.7", "100", "2018-06-01", "red", f'a "b";\n{number}')
    for number in range(COUNT)
]
Rows = list[list[tuple[str, Any]]]
"""Reports as names and values, of which a name may stand twice."""
ROWS: Rows = [[*zip(NAMES, row, strict=True)] for row in TABLE]


def delimited(separator: str, rows: Rows) -> bytes:
    head = list(dict.fromkeys(name for row in rows for name, _ in row)) or ["id"]
    cells = [[str(dict(row).get(name, "")) for name in head] for row in rows]
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in (head, *cells)]
    return encoded("".join(separator.join(row) + "\r\n" for row in quoted))


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def written(value: Any) -> str:
    """Return a value as JSON; one that is made of pairs may name a key twice."""
    if isinstance(value, Pairs):
        return "{" + ",".join(f"{json.dumps(key)}: {written(one)}" for key, one in value) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


class Pairs(tuple[tuple[str, Any], ...]):
    """Stand for an object."""

    __slots__ = ()


def objects(rows: Rows) -> list[Any]:
    return [Pairs(row) for row in rows]


def feature(row: list[tuple[str, Any]]) -> Pairs:
    said = Pairs(pair for pair in row if pair[0] not in {"lon", "lat"})
    place = [value for name, value in row if name in {"lon", "lat"}]
    numbers = [36.25, 32.7] if place == ["36.25", "32.7"] else place
    point = Pairs([("type", "Point"), ("coordinates", numbers)])
    return Pairs([("type", "Feature"), ("geometry", point), ("properties", said)])


def features(rows: Rows) -> bytes:
    found = [feature(row) for row in rows]
    whole = Pairs([("type", "FeatureCollection"), ("features", found)])
    return encoded(written(whole).replace("}, {", "},\n {"))


def parquet(rows: Rows) -> bytes:
    """Write columns of the types that their values have, and of texts where they have several."""
    names = list(dict.fromkeys(name for row in rows for name, _ in row))
    columns = {name: [dict(row).get(name) for row in rows] for name in names}
    arrays = {}
    for name, values in columns.items():
        try:
            arrays[name] = pa.array(values)
        except (pa.ArrowException, UnicodeError, OverflowError):
            arrays[name] = pa.array([ascii(value) for value in values])
    stream = io.BytesIO()
    pq.write_table(pa.table(arrays), stream)
    return stream.getvalue()


def xlsx(rows: Rows) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - for one format alone
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    book = Workbook()
    assert book.active is not None
    head = list(dict.fromkeys(name for row in rows for name, _ in row))
    table: list[list[Any]] = [list(head), *([dict(row).get(one) for one in head] for row in rows)]
    for cells in table:
        plain = [one if isinstance(one, (bool, int, float)) else str(one or "") for one in cells]
        book.active.append(
            [
                ILLEGAL_CHARACTERS_RE.sub("", one.encode("utf-8", "replace").decode())
                if isinstance(one, str)
                else one
                for one in plain
            ]
        )
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def texts(row: list[tuple[str, Any]], skipped: tuple[str, ...] = ("lon", "lat")) -> str:
    pairs = [(quoted(name), quoted(value)) for name, value in row if name not in skipped]
    return "".join(f"<{name}>{value}</{name}>" for name, value in pairs)


def quoted(value: Any) -> str:
    return escape(str(value), {'"': "&quot;"})


def place(row: list[tuple[str, Any]]) -> str:
    pairs = dict(row)
    return " ".join(f'{name}="{quoted(pairs.get(name, ""))}"' for name in ("lon", "lat"))


def kml(rows: Rows) -> bytes:
    def data(row: list[tuple[str, Any]]) -> str:
        pairs = "".join(
            f'<Data name="{quoted(name)}"><value>{quoted(value)}</value></Data>'
            for name, value in row
            if name not in {"lon", "lat"}
        )
        pairs_of = dict(row)
        numbers = f"{quoted(pairs_of.get('lon'))},{quoted(pairs_of.get('lat'))}"
        point = f"<Point><coordinates>{numbers}</coordinates></Point>"
        return f"<ExtendedData>{pairs}</ExtendedData>{point}"

    marks = "\n".join(f"<Placemark>{data(row)}</Placemark>" for row in rows)
    return encoded(f"<kml><Document><name>x</name>{marks}</Document></kml>")


def kmz(rows: Rows) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("doc.kml", kml(rows))
    return stream.getvalue()


def gpx(rows: Rows) -> bytes:
    points = "\n".join(f"<wpt {place(row)}>{texts(row)}</wpt>" for row in rows)
    return encoded(f'<gpx version="1.1">{points}</gpx>')


def cot(rows: Rows) -> bytes:
    return encoded(
        "\n".join(
            '<?xml version="1.0"?><event type="a-h-G" time="2018-06-01T12:00:00Z" '
            f'start="2018-06-01T12:00:00Z"><point {place(row)} ce="100"/>'
            f"<detail>{texts(row, ('lon', 'lat', 'radius_m', 'seen_from'))}</detail></event>"
            for row in rows
        )
    )


def lines(rows: Rows) -> bytes:
    return encoded("".join(f"{written(row)}\n" for row in objects(rows)))


def sequence(rows: Rows) -> bytes:
    return encoded("".join(f"\x1e{written(feature(row))}\n" for row in rows))


def zstd(rows: Rows) -> bytes:
    return bytes(pa.compress(encoded(written(objects(rows))), "zstd", asbytes=True))


FILES: dict[str, Callable[[Rows], bytes]] = {
    "r.csv": lambda rows: delimited(",", rows),
    "r.tsv": lambda rows: delimited("\t", rows).decode("utf-8", "replace").encode("utf-16"),
    "r.txt": lambda rows: delimited(";", rows),
    "r.json": lambda rows: encoded(f'{{"data": {written(objects(rows))}, "n": [1]}}'),
    "r.ndjson": lines,
    "r.geojson": features,
    "r.geojsons": sequence,
    "r.parquet": parquet,
    "r.xlsx": xlsx,
    "r.kml": kml,
    "r.kmz": kmz,
    "r.gpx": gpx,
    "r.cot": cot,
    "r.xml": gpx,
    "r.csv.gz": lambda rows: gzip.compress(delimited(",", rows), mtime=0),
    "r.json.zst": zstd,
}
