"""Measure what workers of a cluster are worth: one of them, two of them, and none.

The cluster runs already: scheduler and workers, of one thread each, are processes of this machine.
"""

import functools
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.bench import (
    PYTHON,
    accord,
    asked,
    interleaved,
    medians,
    spread,
    table,
    tell,
    versions,
)
from benchmarks.question import FOLDER, LIMIT_M, Question, line, one_clause, reports

_WAIT_S = 60
_SETTINGS = """\
distributed:
  nanny:
    pre-spawn-environ:
      MALLOC_TRIM_THRESHOLD_: 33554432
      MALLOC_MMAP_THRESHOLD_: 33554432
"""
"""Workers keep the memory that arrays leave, as docs/cluster.md asks for."""


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """Start a scheduler and workers, and give its address once all have come."""
    with tempfile.TemporaryDirectory() as folder:
        where, settings = Path(folder) / "scheduler.json", Path(folder) / "settings.yaml"
        settings.write_text(_SETTINGS, encoding="utf-8")
        env = {**os.environ, "DASK_CONFIG": str(settings)}
        given = ("--scheduler-file", where, "--no-dashboard")
        first = [PYTHON, "-m", "distributed.cli.dask_scheduler", *given, "--port", "0"]
        other = [PYTHON, "-m", "distributed.cli.dask_worker", *given, "--nworkers", str(workers)]
        other += ["--nthreads", "1", "--preload", "checker.runners.deaf"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with (
            subprocess.Popen(first, **quiet) as scheduler,  # type: ignore[call-overload]
            subprocess.Popen(other, env=env, **quiet) as nanny,  # type: ignore[call-overload]
        ):
            try:
                yield _address(where, workers)
            finally:
                nanny.terminate()
                scheduler.terminate()


def _address(where: Path, workers: int) -> str:
    from distributed import Client  # noqa: PLC0415 - the extra that is measured

    for _ in range(_WAIT_S):
        if where.is_file():
            break
        time.sleep(1.0)
    address: str = json.loads(where.read_text(encoding="utf-8"))["address"]
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=_WAIT_S)
    return address


def main() -> None:
    """Judge in this way and in that, compare the bytes, and tell."""
    options = asked(rows=1_000_000)
    asks, rows = one_clause(Question(line(), LIMIT_M[0.05])), reports(options.rows)
    out = {name: FOLDER / f"found-{name.replace(' ', '-')}.parquet" for name in ("local", "1", "2")}
    with cluster(1) as one, cluster(2) as two:
        dask = ("--engine", "dask", "--scheduler")
        taken = interleaved(
            options.runs,
            {
                "one process": functools.partial(accord, asks, rows, out["local"]),
                "one worker": functools.partial(accord, asks, rows, out["1"], *dask, one),
                "two workers": functools.partial(accord, asks, rows, out["2"], *dask, two),
            },
        )
    same = len({path.read_bytes() for path in out.values()}) == 1
    median = medians(taken)
    lines = [
        [name, spread(taken[name]), f"{median['one worker'] / seconds:.2f}", promised]
        for (name, seconds), promised in zip(median.items(), ("", "", "at least 1.5"), strict=True)
    ]
    tell(
        "cluster",
        f"{options.rows:,} rows, about 5 % findings, to Parquet; medians of {options.runs} "
        f"interleaved runs of whole processes, without the start of the cluster. "
        f"{versions('dask', 'distributed')}. The bytes of all results are "
        f"{'the same' if same else 'NOT the same'}.",
        table(["who", "median", "times as fast as one worker", "promised"], lines),
    )


if __name__ == "__main__":
    main()
