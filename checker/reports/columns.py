"""The input contract: every column a report may have, with its unit and its meaning."""

from dataclasses import dataclass
from typing import Literal

from checker.reports.batch import ATTRIBUTIONS, KINDS, RELIABILITIES, ROLES, WHOSE

__all__ = [
    "BY_NAME",
    "COLUMNS",
    "CREDIBILITIES",
    "PLACES",
    "TIME_KINDS",
    "Column",
    "markdown_table",
    "place_columns",
]

CREDIBILITIES = ("1", "2", "3", "4", "5", "6")
TIME_KINDS = ("moment", "throughout")

Holds = Literal["text", "word", "number", "time", "name", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """Describe one column: what a cell of it holds, in which unit, and what it means.

    ``words`` is the closed list of a ``word`` column. ``least`` and ``most`` bound a number.
    ``is_judged`` is False where this version reads the column but no rule uses it.
    """

    name: str
    holds: Holds
    meaning: str
    unit: str = ""
    words: tuple[str, ...] = ()
    least: float = float("-inf")
    most: float = float("inf")
    is_judged: bool = True


_FARTHEST_M = 20_037_509.0
"""Half the equator of WGS 84 (pi x 6,378,137 m), rounded up: no radius on Earth is larger."""

PLACES = ("", "origin_", "target_")
"""What stands before the columns of the three places of a report."""


def place_columns(prefix: str, said: str) -> tuple[Column, ...]:
    """Return the columns of one place of a report; ``said`` names it in a sentence."""
    return (
        Column(f"{prefix}lon", "number", f"longitude of {said}, WGS 84", "degrees", (), -180, 180),
        Column(f"{prefix}lat", "number", f"latitude of {said}, WGS 84", "degrees", (), -90, 90),
        Column(
            f"{prefix}radius_m",
            "number",
            f"radius of the circle round lon, lat that contains {said}; blank is unknown, not zero",
            "metres",
            (),
            0,
            _FARTHEST_M,
        ),
        Column(
            f"{prefix}grid",
            "text",
            f"{said} by a grid reference: the square that it leaves open",
        ),
        Column(
            f"{prefix}outline",
            "text",
            f"{said} as drawn, in well-known text or GeoJSON: it is somewhere on that",
            "WGS 84",
        ),
        Column(
            f"{prefix}place",
            "name",
            f"{said} by a name of the agreement or the gazetteer, or in words from such a place",
        ),
        Column(
            f"{prefix}within_area",
            "name",
            f"a place of the agreement that certainly contains {said}; goes before `{prefix}place`",
        ),
    )


COLUMNS = (
    Column("id", "text", "the report's own id; without one a row is `file:line`"),
    Column("supersedes", "text", "the id of the report that this one corrects"),
    Column(
        "event", "text", "rows of one event share it, such as one row for each side of a strike"
    ),
    Column("kind", "word", "what sort of report it is; blank counts as an allegation", "", KINDS),
    *place_columns("", "the place reported"),
    *place_columns("origin_", "the place that fire or movement came from"),
    *place_columns("target_", "the place that fire or movement went to"),
    Column(
        "seen_from",
        "time",
        "start of the time in which it was seen, or all of that: an instant, a date, an interval",
    ),
    Column("seen_to", "time", "end of that time; where one of the two is blank it is the other"),
    Column(
        "time_kind",
        "word",
        "at some moment of that time (the default), or throughout it",
        "",
        TIME_KINDS,
    ),
    Column("actor", "list", "who, as written; several (`;`) were all there"),
    Column("actor_all", "list", "who, where all of several were there"),
    Column("actor_one_of", "list", "who, where it was one of several and it is not known which"),
    Column("attribution", "word", "how it is known who it was", "", ATTRIBUTIONS),
    Column("role", "word", "what the actor did or suffered", "", ROLES),
    Column("position_of", "word", "whose position the place is", "", WHOSE),
    Column("unit", "text", "identity of the unit or item, if known"),
    Column("does", "list", "activity, in the agreement's words"),
    Column("against", "list", "against whom"),
    Column("thing", "list", "equipment or personnel"),
    Column("count_low", "number", "how many at least", "whole number", (), 0),
    Column("count_high", "number", "how many at most; 0 reports absence", "whole number", (), 0),
    Column("state", "text", "operational, stored or in transit", is_judged=False),
    Column("reliability", "word", "of the source, A (best) to F (unknown)", "", RELIABILITIES),
    Column("credibility", "word", "of the information, 1 (best) to 6", "", CREDIBILITIES),
    Column("source", "text", "where the report was read"),
    Column("source_chain", "text", "outlet <- agency <- person", is_judged=False),
    Column(
        "quoted_distance_m", "number", "the distance that the source itself gave", "metres", (), 0
    ),
    Column("note", "text", "anything else"),
    Column("altitude_m", "number", "height, for air", "metres", is_judged=False),
    Column("altitude_datum", "text", "what the height is measured from", is_judged=False),
)

BY_NAME = {column.name: column for column in COLUMNS}


def markdown_table() -> str:
    """Return the contract as a Markdown table, the source of ``docs/columns.md``."""
    rows = ["| column | holds | unit or words | meaning |", "|---|---|---|---|"]
    for column in COLUMNS:
        meaning = column.meaning if column.is_judged else f"{column.meaning} (read, not judged yet)"
        rows.append(
            f"| `{column.name}` | {column.holds} | {column.unit or ', '.join(column.words)} "
            f"| {meaning} |"
        )
    return "\n".join(rows) + "\n"
