"""Files that say where monitors looked: read with the rules, and put beside their own coverage."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypedDict, TypeVar

import click

from checker.findings.likeness import Likeness
from checker.geography.region import Region
from checker.language.core.agreement import Core, Coverage, Observed, Visit
from checker.outputs.plain import counted
from checker.reports import ReadOptions
from checker.reports.observations import Look, looks_in
from checker.reports.opening import open_unmapped
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.span import Span

__all__ = ["ObservedOptions", "looks_of", "observed_core", "observing", "unknown_areas"]

Command = TypeVar("Command", bound=Callable[..., object])


class ObservedOptions(TypedDict):
    """Where somebody looked, as typed."""

    observations: tuple[str, ...]


def observing(command: Command) -> Command:
    """Give a command the option that names files of observations."""
    said = "Where and when monitors looked, or were refused: area, from, to, status. Repeatable."
    return click.option("--observations", metavar="FILE", multiple=True, help=said)(command)


def looks_of(files: Sequence[str], reports: Sequence[str], how: ReadOptions) -> tuple[Look, ...]:
    """Read files of observations.

    Raises ``CheckerError`` for stdin, for one that is read as reports too or named twice, and with
    every row that cannot be read.
    """
    found: list[Look] = []
    problems: list[Diagnostic] = []
    for number, file in enumerate(files):
        if file == "-" or file in (*reports, *files[:number]):
            message = f"'{file}' cannot be read as observations beside what else is read"
            hint = "name a file of its own, once; stdin is for reports"
            problems.append(Diagnostic("U142", message, None, hint))
            continue
        try:
            found += looks_in(open_unmapped(file, how.form), how)
        except CheckerError as error:
            problems += error.diagnostics
    if problems:
        raise CheckerError(*problems)
    return tuple(found)


def observed_core(core: Core, looks: Sequence[Look], files: Sequence[str]) -> Core:
    """Return an agreement with what was looked at beside its own coverage.

    What was watched in part, and areas that the agreement does not know, watch nothing; a refusal
    stands wherever it was.
    """
    if not files:
        return core
    rows = [
        Observed(ground, look.from_us, look.end_us, look.status)
        for look in looks
        for ground in (_ground(core, look),)
        if look.status == "denied" or (look.status == "watched" and ground is not None)
    ]
    visits = tuple(
        Visit(look.area, look.from_us, look.to_us, look.status, look.ground) for look in looks
    )
    own = core.coverage or Coverage()
    return replace(core, coverage=Coverage((*own.rows, *rows), visits, tuple(files)))


def _ground(core: Core, look: Look) -> Region | None:
    """Return what a row is about: what it draws, or the place that it names; None if neither."""
    return core.place_regions[look.area] if look.area is not None else look.ground


def unknown_areas(core: Core, looks: Sequence[Look]) -> tuple[Diagnostic, ...]:
    """Return a warning for each area that the agreement does not know, where it stands first."""
    first: dict[str, list[Look]] = {}
    for look in looks:
        if look.area is None and look.ground is None:
            first.setdefault(look.name, []).append(look)
    places: dict[int, str] = {}
    for spelling, index in core.place_names:
        places.setdefault(index, spelling)
    like = Likeness({spelling: places[index] for spelling, index in core.place_names})
    return tuple(_unknown(name, of, like.nearest(name)) for name, of in first.items())


def _unknown(name: str, of: Sequence[Look], near: Sequence[str]) -> Diagnostic:
    said = f"the area '{name}' is not declared, or not drawn in one way"
    message = f"{said}: it watches nothing, and what was refused there may be anywhere"
    span = Span(of[0].file, of[0].line, 1, of[0].line, 1)
    hint = f"nearest: {', '.join(near)}" if near else "declare the place"
    return Diagnostic("R286", f"{message} ({counted(len(of), 'row')})", span, hint, "warning")
