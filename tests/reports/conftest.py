"""What tests of the reports share: a file on disk, what became of it, and a mapping from YAML."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.reports import Reports, open_reports
from checker.reports.batch import Batch, Vocabulary
from checker.reports.mapping import Mapping
from checker.reports.mapping_tree import mapping_from
from checker.reports.options import ReadOptions
from checker.reports.tree import Listing, Table, Tree, Word
from checker.values.span import Span

NAMES = Vocabulary(
    actors={"red": 0, "green": 1, "red brigade": 0},
    doings={"presence": 0, "shell": 1},
    things={"tanks": 0},
    places={"camp": 0, "district": 1},
)


class Read:
    """Write a text (or bytes) as a file, open it, and keep what came of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, content: str | bytes, name: str = "r.csv", **options: Any) -> Reports:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self.open([str(path)], **options)

    def open(self, paths: list[str], **options: Any) -> Reports:
        return open_reports(paths, ReadOptions(**{"vocabulary": NAMES, **options}))


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    monkeypatch.chdir(tmp_path)
    return Read(Path())


@pytest.fixture
def rows(read: Read) -> Callable[..., Batch]:
    """Read ``columns`` with one row of ``cells`` beside what every report needs."""

    def batch(columns: str, *cells: str, **options: Any) -> Batch:
        head = "kind,seen_from,actor,place"
        present = [name for name in head.split(",") if name not in columns.split(",")]
        fixed = {"kind": "position", "seen_from": "2018-06-01", "actor": "red", "place": "camp"}
        lines = [",".join([*present, columns])]
        lines += [",".join([*(fixed[name] for name in present), cell]) for cell in cells]
        (only,) = read("\n".join(lines) + "\n", **options).batches()
        return only

    return batch


def tree_of(text: str, file: str = "map.yaml") -> Tree:
    """Return the located text of a YAML document."""
    node = yaml.compose(text, yaml.SafeLoader)
    assert node is not None
    return _tree(node, file)


@pytest.fixture
def mapping_of() -> Callable[[str], Mapping]:
    """Read a mapping from the text of a YAML document."""
    return lambda text: mapping_from("map.yaml", tree_of(text))


def _tree(node: yaml.Node, file: str) -> Tree:
    start, end = node.start_mark, node.end_mark
    span = Span(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    if isinstance(node, yaml.MappingNode):
        entries = []
        for key, value in node.value:
            word = _tree(key, file)
            assert isinstance(word, Word)
            entries.append((word, _tree(value, file)))
        return Table(tuple(entries), span)
    if isinstance(node, yaml.SequenceNode):
        return Listing(tuple(_tree(item, file) for item in node.value), span)
    return Word(str(node.value), span)
