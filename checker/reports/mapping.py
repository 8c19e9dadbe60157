"""A mapping: which of a file's columns and values are which of the contract's; data only."""

from dataclasses import dataclass, field

from checker.reports.source import NO_FORM, Form
from checker.reports.times.patterns import Pattern
from checker.values.span import Span

__all__ = [
    "NO_MAPPING",
    "Case",
    "Conditions",
    "Exactness",
    "FirstOf",
    "Made",
    "Mapping",
    "Rename",
    "RowRule",
    "Settings",
    "Skip",
    "Split",
    "Unread",
    "ValueTable",
]

Settings = tuple[tuple[str, str], ...]
"""Columns of the contract with the text to write there; an empty text blanks the cell."""
Conditions = tuple[tuple[str, frozenset[str]], ...]
"""Columns of the file, each with normalised texts of which it has one; an empty one is a blank."""


@dataclass(frozen=True, slots=True)
class Rename:
    """Take column ``ours`` from ``theirs``: several are joined, none leaves it out.

    Those that the file does not have are left out where it ``may_lack`` them.
    """

    ours: str
    theirs: tuple[str, ...]
    span: Span
    may_lack: bool = False


@dataclass(frozen=True, slots=True)
class ValueTable:
    """Replace the texts of ``ours``: ``entries`` by normalised text; ``otherwise`` all the rest.

    An entry of the empty text is what a blank cell says.
    ``above_nought`` is what any other number above 0 says. ``otherwise`` None leaves the rest as it
    is; an empty text blanks it.
    """

    ours: str
    entries: dict[str, str]
    otherwise: str | None
    above_nought: str | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """Write the characters of column ``theirs`` into ``ours``, one each (``B2``: B and 2).

    A text of another length goes whole into each, where it is then refused or replaced.
    """

    theirs: str
    ours: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Case:
    """Write ``settings`` in the rows where all ``conditions`` hold and not all ``exceptions``.

    ``least`` are the least numbers there: a lesser one becomes that, a blank stays blank.
    """

    conditions: Conditions
    settings: Settings
    span: Span
    exceptions: Conditions = ()
    least: Settings = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Leave the cells of ``columns`` of the file unread, unless all ``exceptions`` hold in the row.

    That goes before all else that the mapping says, so that nothing brings them back.
    """

    columns: tuple[str, ...]
    exceptions: Conditions
    span: Span


@dataclass(frozen=True, slots=True)
class FirstOf:
    """Take column ``ours`` from the first of ``theirs`` that has something in the row.

    Of these columns the file has one at least, unless it ``may_lack`` all of them.
    """

    ours: str
    theirs: tuple[str, ...]
    may_lack: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Exactness:
    """Widen the dates in ``ours`` by what the code in column ``theirs`` says of them.

    ``entries`` are how, by normalised code: ``day``, ``month``, ``year``, or a number of days to
    both sides. A date with another code, or none, is unknown.
    """

    ours: str
    theirs: str
    entries: dict[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class Made:
    """Make a report of each row that has something in all columns of ``needs``.

    ``columns`` and ``settings`` are what it says otherwise than the row itself.
    """

    columns: tuple[Rename, ...]
    settings: Settings
    needs: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class RowRule:
    """Rewrite the report ``id``: one report for each of ``parts``, with its settings."""

    id: str
    parts: tuple[Settings, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Skip:
    """Set the report ``id`` aside, with the reason."""

    id: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Hold a whole mapping; ``units`` are metres per unit of the file, as decimal texts.

    ``reports`` are what each row makes, one report each; none is one report. ``sha256`` is that of
    the bytes of its file, empty where there is none.
    """

    name: str
    columns: tuple[Rename, ...] = ()
    constants: Settings = ()
    units: dict[str, str] = field(default_factory=dict)
    values: tuple[ValueTable, ...] = ()
    splits: tuple[Split, ...] = ()
    first_of: tuple[FirstOf, ...] = ()
    exactness: tuple[Exactness, ...] = ()
    reports: tuple[Made, ...] = ()
    cases: tuple[Case, ...] = ()
    unread: tuple[Unread, ...] = ()
    rows: tuple[RowRule, ...] = ()
    skips: tuple[Skip, ...] = ()
    zone: str | None = None
    patterns: tuple[Pattern, ...] = ()
    span: Span | None = None
    sha256: str = ""
    form: Form = NO_FORM


NO_MAPPING = Mapping("")
"""Takes every column under its own name."""
