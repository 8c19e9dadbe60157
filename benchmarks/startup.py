"""Measure how long a start takes, as ratios of starts that nobody can avoid.

`accord --help` stands beside a bare `python -c pass`; the demo beside a bare import of the
libraries that it needs: as it is when it was run before, and as it is the first time. Runs are
interleaved, so that a busy moment hits all alike, and medians are compared. It asserts nothing: the
promises are printed beside what was measured.
"""

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

RUNS = 11
PYTHON = sys.executable
HEAVY = "import numpy, pyarrow, shapely, pyproj, pydantic, yaml"

COMMANDS: Mapping[str, Sequence[str]] = {
    "python -c pass": (PYTHON, "-c", "pass"),
    "accord --help": (PYTHON, "-m", "checker", "--help"),
    "import the libraries": (PYTHON, "-c", HEAVY),
    "accord demo": (PYTHON, "-m", "checker", "demo"),
    "accord demo --no-cache": (PYTHON, "-m", "checker", "demo", "--no-cache"),
}
PROMISES = (
    ("accord --help", "python -c pass", 8.0),
    ("accord demo", "import the libraries", 2.0),
)


def seconds(command: Sequence[str]) -> float:
    """Return the wall-clock seconds of one whole process."""
    start = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True)
    has_failed = done.returncode not in {0, 1} or (done.returncode == 1 and not done.stdout)
    if has_failed:  # exit 1 with a result means findings, without one a start that went wrong
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()}")
    return time.perf_counter() - start


def interleaved(runs: int) -> dict[str, list[float]]:
    """Return the seconds of every run of every command; a first round warms the disk's cache."""
    for command in COMMANDS.values():
        seconds(command)
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command))
    return taken


def main() -> None:
    """Print the medians, the ratios and the machine."""
    taken = interleaved(RUNS)
    median = {name: statistics.median(times) for name, times in taken.items()}
    print(f"start-up, medians of {RUNS} interleaved runs")
    for name, times in taken.items():
        spread = f"{min(times) * 1e3:.0f}..{max(times) * 1e3:.0f}"
        print(f"  {name:<22} {median[name] * 1e3:6.0f} ms  ({spread})")
    for ours, bare, promised in PROMISES:
        ratio = median[ours] / median[bare]
        print(f"  {ours} / {bare}: {ratio:.2f} (promised: at most {promised:g})")
    print(
        f"machine: {platform.machine()}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


if __name__ == "__main__":
    main()
