"""Which columns of a file a mapping speaks of, and which of them the file does not have."""

from collections.abc import Sequence
from dataclasses import replace

from checker.reports.mapping import Conditions, Mapping, Rename
from checker.reports.opened import Opened
from checker.reports.spelling import normalised
from checker.values.diagnostic import Diagnostic, place_in_file
from checker.values.span import Span

__all__ = ["in_reports", "named_by", "respelled", "unmapped", "unnamed", "used_by"]


def in_reports(mapping: Mapping) -> set[str]:
    """Return the columns that the reports of a row have beside those of the row."""
    columns = {rename.ours for one in mapping.reports for rename in one.columns}
    columns |= {name for one in mapping.reports for name, _ in one.settings}
    return columns | ({"event"} if mapping.reports else set())


def unnamed(held: set[str], mapping: Mapping) -> list[Diagnostic]:
    """Return what is wrong with several reports of each row that has no id."""
    if not mapping.reports or "id" in held:
        return []
    message = "'reports' needs an id: several reports of one row are told apart by it"
    return [Diagnostic("R109", message, mapping.reports[0].span, "name it in columns: id")]


def unmapped(opened: Opened, mapping: Mapping) -> list[Diagnostic]:
    """Name the columns that the mapping speaks of and the file does not have, line by line."""
    found = [
        Diagnostic(
            "R109",
            f"{opened.source.name} has no column '{name}'",
            span,
            f"it has {', '.join(opened.columns)}",
        )
        for name, span in named_by(mapping)
        if name not in opened.columns
    ]
    found += [
        Diagnostic(
            "R109",
            f"{opened.source.name} has none of the columns {', '.join(map(repr, one.theirs))}",
            one.span,
            f"it has {', '.join(opened.columns)}",
        )
        for one in mapping.first_of
        if not one.may_lack and not {*one.theirs} & {*opened.columns}
    ]
    return sorted(found, key=place_in_file)


def used_by(mapping: Mapping, sources: dict[str, tuple[str, ...]]) -> set[str]:
    """Return the columns of the file whose cells are read."""
    used = {name for theirs in sources.values() for name in theirs}
    used |= {one.theirs for one in mapping.exactness}
    used |= {name for name, _ in _named_by_reports(mapping)}
    used |= {name for one in mapping.unread for name in one.columns}
    used |= {name for case in mapping.cases for name, _ in case.exceptions}
    return used | {name for name, _ in _named_by_conditions(mapping)}


def named_by(mapping: Mapping) -> list[tuple[str, Span]]:
    """Return the columns that a file has to have, with where the mapping names them."""
    named = [(name, one.span) for one in mapping.columns if not one.may_lack for name in one.theirs]
    named += [(split.theirs, split.span) for split in mapping.splits]
    named += [(one.theirs, one.span) for one in mapping.exactness]
    named += _named_by_reports(mapping)
    return named + _named_by_conditions(mapping)


def _named_by_conditions(mapping: Mapping) -> list[tuple[str, Span]]:
    named = [(one, case.span) for case in mapping.cases for one in case.conditions]
    named += [(one, rule.span) for rule in mapping.unread for one in rule.exceptions]
    return [(name, span) for (name, _), span in named]


def _named_by_reports(mapping: Mapping) -> list[tuple[str, Span]]:
    made = mapping.reports
    named = [(name, one.span) for report in made for one in report.columns for name in one.theirs]
    return named + [(name, report.span) for report in made for name in report.needs]


def respelled(mapping: Mapping, columns: Sequence[str]) -> Mapping:
    """Return a mapping with the columns of a file as that spells them.

    A name is that of a column of the same spelling, else of the one that is alike after NFKC, case
    folding and trimming (``EVENT_DATE``), if there is one alone.
    """
    like: dict[str, list[str]] = {}
    for name in columns:
        like.setdefault(normalised(name), []).append(name)

    def spelled(name: str) -> str:
        found = like.get(normalised(name), [])
        return found[0] if name not in columns and len(found) == 1 else name

    def all_of(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(spelled, names)))  # several spellings of one column

    def given(conditions: Conditions) -> Conditions:
        return tuple((spelled(name), texts) for name, texts in conditions)

    def renamed(renames: tuple[Rename, ...]) -> tuple[Rename, ...]:
        return tuple(replace(one, theirs=all_of(one.theirs)) for one in renames)

    if all(spelled(name) == name for name, _ in [*named_by(mapping), *_may_lack(mapping)]):
        return mapping
    return replace(
        mapping,
        columns=renamed(mapping.columns),
        splits=tuple(replace(one, theirs=spelled(one.theirs)) for one in mapping.splits),
        first_of=tuple(replace(one, theirs=all_of(one.theirs)) for one in mapping.first_of),
        exactness=tuple(replace(one, theirs=spelled(one.theirs)) for one in mapping.exactness),
        reports=tuple(
            replace(one, columns=renamed(one.columns), needs=all_of(one.needs))
            for one in mapping.reports
        ),
        cases=tuple(
            replace(one, conditions=given(one.conditions), exceptions=given(one.exceptions))
            for one in mapping.cases
        ),
        unread=tuple(
            replace(one, columns=all_of(one.columns), exceptions=given(one.exceptions))
            for one in mapping.unread
        ),
    )


def _may_lack(mapping: Mapping) -> list[tuple[str, Span]]:
    named = [(name, case.span) for case in mapping.cases for name, _ in case.exceptions]
    named += [(name, one.span) for one in mapping.first_of for name in one.theirs]
    named += [(name, one.span) for one in mapping.unread for name in one.columns]
    return named + [(name, one.span) for one in mapping.columns for name in one.theirs]
