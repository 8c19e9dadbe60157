"""Which columns of a file a mapping speaks of, and which of them the file does not have."""

from checker.reports.mapping import Mapping
from checker.reports.opened import Opened
from checker.values.diagnostic import Diagnostic, place_in_file
from checker.values.span import Span

__all__ = ["in_reports", "named_by", "unmapped", "unnamed", "used_by"]


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
    return used | {name for case in mapping.cases for name, _ in case.conditions}


def named_by(mapping: Mapping) -> list[tuple[str, Span]]:
    """Return the columns that a file has to have, with where the mapping names them."""
    named = [(name, one.span) for one in mapping.columns if not one.may_lack for name in one.theirs]
    named += [(split.theirs, split.span) for split in mapping.splits]
    named += [(one.theirs, one.span) for one in mapping.exactness]
    named += _named_by_reports(mapping)
    return named + [(name, case.span) for case in mapping.cases for name, _ in case.conditions]


def _named_by_reports(mapping: Mapping) -> list[tuple[str, Span]]:
    made = mapping.reports
    named = [(name, one.span) for report in made for one in report.columns for name in one.theirs]
    return named + [(name, report.span) for report in made for name in report.needs]
