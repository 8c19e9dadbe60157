"""What every command takes: -q, -v, --no-color; and what is said on stderr beside a result."""

import os
import shutil
import sys
from collections.abc import Callable
from typing import TypeVar

import click

from checker.cli.main import VERBOSE

__all__ = ["is_coloured", "is_quiet", "is_verbose", "note", "page_width", "switches"]

_QUIET = "accord.quiet"
_PLAIN = "accord.plain"
_WIDTH = 100

Command = TypeVar("Command", bound=Callable[..., object])


def switches(command: Command) -> Command:
    """Give a command the switches that all have; their values are asked for by functions here."""
    for names, key, said in (
        (("--no-color",), _PLAIN, "No colours, on a terminal either."),
        (("-v", "--verbose"), VERBOSE, "Show all, long lists and traces of defects too."),
        (("-q", "--quiet"), _QUIET, "No notes and warnings on stderr."),
    ):
        command = _switch(names, key, said)(command)
    return command


def is_quiet() -> bool:
    """Say whether notes and warnings are unwanted."""
    return _is_set(_QUIET)


def is_verbose() -> bool:
    """Say whether everything is to be shown."""
    return _is_set(VERBOSE)


def is_coloured() -> bool:
    """Say whether stdout takes colours: only a terminal does, unless somebody said no to them."""
    # NO_COLOR: no-color.org, any text that is not empty.
    is_unwanted = _is_set(_PLAIN) or bool(os.environ.get("NO_COLOR"))
    return sys.stdout.isatty() and not is_unwanted and os.environ.get("TERM") != "dumb"


def page_width() -> int:
    """Return the columns of the terminal; what is no terminal always has the same."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH


def note(text: str) -> None:
    """Say something on stderr that is no part of the result."""
    if not is_quiet():
        click.echo(text, err=True)


def _switch(names: tuple[str, ...], key: str, said: str) -> Callable[[Command], Command]:
    def keep(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001
        if value:
            ctx.meta[key] = True

    return click.option(
        *names, is_flag=True, expose_value=False, is_eager=True, callback=keep, help=said
    )


def _is_set(key: str) -> bool:
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(key))
