"""Measure what it takes to judge a folder of reports again, to which a file came."""

import functools
import os
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.bench import PYTHON, asked, interleaved, medians, process, spread, table, tell
from benchmarks.question import FOLDER, LIMIT_M, Question, line, one_clause, reports

_FILES = 100


def folder_of(rows: int) -> list[Path]:
    """Write the reports as files of as many rows each, in their order; return the files."""
    folder = FOLDER / f"folder-{rows}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    whole: pa.Table = pq.read_table(reports(rows))
    size = rows // _FILES
    files = [folder / f"{number:03d}.parquet" for number in range(_FILES)]
    for number, file in enumerate(files):
        pq.write_table(whole.slice(number * size, size), file)
    return files


def judge(agreement: Path, files: list[Path], kept: Path | None) -> None:
    """Judge files; nothing is kept, and nothing known, where ``kept`` is None."""
    out = f"parquet={FOLDER / 'found.parquet'}"
    os.environ["ACCORD_CACHE"] = str(kept or "")
    process((PYTHON, "-m", "checker", "check", agreement, *files, "-q", "-f", out), fine=(0, 1))


def one_more(agreement: Path, files: list[Path], kept: Path, before: Path) -> None:
    """Judge all files where all but the last are known."""
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(before, kept)
    judge(agreement, files, kept)


def main() -> None:
    """Judge a folder with and without what is known of it, and tell."""
    options = asked(rows=200_000)
    agreement = one_clause(Question(line(), LIMIT_M[0.05]))
    files = folder_of(options.rows)
    kept, before = FOLDER / "kept", FOLDER / "kept-before"
    shutil.rmtree(before, ignore_errors=True)
    judge(agreement, files[:-1], before)
    taken = interleaved(
        options.runs,
        {
            "all anew, nothing kept": functools.partial(judge, agreement, files, None),
            "one new, the others known": functools.partial(
                one_more, agreement, files, kept, before
            ),
            "the one alone": functools.partial(judge, agreement, files[-1:], None),
        },
    )
    whole, *_ = medians(taken).values()
    lines = [
        [name, spread(taken[name]), f"{seconds / whole:.2f}"]
        for name, seconds in medians(taken).items()
    ]
    tell(
        "incremental",
        f"{_FILES} Parquet files of {options.rows // _FILES:,} rows each, about 5 % findings; "
        f"medians of {options.runs} interleaved runs of whole processes. Nothing is promised.",
        table(["what", "median", "ratio"], lines),
    )


if __name__ == "__main__":
    main()
