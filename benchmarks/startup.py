"""Measure how long a start takes, as ratios of starts that nobody can avoid.

`accord --help` stands beside a bare `python -c pass`; the demo beside a bare import of the
libraries that it needs: as it is when it was run before, and as it is the first time.
"""

import functools
import importlib.util
from collections.abc import Mapping, Sequence

from benchmarks.bench import PYTHON, asked, interleaved, medians, process, table, tell

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
    ("accord demo --no-cache", "import the libraries", 2.0),
)


def main() -> None:
    """Start each in turn, and tell."""
    options = asked(runs=11)
    taken = interleaved(
        options.runs,
        # The demo has findings, so it ends with 1.
        {name: functools.partial(process, line, fine=(0, 1)) for name, line in COMMANDS.items()},
    )
    median = medians(taken)
    lines = [
        [
            ours,
            f"{median[ours] * 1e3:.0f} ms",
            bare,
            f"{median[bare] * 1e3:.0f} ms",
            f"{median[ours] / median[bare]:.2f}",
            f"at most {promised:g}",
        ]
        for ours, bare, promised in PROMISES
    ]
    header = ["start of", "median", "beside", "median", "ratio", "promised"]
    pandas = "is" if importlib.util.find_spec("pandas") else "is not"
    tell(
        "start",
        f"Medians of {options.runs} interleaved runs. pandas {pandas} installed (pyarrow imports "
        "it where it is).",
        table(header, lines),
    )


if __name__ == "__main__":
    main()
