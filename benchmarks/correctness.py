"""Count what is wrong: every verdict, and the distances of findings, against other programs.

Right is what geographiclib says of every row near a limit (`oracle.py`), and plain of the rest.
PostGIS geography measures all rows too, and its verdicts are counted by the same measure. A
verdict is wrong that is told and is not so, and one that is open and need not be.
"""

import numpy as np
import pyarrow.csv
import pyarrow.parquet as pq
from numpy.typing import NDArray

from benchmarks.bench import accord, asked, table, tell, versions
from benchmarks.oracle import Ruler, rows_of
from benchmarks.postgis import as_csv, is_there, server
from benchmarks.question import (
    FOLDER,
    LIMIT_M,
    FloatArray,
    Path2D,
    Question,
    line,
    one_clause,
    reports,
)

Verdicts = NDArray[np.int8]

POSTGIS = "PostGIS geography"
NONE, OPEN, BREACH = 0, 1, 2
WORDS = {"undetermined": OPEN, "violation": BREACH}
SAMPLE = 1_000
"""Of so many findings the distance is measured anew."""


def verdicts(away_m: FloatArray, radius_m: FloatArray, question: Question) -> Verdicts:
    """Return what is to be said at these distances; shape (n,)."""
    doubt_m = radius_m + question.accuracy_m
    said = np.where(away_m + doubt_m <= question.limit_m, BREACH, OPEN)
    return np.where(away_m - doubt_m > question.limit_m, NONE, said).astype(np.int8)


def judged(question: Question, rows: int) -> tuple[Verdicts, NDArray[np.int64], FloatArray]:
    """Return the verdicts of accord, shape (n,); the rows of its findings and their distances."""
    out = FOLDER / "judged.parquet"
    accord(one_clause(question), reports(rows), out)
    found = pq.read_table(out, columns=["row", "verdict", "best_m"]).to_pydict()
    at = np.array(found["row"], dtype=np.int64) - 1
    said = np.full(rows, NONE, dtype=np.int8)
    said[at] = [WORDS[word] for word in found["verdict"]]
    return said, at, np.array(found["best_m"], dtype=np.float64)


def by_postgis(path: Path2D, rows: int) -> tuple[str, FloatArray]:
    """Return the version of PostGIS, and its distance of every row; nothing where it is absent."""
    if not is_there():
        return "PostGIS is not installed, so left out", np.empty(0)
    out = FOLDER / "distances.csv"
    with server() as postgis:
        postgis.load(as_csv(reports(rows)))
        postgis.distances(path, out)
    return f"PostGIS {postgis.version}", pyarrow.csv.read_csv(out)["distance_m"].to_numpy()


def error(told_m: FloatArray, right_m: FloatArray) -> tuple[str, str]:
    """Return the largest error of some distances, and how many are off by too much."""
    error_m = np.abs(told_m - right_m)
    is_off = error_m > 1e-3 + 1e-9 * right_m
    return f"{error_m.max() * 1e3:,.2f} mm", f"{is_off.sum():,} of {len(right_m):,}"


def main() -> None:
    """Judge at each limit, and tell."""
    options = asked(rows=200_000)
    path = line()
    ruler = Ruler.along(path)
    lon, lat, radius_m = rows_of(reports(options.rows))
    version, postgis_m = by_postgis(path, options.rows)
    lines = []
    for limit_m in LIMIT_M.values():
        question = Question(path, limit_m)
        doubt_m = radius_m + question.accuracy_m
        limits_m = (limit_m - doubt_m, limit_m + doubt_m)
        right = verdicts(ruler.near_exact_m(lon, lat, limits_m), radius_m, question)
        said, at, told_m = judged(question, options.rows)
        some = np.random.default_rng(4).permutation(len(at))[:SAMPLE]
        sample = at[some].tolist()
        right_m = np.array([ruler.exact_m(float(lon[row]), float(lat[row])) for row in sample])
        answers = {"accord": (said, told_m[some])}
        if len(postgis_m):
            answers[POSTGIS] = verdicts(postgis_m, radius_m, question), postgis_m[sample]
        for name, (answer, away_m) in answers.items():
            wrong, share = (answer != right).sum(), (answer != NONE).mean()
            told = error(away_m, right_m)
            lines.append([f"{limit_m:,.0f} m", name, f"{share:.2%}", f"{wrong:,}", *told])
    header = ["within", "who", "findings", "wrong verdicts", "largest error", "off by too much"]
    tell(
        "correctness",
        f"{options.rows:,} rows, three-valued; {versions('geographiclib')}, {version}. Promised: 0 "
        "wrong, distances within 1 mm + 1e-9 of the distance. Errors are of a sample of findings.",
        table(header, lines),
    )


if __name__ == "__main__":
    main()
