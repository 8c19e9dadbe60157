"""What is remembered of files changes no byte of an answer, whatever is new and wherever it is."""

import csv
import io
import os
from pathlib import Path

import numpy as np
import pytest

from checker.cache.store import Store
from checker.findings.request import Request
from checker.language import core_of, load_agreement
from checker.language.core.agreement import Core
from checker.outputs.json import FORMAT as JSON
from checker.outputs.writer import Page
from checker.reports import ReadOptions, open_reports
from checker.reports.batch import Vocabulary
from checker.runners.local import run
from checker.runners.passes import Passes, PassesHere
from checker.runners.remembered import PassesRemembered
from tests.strategies import make_world, write_world

WORLDS = min(int(os.environ.get("ACCORD_WORLDS", "40")), 200)
PARTS = 3


def answer(core: Core, files: list[str], store: Store | None, *, is_all: bool) -> str:
    """Return the result as JSON: with a memory, or without one."""
    names = (core.actor_names, core.doing_names, core.thing_names, core.place_names)
    vocabulary = Vocabulary(*(dict(one) for one in names))
    reports = open_reports(files, ReadOptions(vocabulary=vocabulary, zone=core.timezone))
    passes: Passes = PassesHere(reports)
    if store is not None:
        passes = PassesRemembered(reports, store)
    done = run(core, reports, Request(is_all=is_all), passes=passes)
    stream = io.StringIO()
    writer = JSON.writer(stream, Page())
    writer.begin(done.header)
    for block in done.blocks():
        writer.add(block)
    writer.end(done.summary())
    return stream.getvalue()


def split(reports: str, folder: Path, rng: np.random.Generator) -> list[Path]:
    """Write reports into several files: by their time, or as it comes; return the files."""
    head, *rows = csv.reader(io.StringIO(reports))
    order = np.argsort([row[head.index("seen_from")] for row in rows], kind="stable")
    part = np.empty(len(rows), dtype=np.intp)
    part[order] = np.arange(len(rows)) * PARTS // len(rows)
    if rng.random() < 0.4:
        part = rng.integers(0, PARTS, len(rows))
    paths = []
    for number in range(PARTS):
        paths.append(folder / f"part-{number}.csv")
        mine = [row for row, at in zip(rows, part.tolist(), strict=True) if at == number]
        _write(paths[-1], [head, *mine])
    return paths


def changed(path: Path, rng: np.random.Generator) -> None:
    """Leave a row out, or move one."""
    with path.open(encoding="utf-8", newline="") as stream:
        head, *rows = csv.reader(stream)
    if rows:
        at = int(rng.integers(0, len(rows)))
        if rng.random() < 0.5:
            del rows[at]
        elif rows[at][head.index("lat")]:
            rows[at][head.index("lat")] = "12.5"
    _write(path, [head, *rows])


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_of_drawn_worlds(seed: int, tmp_path: Path) -> None:
    rng = np.random.default_rng([7, seed])
    folder, reports = write_world(make_world(seed), tmp_path / "world")
    core = core_of(load_agreement(folder))
    paths = split(reports.read_text("utf-8"), tmp_path, rng)
    store = Store(tmp_path / "kept")
    is_all = bool(rng.integers(2))
    files = [str(path) for path in paths]
    # All of them, then each left out, then one changed, then the others without it, turned round.
    which = int(rng.integers(PARTS))
    without = [[one for one in files if one != left] for left in files]
    for step, names in enumerate((files, *without, files, without[which][::-1])):
        if step == PARTS + 1:
            changed(paths[which], rng)
        said = answer(core, names, None, is_all=is_all)
        assert answer(core, names, store, is_all=is_all) == said
