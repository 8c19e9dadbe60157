"""What the benchmarks share: whole processes, interleaved medians, and the page of results."""

import argparse
import importlib.metadata
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "PYTHON",
    "Times",
    "Usage",
    "accord",
    "asked",
    "interleaved",
    "medians",
    "process",
    "spread",
    "table",
    "tell",
    "versions",
]

PYTHON = sys.executable
ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).with_name("results.md")
LOAD_BEFORE = os.getloadavg()[0]
Times = Mapping[str, Sequence[float]]
"""The seconds of every run, by who took them."""
HEAD = """# Results

Written by the scripts of this folder, each its own section when it was last run; `README.md` says
how. Ratios are of medians of interleaved runs on one machine. Nothing is asserted: what is
promised stands beside what was measured. Numbers of a machine that was busy are rough.
"""
ORDER = (
    "correctness",
    "end to end",
    "judging alone",
    "clauses",
    "csv",
    "memory",
    "start",
    "compile",
    "growth",
    "cluster",
    "incremental",
)


@dataclass(frozen=True, slots=True)
class Usage:
    """Hold what one process took: wall-clock seconds, and the peak of its resident memory."""

    seconds: float
    peak_mib: float


def asked(rows: int = 0, runs: int = 5) -> argparse.Namespace:
    """Return the options of a script: how many ``rows``, if it has any, and ``runs`` of each."""
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    if rows:
        parser.add_argument("--rows", type=int, default=rows, help=f"default {rows:,}")
    parser.add_argument("--runs", type=int, default=runs, help=f"default {runs}")
    return parser.parse_args()


def process(command: Sequence[str | Path], fine: Sequence[int] = (0,)) -> Usage:
    """Run a whole process and wait for it; one that ends otherwise than ``fine`` ends the bench."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=said, stderr=said, cwd=ROOT) as child:
            _, status, usage = os.wait4(child.pid, 0)
            seconds = time.perf_counter() - start
            child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in fine:
            said.seek(0)
            text = said.read().decode(errors="replace")
            sys.exit(f"{' '.join(map(str, command))} ended with {child.returncode}: {text}")
    return Usage(seconds, usage.ru_maxrss / 1024)


def accord(agreement: Path, reports: Path, out: Path, *more: str) -> Usage:
    """Judge reports with the command, findings to Parquet. Exit 1 says that there are breaches."""
    command: tuple[str | Path, ...] = (
        PYTHON,
        "-m",
        "checker",
        "check",
        agreement,
        reports,
        "-q",
        "--no-cache",
        "-f",
        f"parquet={out}",
        *more,
    )
    return process(command, fine=(0, 1))


def interleaved(runs: int, contestants: Mapping[str, Callable[[], object]]) -> Times:
    """Return the seconds of all runs of each; a first round, not counted, warms the caches.

    Rounds follow each other, so that a busy moment of the machine hits all alike.
    """
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(runs + 1):
        for name, run in contestants.items():
            start = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - start)
    return {name: times[1:] for name, times in taken.items()}


def medians(taken: Times) -> dict[str, float]:
    """Return the median of each."""
    return {name: statistics.median(times) for name, times in taken.items()}


def spread(seconds: Sequence[float]) -> str:
    """Return the median with the least and the most, such as ``1.20 s (1.15..1.31)``."""
    return f"{statistics.median(seconds):.2f} s ({min(seconds):.2f}..{max(seconds):.2f})"


def versions(*packages: str) -> str:
    """Return the packages with their versions, such as ``shapely 2.2.0``."""
    return ", ".join(f"{one} {importlib.metadata.version(one)}" for one in packages)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def tell(title: str, *paragraphs: str) -> None:
    """Print a section, and put it into the page of results in place of the former one."""
    text = "\n\n".join((f"## {title.capitalize()}", *paragraphs, _machine()))
    print(text)
    page = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
    kept = dict(re.findall(r"<!-- made: (.+?) -->\n(.*?)\n<!-- end -->", page, re.DOTALL))
    kept[title] = text
    parts = [f"<!-- made: {one} -->\n{kept[one]}\n<!-- end -->\n" for one in ORDER if one in kept]
    RESULTS.write_text("\n".join((HEAD, *parts)), encoding="utf-8")


def _machine() -> str:
    cores = os.cpu_count() or 1
    # What ran just before may keep all cores busy; more than that is the work of others.
    load = f"load before {LOAD_BEFORE:.1f}" + (", so busy" if cores + 0.5 < LOAD_BEFORE else "")
    return (
        f"{time.strftime('%Y-%m-%d')}, {platform.machine()}, {cores} cores, "
        f"{platform.system()}, Python {platform.python_version()}, {load}"
    )
