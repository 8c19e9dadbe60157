"""An answer that was given before is given again, if nothing changed that it was made from."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from checker.cache.answer import Answer, Piece
from checker.cache.kept import keep, look_up, question_of
from checker.cache.store import Store, store
from checker.cli.replay import overheard, play
from checker.values.ledger import recording

__all__ = ["FRESH", "KEPT", "answered", "no_cache", "parts_store"]

FRESH = "--no-cache"

KEPT = frozenset({"check", "demo", "explain", "test"})
"""The commands that judge; what they say follows from the command line and the files it names."""

_ANSWERED = (None, 0, 1, 3)
"""Exit codes of an answer; 2 says that there is none."""

Command = TypeVar("Command", bound=Callable[..., object])


def no_cache(command: Command) -> Command:
    """Give a command the switch that ``answered`` looks for."""
    said = "Judge anew, whatever was answered before; and keep nothing."
    switch = click.option(FRESH, is_flag=True, expose_value=False, help=said, callback=_note_fresh)
    return switch(command)


def parts_store() -> Store | None:
    """Return where what is found out about single files is kept, None where nothing may be."""
    return None if click.get_current_context().meta.get(FRESH) else store()


def _note_fresh(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001
    context.meta[FRESH] = value


def answered(arguments: Sequence[str], run: Callable[[], object]) -> object:
    """Return the exit code of ``run``, or of an answer that was kept, once that is said again."""
    where = store() if arguments[:1] and arguments[0] in KEPT else None
    if where is None or FRESH in arguments or "-" in arguments:
        return run()
    question = question_of(arguments, _streams())
    if question is None:
        return run()
    kept = look_up(where, question)
    if kept is None:
        return _kept_run(where, question, run)
    play(kept)
    if {"-v", "--verbose"} & {*arguments}:
        click.echo(f"as answered before for the same files; {FRESH} judges anew", err=True)
    return kept.code


def _kept_run(where: Store, question: str, run: Callable[[], object]) -> object:
    with recording() as ledger, overheard() as said:
        code = run()
    if said is not None and said.is_whole and code in _ANSWERED:
        files = (Piece("file", content, path) for path, content in ledger.written.items())
        keep(where, question, ledger, Answer(int(code or 0), (*said.pieces(), *files)))
    return code


def _streams() -> tuple[str, ...]:
    """Tell what the streams are, as far as that changes what is written to them."""
    told = []
    for stream in (sys.stdout, sys.stderr):
        is_terminal = bool(stream) and stream.isatty()
        width = shutil.get_terminal_size().columns if is_terminal else 0
        term = os.environ.get("TERM", "") if is_terminal else ""
        told.append(f"{getattr(stream, 'encoding', None)} {width} {term}")
    return tuple(told)
