"""Where a result goes: each format once, to stdout or to a file that is whole or not there."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import IO, Any

import click

from checker.cli.whole import whole
from checker.outputs import WRITERS, Format

__all__ = ["Target", "opened", "targets_of"]

_ELSEWHERE = {
    "excel": "csv",
    "xls": "csv",
    "xlsx": "csv",
    "tsv": "csv",
    "md": "markdown",
    "ndjson": "jsonl",
    "pdf": "html",
    "page": "html",
    "kmz": "kml",
}
"""What other programs call a format that one of these stands in for."""


@dataclass(frozen=True, slots=True)
class Target:
    """Send a format to a file, None is stdout."""

    format: Format
    path: Path | None

    @property
    def beside(self) -> Path | None:
        """Return the file that is written beside it, None for none."""
        if self.path is None or self.format.beside is None:
            return None
        if self.path.exists() and not self.path.is_file():  # a pipe or a device has no neighbours
            return None
        return self.path.with_suffix(self.format.beside.ending)


def targets_of(given: Sequence[str], inputs: Sequence[str] = ()) -> tuple[Target, ...]:
    """Read ``FORMAT[=PATH]`` as often as it was given; nothing is text on stdout.

    Raises a usage error for a format that there is not, for two that go to the same place, for a
    folder that is not there, and for a file that is one of the ``inputs``; ``CheckerError`` where a
    format cannot be written here.
    """
    asked = tuple(_target(text) for text in given or (WRITERS[0].name,))
    targets = (*asked, *_tables(asked))
    places = [target.path.resolve() if target.path else None for target in targets]
    places += [target.beside.resolve() for target in targets if target.beside]
    if len(set(places)) < len(places):
        raise _wrong("two formats go to the same place; write -f FORMAT=PATH")
    read = {Path(name).resolve() for name in inputs}
    for place in places:
        if place in read:
            raise _wrong(f"'{place.name}' is what is read; write the result to another file")
    for target in targets:
        if target.format.ready is not None:
            target.format.ready()
    return targets


@contextmanager
def opened(targets: Sequence[Target]) -> Iterator[tuple[IO[Any], ...]]:
    """Open a stream for each target; files appear at the end, and only if nothing was raised."""
    with ExitStack() as stack:
        for target in targets:
            if target.beside and target.format.beside:
                stream = stack.enter_context(whole(target.beside, is_binary=False))
                stream.write(target.format.beside.text())
        yield tuple(
            stack.enter_context(whole(target.path, is_binary=target.format.is_binary))
            if target.path
            else _stdout(target.format)
            for target in targets
        )


def _target(text: str) -> Target:
    name, is_file, path = text.partition("=")
    chosen = next((one for one in WRITERS if one.name == name), None)
    if chosen is None:
        raise _wrong(f"there is no format '{name}'; {_meant(name)}")
    if is_file and not path:
        raise _wrong(f"'{text}' names no file")
    if not is_file or path == "-":
        return Target(chosen, None)
    if not Path(path).parent.is_dir():
        raise _wrong(f"there is no folder '{Path(path).parent}'")
    if Path(path).is_dir():
        raise _wrong(f"'{path}' is a folder")
    return Target(chosen, Path(path))


def _tables(asked: Sequence[Target]) -> Iterator[Target]:
    """Yield the tables that go beside files, unless they were asked for at that place anyway."""
    for target in asked:
        ending, path = target.format.table_beside, target.path
        if ending is None or path is None or (path.exists() and not path.is_file()):
            continue
        table = Target(next(one for one in WRITERS if one.name == "csv"), path.with_suffix(ending))
        if table not in asked:
            yield table


def _stdout(form: Format) -> IO[Any]:
    """Return stdout for a format; nobody can read bytes on a terminal."""
    if not form.is_binary:
        return sys.stdout
    if sys.stdout.isatty():
        raise _wrong(f"{form.name} is no text for a terminal; write -f {form.name}=PATH")
    return sys.stdout.buffer


def _meant(name: str) -> str:
    """Return the format that is like a name, or does what that name would; and all there are."""
    known = [one.name for one in WRITERS]
    folded = name.casefold()
    near = get_close_matches(folded, [*known, "excel"], n=1, cutoff=0.6)
    meant = folded if folded in _ELSEWHERE else near[0] if near else None
    said = f"did you mean '{_ELSEWHERE.get(meant, meant)}'? " if meant is not None else ""
    return f"{said}write one of {', '.join(known)}"


def _wrong(message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint="'-f'")
