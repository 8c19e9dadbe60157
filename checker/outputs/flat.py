"""One row a finding, for tables: which columns there are, what they hold, and a finding's cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal, TypeAlias

from checker.findings.block import Block
from checker.findings.borders import told_of
from checker.findings.finding import Finding, Measured
from checker.findings.series import Series

__all__ = ["COLUMNS", "Cell", "Column", "cells_of", "columns_of"]

Cell: TypeAlias = str | int | float | list[str] | None


@dataclass(frozen=True, slots=True)
class Column:
    """Name a column and say what it holds; ``about`` is for whoever reads the table."""

    name: str
    holds: Literal["text", "texts", "number", "whole"]
    about: str


COLUMNS = (
    Column("finding", "text", "the finding's id"),
    Column("report", "text", "the report's id; empty for a duty as a whole"),
    Column("clause", "text", "the clause's id"),
    Column("verdict", "text", "over all readings"),
    Column("standing", "text", "over all readings"),
    Column("reasons", "texts", "why it is open"),
    Column("actor", "text", "the declared ids of the report's actors"),
    Column("seen_from", "text", "ISO 8601 with an offset"),
    Column("seen_to", "text", "ISO 8601 with an offset"),
    Column("lon", "number", "degrees, as given"),
    Column("lat", "number", "degrees, as given"),
    Column("radius_m", "number", "metres, as given"),
    Column("low_m", "number", "the least distance in metres, of the gravest reading"),
    Column("best_m", "number", "from the centre to the place as drawn"),
    Column("high_m", "number", "the greatest distance"),
    Column("limit_low_m", "number", "the limit; the two differ where the text is vague"),
    Column("limit_high_m", "number", "the limit"),
    Column("margin_m", "number", "how far on the lawful side; negative past the limit"),
    Column("violated_yes", "whole", "under so many readings it is broken"),
    Column("violated_open", "whole", "under so many it is open"),
    Column("violated_no", "whole", "under so many it is not"),
    Column("file", "text", "the file of the report"),
    Column("line", "whole", "its line; empty where the format has none"),
    Column("message", "text", "the finding in one sentence"),
    Column("subject", "text", "report, condition or deadline"),
    Column("row", "whole", "which report of its file it is, from 1"),
    Column("reported_actor", "text", "the actors as the report writes them"),
    Column("within_area", "text", "the area that the report names, or the ground that it gives"),
    Column("measured", "text", "what the distance is to"),
    Column("likelihood", "number", "how probable the breaching side is"),
    Column("decides", "text", "what would decide it"),
    Column("incident", "text", "the incident of the gravest reading"),
    Column("says", "text", "the clause in the words of the agreement's file"),
    Column("unit", "text", "the unit that the report names"),
    Column("accepted", "text", "why a user's baseline accepts it, by whom, until when"),
)
"""The columns in their order; programs rely on the first of them (design, interface)."""


def cells_of(finding: Finding) -> tuple[Cell, ...]:
    """Return the cells of one finding, in the order of ``COLUMNS``; None for what is not known.

    The distance is the one that the message tells, where it tells one.
    """
    report = finding.reports[0] if finding.reports else None
    measured = told_of(finding)
    return (
        finding.id,
        report.id if report else None,
        finding.clause,
        finding.verdict.word,
        finding.standing.word,
        list(finding.reasons),
        finding.actor,
        finding.seen_from,
        finding.seen_to,
        finding.lon,
        finding.lat,
        finding.radius_m,
        *(_ends(measured) if measured else (None,) * 5),
        finding.margin_m,
        finding.violated_yes,
        finding.violated_open,
        finding.violated_no,
        report.file if report else None,
        report.line if report else None,
        finding.message,
        finding.subject,
        report.row if report else None,
        finding.reported_actor,
        finding.within_area,
        measured.what if measured else None,
        finding.likelihood,
        finding.decides,
        finding.incident,
        finding.says,
        finding.unit,
        finding.accepted.said if finding.accepted is not None else None,
    )


def columns_of(block: Block) -> list[Sequence[Cell]]:
    """Return the cells of findings column by column, in the order of ``COLUMNS``.

    What is the same in a series is asked of one finding of it.
    """
    parts = [_column_cells(series) for series in block.series]
    singles = [cells_of(finding) for finding in block.singles]
    return [
        block.ordered(
            [
                *chain.from_iterable(part[index] for part in parts),
                *(cells[index] for cells in singles),
            ]
        )
        for index in range(len(COLUMNS))
    ]


def _column_cells(series: Series) -> list[Sequence[Cell]]:
    own: dict[str, Sequence[str | float | int | None]] = {
        "finding": series.own["id"],
        "report": series.ids,
        "row": series.numbers,
        "line": series.lines,
    }
    own |= {column.name: series.own[column.name] for column in COLUMNS if column.name in series.own}
    if series.told_m is not None:
        own |= dict(zip(("low_m", "best_m", "high_m"), series.told_m, strict=True))
    like = cells_of(series.like)
    return [
        own.get(column.name, [cell] * len(series))
        for column, cell in zip(COLUMNS, like, strict=True)
    ]


def _ends(one: Measured) -> tuple[float | None, ...]:
    return one.low_m, one.best_m, one.high_m, one.limit_low_m, one.limit_high_m
