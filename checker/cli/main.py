"""The command `accord`: what its sub-commands are called; each is imported only when it runs."""

import errno
import io
import os
import sys
from contextlib import suppress
from typing import Any, BinaryIO

import click

from checker import __version__

__all__ = ["COMMANDS", "VERBOSE", "main"]

VERBOSE = "accord.verbose"
"""Under this name a context remembers that -v was given."""

_ARGUMENTS = "accord.arguments"

COMMANDS = {
    "check": "Judge reports against an agreement.",
    "demo": "Judge the shipped reports against the southern Syria deal of 2018.",
    "lint": "List the problems of rules, each with line and column.",
    "validate": "List the problems of reports, each with line and column.",
    "test": "Judge the cases that agreements carry.",
    "explain": "Say why, and why not, of one finding.",
    "report": "Write a stored result in other formats, without judging again.",
    "diff": "Say what changed between two results, or two drafts, and why.",
    "baseline": "Accept findings with a reason and an end; they stay counted.",
    "show": "Say a deal in plain sentences.",
    "agreements": "List the agreements that ship.",
    "words": "List the words of the rule language.",
    "things": "List the named systems with class, calibre, range and source.",
    "schema": "Print the JSON Schema of agreements, mappings, results or explanations.",
    "init": "Write a new agreement folder to start from.",
}
"""Every command with its line in the help, so that the help imports none of them."""

_DEFECT, _INTERRUPTED = 2, 130


def _module(name: str) -> Any:  # noqa: ANN401 - whatever stands in it
    """Import a module, if it is not imported yet, with all that it needs.

    None of that is ever garbage, and to look through it for garbage takes a tenth of a short run.
    """
    import gc  # noqa: PLC0415
    from importlib import import_module  # noqa: PLC0415

    if name in sys.modules:
        return sys.modules[name]
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return import_module(name)
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


class Commands(click.Group):
    """Find a command by its name, and turn whatever ends it into an exit code.

    A command returns its exit code, None for 0.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = _module(f"checker.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where there is none of that name."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(COMMANDS)}"
            ctx.fail(f"there is no command '{args[0]}'; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands into the help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Remember the command line as it was typed."""
        ctx.meta[_ARGUMENTS] = tuple(args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> None:
        """Run the command and leave with its exit code; only a defect shown with -v has a trace."""
        from checker.cli.kept import answered  # noqa: PLC0415

        _use_utf8()
        try:
            code = answered(ctx.meta[_ARGUMENTS], lambda: super(Commands, self).invoke(ctx))
            sys.stdout.flush()
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            code = _INTERRUPTED
        except Exception as error:  # noqa: BLE001
            code = _failed(error, is_verbose=bool(ctx.meta.get(VERBOSE)))
        ctx.exit(code if isinstance(code, int) else 0)


class _Closed(io.TextIOBase):
    """Stand for a stdout that was closed: a run that only writes files never meets it."""

    @property
    def buffer(self) -> BinaryIO:
        """Refuse bytes as well."""
        raise self._error()

    def write(self, text: str, /) -> int:
        """Refuse; a result that reached nobody must not look like an answer."""
        del text
        raise self._error()

    @staticmethod
    def _error() -> OSError:
        return OSError(errno.EBADF, "stdout is closed, so that nothing could be written to it")


def _use_utf8() -> None:
    """Make stdout UTF-8 with plain line ends; a name of a file that is no text is escaped."""
    if sys.stdout is None:
        sys.stdout = _Closed()
    for stream, newline in ((sys.stdout, "\n"), (sys.stderr, None)):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=newline)  # type: ignore[union-attr]


def _failed(error: Exception, *, is_verbose: bool) -> int:
    """Say what went wrong; problems of inputs with their places, a defect of ours in one line."""
    if isinstance(error, OSError) and error.errno == errno.EPIPE:
        _drop_output()  # Whoever read the result has gone; nobody is left to be told.
        return _DEFECT
    from checker.values.diagnostic import CheckerError  # noqa: PLC0415

    if isinstance(error, CheckerError):
        from checker.cli.diagnostics import write_diagnostics  # noqa: PLC0415

        write_diagnostics(error.diagnostics, is_full=is_verbose)
    elif isinstance(error, OSError):
        named = f": {error.filename}" if error.filename else ""
        click.echo(f"accord: {error.strerror or error}{named}", err=True)
    elif is_verbose:
        from traceback import format_exception  # noqa: PLC0415

        click.echo("".join(format_exception(error)), err=True, nl=False)
    else:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        click.echo(f"accord: a defect of the program: {said[:300]} (-v shows where)", err=True)
    return _DEFECT


def _drop_output() -> None:
    """Point stdout at nothing, so that what is left in its buffer fails nobody at the exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Results go to stdout, all else to stderr. Exit: 0 no finding at the level of --fail-on"
    " (that is no proof that all was kept), 1 findings, 2 no answer, 3 hollow, 130 interrupted.",
)
@click.version_option(__version__, prog_name="accord")
def main() -> None:
    """Check reported force positions against the terms of ceasefire and withdrawal deals."""
