"""A PostGIS server of its own, in a temporary folder, for as long as a script needs it.

Needs the Debian packages postgresql and postgis, or the same programs elsewhere. The server
refuses to run as root; then its user is `postgres`, through runuser. It listens to a socket in its
folder alone.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from benchmarks.question import Path2D, Question

__all__ = ["Server", "as_csv", "is_there", "server"]

SETTINGS = {
    "listen_addresses": "''",
    "shared_buffers": "1GB",
    "max_wal_size": "8GB",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}
"""What makes a server faster that may lose its data."""
LOAD = (
    "drop table if exists reports",
    "create unlogged table reports (line int, lon float8, lat float8, radius_m float8)",
    "copy reports from stdin (format csv, header)",
)
SPOT = "ST_MakePoint(lon, lat)::geography"


@dataclass(frozen=True, slots=True)
class Server:
    """Reach a running server by its socket; ``version`` is that of PostGIS."""

    folder: Path
    version: str

    def load(self, rows: Path) -> None:
        """Copy rows of ``as_csv`` into a table."""
        with rows.open("rb") as stream:
            _psql(self.folder, *LOAD, stdin=stream)

    def find(self, question: Question, out: Path) -> None:
        """Write the rows that may lie within the limit, without distances, as CSV."""
        reach = f"{question.limit_m} + radius_m + {question.accuracy_m}"
        where = f"ST_DWithin({SPOT}, {_line(question.path)}, {reach})"
        self._copy(f"select * from reports where {where}", out)

    def distances(self, path: Path2D, out: Path) -> None:
        """Write all rows with their distance, in the order of the lines, as CSV."""
        away = f"ST_Distance({SPOT}, {_line(path)}) as distance_m"
        self._copy(f"select line, {away} from reports order by line", out)

    def _copy(self, query: str, out: Path) -> None:
        with out.open("wb") as stream:
            _psql(self.folder, f"copy ({query}) to stdout (format csv, header)", stdout=stream)


def is_there() -> bool:
    """Say whether the programs are installed."""
    return bool(_programs())


@contextmanager
def server() -> Iterator[Server]:
    """Start a server with PostGIS; stop it and remove its folder at the end."""
    programs = _programs()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data, log = str(folder / "data"), str(folder / "log")
        _run(folder, [f"{programs}/initdb", "-A", "trust", "-U", "bench", "-E", "UTF8", "-D", data])
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        control = [f"{programs}/pg_ctl", "-D", data, "-w", "-l", log]
        _run(folder, [*control, "-o", f"-k {folder} {options}", "start"])
        try:
            _psql(folder, "create extension postgis")
            yield Server(folder, _psql(folder, "select PostGIS_Lib_Version()").strip())
        finally:
            _run(folder, [*control, "-m", "immediate", "stop"])


def as_csv(reports: Path) -> Path:
    """Return the rows as CSV with a header: line from 1, lon, lat, radius_m; written once."""
    path = reports.with_suffix(".postgis.csv")
    if not path.is_file():
        file = pq.ParquetFile(reports, pre_buffer=False)
        names = ["lon", "lat", "radius_m"]
        kept = pa.schema([("line", pa.int64()), *((name, pa.float64()) for name in names)])
        line = 1
        with pyarrow.csv.CSVWriter(path, kept) as writer:
            for group in range(file.num_row_groups):
                rows = file.read_row_group(group, columns=names)
                lines = pa.array(range(line, line + len(rows)))
                writer.write_table(pa.table([lines, *rows.columns], schema=kept))
                line += len(rows)
    return path


def _line(path: Path2D) -> str:
    turns = ", ".join(f"{lon} {lat}" for lon, lat in path)
    return f"'LINESTRING({turns})'::geography"


def _programs() -> str:
    """Return the folder of the newest server that has PostGIS, or nothing."""
    shared = Path("/usr/share/postgresql")
    found = sorted(shared.glob("*/extension/postgis.control"), key=lambda one: int(one.parts[-3]))
    return f"/usr/lib/postgresql/{found[-1].parts[-3]}/bin" if found else ""


def _psql(
    folder: Path, *commands: str, stdin: BinaryIO | None = None, stdout: BinaryIO | None = None
) -> str:
    line = ["psql", "-XqtA", "-v", "ON_ERROR_STOP=1", "-h", str(folder), "-U", "bench"]
    each = [part for command in commands for part in ("-c", command)]
    return _run(folder, [*line, "-d", "postgres", *each], stdin, stdout)


def _run(
    folder: Path,
    command: Sequence[str],
    stdin: BinaryIO | None = None,
    stdout: BinaryIO | None = None,
) -> str:
    before = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
    done = subprocess.run(
        [*before, *command],
        cwd=folder,
        stdin=stdin or subprocess.DEVNULL,
        stdout=stdout or subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr.decode()}")
    return "" if stdout else done.stdout.decode()
