"""How one file's columns become the contract's: what it names, what is stated for it, what lacks.

A file that leaves out what nobody states is refused as a whole: an unstated kind or radius would be
taken for something it is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from checker.reports.columns import BY_NAME, PLACES
from checker.reports.mapping import NO_MAPPING, Mapping
from checker.reports.named import in_reports, named_by, respelled, unmapped, unnamed, used_by
from checker.reports.opened import Opened
from checker.reports.row_cases import overruled
from checker.reports.spelling import normalised
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.span import Span

__all__ = ["Layout", "Stated", "layout_of"]

_ALIKE = 0.8
"""More alike than different words are; most misspelt ones are closer."""
_WHEN = ("seen_from", "seen_to")
_WHO = ("actor", "actor_all", "actor_one_of")


@dataclass(frozen=True, slots=True)
class Stated:
    """Hold what the user states for files that leave it out; each None or empty if not."""

    kind: str | None = None
    radius_m: float | None = None
    mapping: Mapping = NO_MAPPING


@dataclass(frozen=True, slots=True)
class Layout:
    """Say where each column of the contract comes from in one file.

    ``sources`` are columns of the file, several to be joined; ``splits`` tells which character.
    ``constants`` hold for every row; ``stated`` are those of them that the file left out.
    ``mapping`` is the one that was applied. Of the sources of ``choices`` the first that has
    something counts.
    """

    sources: dict[str, tuple[str, ...]]
    constants: dict[str, str]
    stated: tuple[tuple[str, str], ...]
    warnings: tuple[Diagnostic, ...]
    mapping: Mapping = NO_MAPPING
    choices: frozenset[str] = frozenset()

    @property
    def shown(self) -> dict[str, str]:
        """Return the file's own name of each column that comes from just one."""
        return {ours: theirs[0] for ours, theirs in self.sources.items() if len(theirs) == 1}

    def has(self, name: str) -> bool:
        """Say whether a column of the contract has any value in this file."""
        return name in self.sources or name in self.constants or name in in_reports(self.mapping)

    @property
    def gives_ids(self) -> bool:
        """Say whether a report may have an id of its own."""
        set_by_cases = {name for case in self.mapping.cases for name, _ in case.settings}
        return self.has("id") or "id" in set_by_cases or bool(self.mapping.rows)


def layout_of(opened: Opened, stated: Stated) -> Layout:
    """Return the layout of a file; raises ``CheckerError`` with everything that it lacks.

    A file that has no column which the mapping names, and lacks nothing without it, is read
    without it, with a warning: one mapping goes with several files.
    """
    mapping = respelled(stated.mapping, opened.columns)
    if is_unneeded := _is_unneeded(opened, mapping):
        mapping = NO_MAPPING
    found = list(unmapped(opened, mapping))
    sources = _sources(opened.columns, mapping)
    constants = dict(mapping.constants)
    flags: dict[str, str] = {}
    if stated.kind and "kind" not in sources and "kind" not in constants:
        flags["kind"] = stated.kind
    if stated.radius_m is not None:
        for prefix in PLACES:
            name = f"{prefix}radius_m"
            if f"{prefix}lon" in sources and name not in sources and name not in constants:
                flags[name] = f"{stated.radius_m:.15g}"
    set_by_cases = {name for case in mapping.cases for name, _ in case.settings}
    held = {*sources, *constants, *flags, *set_by_cases, *in_reports(mapping)}
    held |= {one.ours for one in mapping.first_of if one.may_lack}
    held |= {one.ours for one in mapping.columns if one.may_lack}
    found += _lacking(held, opened)
    found += unnamed(held, mapping)
    found += _odd(opened, mapping, sources)
    if found:
        # What is wrong with the header itself is why all that is lacking.
        raise CheckerError(*([opened.doubt] if opened.doubt else found))
    held_by_all = {**constants, **flags}
    said = held_by_all | dict(opened.stated)
    return Layout(
        sources,
        held_by_all,
        tuple(sorted((name, _number(name, text)) for name, text in said.items())),
        (
            *_unused(opened, stated.mapping, is_unneeded=is_unneeded),
            *_warnings(opened, mapping, sources),
            *overruled(mapping, held_by_all),
        ),
        mapping,
        frozenset(one.ours for one in mapping.first_of if {*one.theirs} & {*opened.columns}),
    )


def _number(name: str, text: str) -> str:
    """Write a length that is stated in one way, whatever way it was typed."""
    try:
        return f"{float(text):.15g}" if name.endswith("_m") else text
    except ValueError:
        return text


def _sources(columns: Sequence[str], mapping: Mapping) -> dict[str, tuple[str, ...]]:
    """Return what the mapping names, and the columns that bear a name of the contract already."""
    renamed = {
        one.ours: tuple(name for name in one.theirs if not one.may_lack or name in columns)
        for one in mapping.columns
    }
    split = {ours: (one.theirs,) for one in mapping.splits for ours in one.ours}
    constants = {name for name, _ in mapping.constants}
    own = {
        name: (name,)
        for name in columns
        if name in BY_NAME and name not in renamed and name not in constants
    }
    first = {
        one.ours: tuple(name for name in one.theirs if name in columns) for one in mapping.first_of
    }
    every = {**own, **renamed, **split, **{ours: names for ours, names in first.items() if names}}
    return {ours: theirs for ours, theirs in every.items() if theirs}


def _odd(opened: Opened, mapping: Mapping, sources: dict[str, tuple[str, ...]]) -> list[Diagnostic]:
    """Name the columns that are needed and hold what no cell can."""
    used = used_by(mapping, sources)
    return [
        Diagnostic(
            "R102",
            f"the column '{name}' holds {kind}, which is not read",
            Span(opened.source.name, 1, 1, 1, 1),
            "store text, numbers, dates, timestamps or lists of text",
        )
        for name, kind in opened.odd.items()
        if name in used
    ]


def _is_unneeded(opened: Opened, mapping: Mapping) -> bool:
    # A name of the contract says nothing about whose columns the mapping speaks of.
    named = {name for name, _ in named_by(mapping)} - BY_NAME.keys()
    named |= {name for one in mapping.first_of for name in one.theirs} - BY_NAME.keys()
    named |= {name for one in mapping.columns for name in one.theirs} - BY_NAME.keys()
    if not named or named & set(opened.columns):
        return False
    return not _lacking({name for name in opened.columns if name in BY_NAME}, opened)


def _unused(opened: Opened, mapping: Mapping, *, is_unneeded: bool) -> list[Diagnostic]:
    if not is_unneeded:
        return []
    message = f"read without {mapping.name}, which names no column of this file"
    span = Span(opened.source.name, 1, 1, 1, 1)
    return [Diagnostic("R155", message, span, "", "warning")]


def _lacking(held: set[str], opened: Opened) -> list[Diagnostic]:
    """Name what a report needs and the file does not say: where, when, who, kind, radius."""
    span = Span(opened.source.name, 1, 1, 1, 1)
    points = [prefix for prefix in PLACES if {f"{prefix}lon", f"{prefix}lat"} <= held]
    named = [
        f"{prefix}{name}"
        for prefix in PLACES
        for name in ("place", "within_area", "grid", "outline")
    ]
    found: list[Diagnostic] = []
    for question, names, enough in (
        (
            "where",
            ("lon", "lat", "grid", "outline", "place", "within_area"),
            bool(points) or bool(held & set(named)),
        ),
        ("when", _WHEN, bool(held & set(_WHEN))),
        ("who", _WHO, bool(held & set(_WHO))),
    ):
        if not enough:
            hint = f"it needs {' or '.join(names).replace('lon or lat', 'lon and lat')}"
            near = _near(names, opened.columns)
            if question == "who" and {"affiliation", "uid", "stale"} <= {*opened.columns}:
                near = "; --mapping cot takes the affiliation in the types as the actor"
            found.append(Diagnostic("R105", f"{opened.lacks} {question}", span, f"{hint}{near}"))
    if "kind" not in held:
        found.append(
            Diagnostic(
                "R106",
                "the file has no column 'kind'",
                span,
                "state it for all rows: --kind position, or in the mapping "
                f"'constants: {{kind: position}}'{_near(['kind'], opened.columns)}",
            )
        )
    found += [
        Diagnostic(
            "R107",
            f"the file gives positions and no '{name}': an unstated radius is not 0",
            span,
            f"state it for all rows: --radius 100m, or in the mapping 'constants: {{{name}: 100}}'"
            f"{_near([name], opened.columns)}",
        )
        for name in (f"{prefix}radius_m" for prefix in points)
        if name not in held
    ]
    return found


def _near(wanted: Sequence[str], columns: Sequence[str]) -> str:
    """Point at columns that may be a wanted one, by their letters or by what their words say."""
    # A file that lacks nothing needs no table of headings.
    from checker.reports.proposal.proposed import likely_name  # noqa: PLC0415

    known = {normalised(name): name for name in wanted}
    said = {name: known.get(normalised(name), name) for name in columns}
    pairs = [f"; rename '{name}' to '{ours}'" for name, ours in said.items() if ours != name]
    unknown = [name for name in columns if normalised(name) not in known]
    likely = {name: likely_name(name) or _misspelt(name) for name in unknown}
    return "".join([*pairs, *(f"; '{n}' may be {o}" for n, o in likely.items() if o in wanted)])


def _misspelt(heading: str) -> str | None:
    """Return the column of the contract that is much like a heading, None where none is."""
    near = get_close_matches(normalised(heading), BY_NAME, n=1, cutoff=_ALIKE)
    return near[0] if near else None


def _warnings(
    opened: Opened, mapping: Mapping, sources: dict[str, tuple[str, ...]]
) -> list[Diagnostic]:
    span = Span(opened.source.name, 1, 1, 1, 1)
    used = used_by(mapping, sources) | {
        rename.ours for rename in mapping.columns if not rename.theirs
    }
    unread = [name for name in opened.columns if name not in used]
    unjudged = [name for name in sources if not BY_NAME[name].is_judged]
    found: list[Diagnostic] = list(opened.warnings)
    if unread:
        named = ", ".join(unread)
        message = f"columns that are not read: {named}"
        near = {name: _misspelt(name) for name in unread}
        meant = [
            f"'{name}' may be {ours}" for name, ours in near.items() if ours not in (None, *used)
        ]
        found.append(Diagnostic("R151", message, span, "; ".join(meant), "warning"))
    if unjudged:
        message = f"columns that no rule uses yet: {', '.join(unjudged)}"
        found.append(Diagnostic("R153", message, span, "", "warning"))
    return found
