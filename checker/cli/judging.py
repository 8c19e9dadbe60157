"""From what a user names to what a run takes: rules, mapping, reports, and all their problems."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import BinaryIO, TypedDict, TypeVar

import click

from checker.cli.amounts import override_of, radius_m
from checker.cli.gazetteer_file import extents_of, read_gazetteer
from checker.cli.mapping_file import read_mapping
from checker.cli.naming_order import refuse_other_order
from checker.cli.observing import looks_of, observed_core, unknown_areas
from checker.cli.shipped import find_rules
from checker.language import Agreement, Override, load_agreement
from checker.language.core.agreement import Core
from checker.reports import ReadOptions, Reports, open_reports
from checker.reports.batch import KINDS, Vocabulary
from checker.reports.mapping import NO_MAPPING
from checker.reports.position.atlas import NO_ATLAS
from checker.reports.presets import PRESETS
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.spelling import normalised

__all__ = [
    "Gathered",
    "Ground",
    "StatedOptions",
    "known_name",
    "known_party",
    "prepare",
    "read_agreement",
    "read_options",
    "stated",
    "stdin_for",
    "vocabulary_of",
]

_FEW = 12
"""So many names are all told, beside the one that is like what was typed."""

Found = TypeVar("Found")
Command = TypeVar("Command", bound=Callable[..., object])


class StatedOptions(TypedDict):
    """What a user states for reports that leave it out, as typed."""

    mapping: str | None
    kind: str | None
    radius: str | None
    zone: str | None
    encoding: str | None
    sheet: str | None
    gazetteer: str | None


@dataclass(frozen=True, slots=True)
class Ground:
    """Hold what a run stands on."""

    agreement: Agreement
    reports: Reports


@dataclass(slots=True)
class Gathered:
    """Collect the problems of several inputs, so that all are told in one go."""

    found: list[Diagnostic] = field(default_factory=list)

    def take(self, read: Callable[[], Found]) -> Found | None:
        """Return what ``read`` reads; None where it has problems, which are kept."""
        try:
            return read()
        except CheckerError as error:
            self.found += error.diagnostics
            return None

    def raise_problems(self) -> None:
        """Raise ``CheckerError`` with all problems, if there are any."""
        if self.found:
            raise CheckerError(*dict.fromkeys(self.found))


def stated(command: Command) -> Command:
    """Give a command the options that state what reports leave out."""
    for option in (
        click.option("--sheet", metavar="NAME", help="The sheet of a workbook that is read."),
        click.option("--encoding", metavar="NAME", help="Encoding of texts that are not UTF-8."),
        click.option("--zone", metavar="ZONE", help="Zone of times that carry no offset."),
        click.option("--radius", metavar="LENGTH", help="Radius of every position, such as 100m."),
        click.option("--kind", metavar="KIND", help=f"Kind of every row: {', '.join(KINDS)}."),
        click.option("--gazetteer", metavar="FILE", help="Where the places that rows name lie."),
        click.option(
            "--mapping",
            metavar="FILE",
            help=f"Which columns and values are which: a file, or {', '.join(PRESETS)}.",
        ),
    ):
        command = option(command)
    return command


def prepare(
    agreement: str,
    reports: Sequence[str],
    options: StatedOptions,
    places: Sequence[str] = (),
    observations: Sequence[str] = (),
) -> Ground:
    """Read the rules and open the reports.

    Raises ``CheckerError`` with the problems of the rules, the mapping and the reports together, or
    where reports are named first.
    """
    refuse_other_order(agreement, reports)
    overrides = [override_of(text) for text in places]
    stdin = stdin_for(reports)
    how = read_options(options)
    gathered = Gathered()
    rules = gathered.take(lambda: read_agreement(agreement, overrides))
    mapping = gathered.take(lambda: read_mapping(options["mapping"]))
    atlas = gathered.take(lambda: read_gazetteer(options["gazetteer"])) or NO_ATLAS
    how = replace(how, mapping=mapping or NO_MAPPING, atlas=atlas)
    if rules is not None:
        how = replace(how, vocabulary=vocabulary_of(rules.core), zone=rules.core.timezone)
        how = replace(how, atlas=replace(atlas, extents=extents_of(rules.core)))
    # A file that cannot be read as observations is told as such, and not as a file of reports.
    looks = gathered.take(lambda: looks_of(observations, reports, how))
    files = [*reports, *observations] if looks is not None else reports
    how = replace(how, observations=tuple(observations) if looks is not None else ())
    # A file is held against no mapping where the mapping itself cannot be read.
    opened = gathered.take(lambda: open_reports(files, how, stdin)) if mapping else None
    gathered.raise_problems()
    assert rules is not None
    assert opened is not None
    assert looks is not None
    core = observed_core(rules.core, looks, observations)
    warnings = (*rules.warnings, *unknown_areas(core, looks))
    return Ground(replace(rules, core=core, warnings=warnings), opened)


def read_options(options: StatedOptions) -> ReadOptions:
    """Return how reports are read by what the user states beside the mapping."""
    return ReadOptions(
        stated_zone=options["zone"],
        kind=options["kind"],
        radius_m=radius_m(options["radius"]),
        encoding=options["encoding"],
        sheet=options["sheet"],
    )


def stdin_for(files: Sequence[str]) -> BinaryIO | None:
    """Return the bytes of stdin if ``-`` is among ``files``; a usage error where it is twice."""
    if files.count("-") > 1:
        raise click.UsageError("'-', which is stdin, can be read once only")
    if "-" in files and sys.stdin is None:
        raise CheckerError(Diagnostic("U105", "stdin is closed", None, "give a file, or a pipe"))
    return sys.stdin.buffer if "-" in files else None


def read_agreement(named: str, overrides: Sequence[Override] = ()) -> Agreement:
    """Read the agreement that the user named; raises ``CheckerError`` with all its errors."""
    rules = find_rules(named)
    return load_agreement(rules.path, lists=rules.lists, overrides=overrides, shown=rules.shown)


def vocabulary_of(core: Core) -> Vocabulary:
    """Return every spelling that reports may use."""
    return Vocabulary(
        dict(core.actor_names),
        dict(core.doing_names),
        dict(core.thing_names),
        dict(core.place_names),
    )


def known_name(name: str, known: Sequence[str], option: str) -> str:
    """Return a name that is known; raises a usage error with the nearest where it is not."""
    if name in known:
        return name
    hint = _there_are(name, {normalised(one): one for one in known})
    raise click.BadParameter(f"'{name}' is not in the agreement; {hint}", param_hint=f"'{option}'")


def known_party(name: str, core: Core) -> str:
    """Return the id of an actor, or the name of a group or side, however reports may spell it.

    Raises ``CheckerError`` with the nearest where there is none.
    """
    groups = [one.name for one in core.named_groups]
    if name in (*core.actors, *groups):
        return name
    spellings = {normalised(group): group for group in groups}
    spellings |= {spelling: core.actors[index] for spelling, index in core.actor_names}
    found = spellings.get(normalised(name))
    if found is None:
        message = f"no actor, group or side '{name}' in this agreement"
        raise CheckerError(Diagnostic("U101", message, None, _there_are(name, spellings)))
    return found


def _there_are(name: str, spellings: Mapping[str, str]) -> str:
    """Say which names are like one that no spelling has, and which there are."""
    near = get_close_matches(normalised(name), spellings, n=3, cutoff=0.6)
    meant = dict.fromkeys(spellings[one] for one in near)
    names = list(dict.fromkeys(spellings.values()))
    parts = [f"did you mean {' or '.join(meant)}?"] if meant else []
    if not meant or len(names) <= _FEW:
        parts.append(f"there are {', '.join(names)}" if names else "it has none")
    return "; ".join(parts)
