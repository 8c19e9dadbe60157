"""`--redact`: an answer made public before any format sees it, and what cannot be done with one."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import click

from checker.findings.block import Block
from checker.findings.edition import Editing, Edition, PublicGround, public_summary, stated
from checker.findings.edition.names import PublicNames
from checker.findings.finding import Header, Summary
from checker.language.core.agreement import Core
from checker.outputs.writer import Answer
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.quantity import QuantityError, parse_quantity

__all__ = ["PublicAnswer", "edition_of", "made_public", "redacts", "refuse_edition"]

_LEAST_M = 1.0
Command = TypeVar("Command", bound=Callable[..., object])


def redacts(command: Command) -> Command:
    """Give a command the option that makes a public edition."""
    return click.option(
        "--redact",
        metavar="LENGTH",
        help="Write a public edition: places coarsened to so much, such as 1km, sources and names"
        " of reports removed, the same totals.",
    )(command)


def edition_of(text: str | None) -> Edition | None:
    """Return the edition that ``--redact`` asks for; of a vague length the longer end."""
    if text is None:
        return None
    try:
        cell_m = parse_quantity(text, "length").high
    except QuantityError as error:
        raise click.BadParameter(f"{error}; {error.hint}", param_hint="'--redact'") from error
    if cell_m < _LEAST_M:
        said = f"'{text}' coarsens nothing; write a length of 1 m or more"
        raise click.BadParameter(said, param_hint="'--redact'")
    return Edition(cell_m)


def made_public(done: Answer, edition: Edition | None, core: Core | None) -> Answer:
    """Return the answer as an edition tells it; the answer itself for None.

    Without ``core``, the agreement, an edition has no distances and acts, and ids for names.
    Raises ``CheckerError`` for an answer that is an edition already.
    """
    if edition is None:
        return done
    if done.header.edition is not None:
        size = done.header.edition.size
        message = f"this result is a public edition already, of places to {size}"
        hint = "make another edition from the whole result"
        raise CheckerError(Diagnostic("U156", message, None, hint))
    return PublicAnswer(done, edition, core)


def refuse_edition(header: Header, name: str, what: str) -> None:
    """Raise ``CheckerError`` for an edition where only the whole result will do."""
    if header.edition is not None:
        message = f"'{name}' is a public edition, which {what}"
        raise CheckerError(Diagnostic("U157", message, None, "take the whole result"))


class PublicAnswer:
    """Hand out an answer as a public edition: nothing of what it hides gets any further."""

    def __init__(self, done: Answer, edition: Edition, core: Core | None) -> None:
        self._done = done
        self._edition = edition
        self._ground = PublicGround(core)
        self._names = PublicNames()

    @property
    def header(self) -> Header:
        """Return what is known before the first finding."""
        return stated(self._done.header, self._edition)

    def blocks(self) -> Iterator[Block]:
        """Yield the findings in their order; names begin anew each time."""
        self._names = PublicNames()
        editing = Editing(self._edition, self._ground, self._names)
        yield from map(editing.block, self._done.blocks())

    def summary(self) -> Summary:
        """Return what is known after the last finding; the findings are asked for first."""
        return public_summary(self._done.summary(), self._edition, self._names)
