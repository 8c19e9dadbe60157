"""Agreements and reports made by hand: a core without a file, batches from a few lines of CSV.

Distances are from a post on the meridian of 36 degrees east; ``north(d)`` is the latitude of the
point ``d`` metres north of it, by Karney's geographiclib.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from geographiclib.geodesic import Geodesic

from checker.evaluate.run import JudgedRun, fields_of, judge_all
from checker.findings.clauses import summary_rows
from checker.findings.finding import SummaryRow
from checker.findings.gathered import Gathered, gathered_in
from checker.findings.incidents import Incidents, incidents_from
from checker.geography.region import Length, Named, Within
from checker.geography.shapes import Box, Point
from checker.language.core.agreement import Core, Source, Standard
from checker.language.core.clause import Clause, CoreClause, Variant
from checker.language.core.exemption import Condition, Exemption
from checker.language.core.pattern import (
    FOREVER_US,
    Edge,
    Group,
    Membership,
    Pattern,
    Period,
    Words,
)
from checker.language.core.question import Answer, Question
from checker.operators import Frame, frame_of
from checker.plan import compile_plan
from checker.reports import ReadOptions, Reports, open_reports
from checker.reports.batch import Batch, Vocabulary
from checker.values.span import Span
from checker.values.truth import Truth

__all__ = [
    "ACTORS",
    "DAY_US",
    "DISTRICT",
    "DOINGS",
    "EVERYONE",
    "HOUR_US",
    "JUNE_US",
    "POST",
    "THINGS",
    "batch_of",
    "clause",
    "condition",
    "core_of_clauses",
    "edge",
    "frame_for",
    "group",
    "judged",
    "north",
    "opened",
    "pattern",
    "period",
    "reading",
    "within",
    "words",
]

ACTORS = ("red", "red-unit", "green", "blue")
DOINGS = ("presence", "fight", "fire", "shell")
THINGS = ("weapons", "tanks", "guns")
HOUR_US = 3_600_000_000
DAY_US = 24 * HOUR_US
JUNE_US = 1_527_811_200_000_000
"""2018-06-01T00:00Z."""

POST = Named("post", Point(36.0, 32.5))
DISTRICT = Named("district", Box(35.9, 32.4, 36.1, 32.6, accuracy_m=100.0))
_ALWAYS = (-FOREVER_US, FOREVER_US)
_SPAN = Span("agreement.yaml", 1, 1, 1, 2)
VOCABULARY = Vocabulary(
    actors={name: code for code, name in enumerate(ACTORS)},
    doings={name: code for code, name in enumerate(DOINGS)},
    things={name: code for code, name in enumerate(THINGS)},
    places={"post": 0, "district": 1},
)


# ------------------------------------------------------------------------------ what a clause says


def _said(names: tuple[str, ...]) -> str:
    """Return names as an agreement writes them."""
    return names[0] if len(names) == 1 else f"[{', '.join(names)}]"


def group(*certain: str, unsure: Sequence[str] = (), **given: Any) -> Group:
    """Return a group: ``certain`` actors are of it, ``unsure`` ones may be, the others are not."""
    spans = dict.fromkeys(certain, Truth.TRUE) | dict.fromkeys(unsure, Truth.UNKNOWN)
    members = tuple(
        Membership(((*_ALWAYS, int(spans[name])),) if name in spans else ()) for name in ACTORS
    )
    return Group(_said(certain), members, **given)


EVERYONE = replace(
    group(*ACTORS), said="everyone", undeclared=int(Truth.TRUE), needs_attribution=False
)


def words(*certain: str, unsure: Sequence[str] = (), of: Sequence[str] = DOINGS) -> Words:
    """Return words of a taxonomy: ``certain`` ones are meant, ``unsure`` ones are wider."""
    truths = dict.fromkeys(certain, Truth.TRUE) | dict.fromkeys(unsure, Truth.UNKNOWN)
    return Words(_said(certain), tuple(int(truths.get(w, Truth.FALSE)) for w in of))


def within(metres: float, high: float | None = None, *of: Named) -> Within:
    """Return the ground within a length of the post, or within one that may be up to ``high``."""
    high = metres if high is None else high
    said = f"{metres:g} m" if high == metres else f"{metres:g}..{high:g} m"
    return Within(Length(metres, high, said), of or (POST,))


def edge(low_us: int, high_us: int | None = None, **given: Any) -> Edge:
    """Return the edge of a period; with two instants it lies somewhere between them."""
    openness = "exact" if high_us in (None, low_us) else "vague"
    return Edge(low_us, low_us if high_us is None else high_us, **{"openness": openness, **given})


def period(start: Edge | int | None = None, end: Edge | int | None = None) -> Period:
    """Return a period; None has no beginning or no end."""
    whole = Period()
    first = edge(start) if isinstance(start, int) else start
    last = edge(end) if isinstance(end, int) else end
    return Period(first or whole.start, last or whole.end)


def pattern(**given: Any) -> Pattern:
    """Return a pattern of red's presence within 1 km of the post, unless said otherwise."""
    fields = {"who": group("red", "red-unit"), "does": words("presence"), "where": within(1000.0)}
    return Pattern(**{**fields, **given})


def condition(**given: Any) -> Condition:
    """Return a condition that green fires nowhere."""
    fields = {"owner": "c1", "index": 0, "unproved": "holds"}
    if not {"kept", "some", "event"} & set(given):
        fields["none"] = Pattern(who=group("green"), does=words("fire"))
    return Condition(**{**fields, **given})


def reading(name: str, what: Pattern, exemptions: Sequence[Exemption] = (), **given: Any) -> Clause:
    """Return a clause under one reading."""
    theatre = given.pop("theatre", None)
    variant = Variant(None, what, theatre, tuple(exemptions))
    return Clause(
        **{"id": name, "kind": "prohibits", "answers": (), "variants": (variant,), **given}
    )


def clause(name: str, *readings: Clause, **given: Any) -> CoreClause:
    """Return a clause with all its readings; without any, red keeps 1 km off the post."""
    found = readings or (reading(name, pattern()),)
    fields: dict[str, Any] = {
        "id": name,
        "questions": tuple(dict.fromkeys(q for r in found for q, _ in r.answers)),
        "readings": found,
        "says": "Red keeps off the post.",
        "source": "text",
        "certainty": None,
        "guarantor": (),
        "owed_to": (),
        "binds_non_party": (),
        "span": _SPAN,
    }
    return CoreClause(**{**fields, **given})


def core_of_clauses(*clauses: CoreClause, **given: Any) -> Core:
    """Return an agreement of these clauses."""
    answers: dict[str, dict[str, None]] = {}
    for one in clauses:
        for asked in one.readings:
            for question, answer in asked.answers:
                answers.setdefault(question, {})[answer] = None
    fields: dict[str, Any] = {
        "id": "deal",
        "title": "Invented deal",
        "digest": "0" * 64,
        "timezone": "Etc/UTC",
        "clauses": clauses,
        "actors": ACTORS,
        "actor_names": tuple(VOCABULARY.actors.items()),
        "actor_titles": ACTORS,
        "doings": DOINGS,
        "doing_names": tuple(VOCABULARY.doings.items()),
        "things": THINGS,
        "thing_names": tuple(VOCABULARY.things.items()),
        "places": (POST, DISTRICT),
        "place_regions": (POST, DISTRICT),
        "place_names": tuple(VOCABULARY.places.items()),
        "questions": tuple(
            Question(question, "", tuple(Answer(one, "") for one in said))
            for question, said in answers.items()
        ),
        "standard": Standard(),
        "firsts": (),
        "coverage": None,
        "sources": (Source("text", "treaty", "Treaty", None, "2018-05-25", None),),
        "claims": (),
        "parties": ("red", "green"),
        "party_groups": (
            ("red", group("red", "red-unit")),
            *((name, group(name)) for name in ACTORS[1:]),
        ),
    }
    return Core(**{**fields, **given})


# --------------------------------------------------------------------------- what the reports say

_FIXED = {"kind": "position", "radius_m": "10", "seen_from": "2018-06-01T12:00:00Z", "actor": "red"}


def north(metres: float) -> str:
    """Return the latitude of the point so far north of the post, to the nanometre."""
    return f"{Geodesic.WGS84.Direct(32.5, 36.0, 0.0, metres)['lat2']:.14f}"


def opened(*rows: Mapping[str, object], name: str = "r.csv") -> Reports:
    """Return reports of red by the post at noon of 1 June 2018, but for what each row says."""
    fixed = {**_FIXED, "lon": "36", "lat": "32.5"}
    columns = list(dict.fromkeys((*fixed, *(key for row in rows for key in row))))
    if not any("id" in row for row in rows):
        columns.insert(0, "id")
        rows = tuple({"id": f"r{number}", **row} for number, row in enumerate(rows, 1))
    lines = [",".join(columns)]
    lines += [",".join(str({**fixed, **row}.get(c, "")) for c in columns) for row in rows]
    content = io.BytesIO("\n".join([*lines, ""]).encode())
    return open_reports(["-"], ReadOptions(vocabulary=VOCABULARY), content, names=[name])


def batch_of(*rows: Mapping[str, object]) -> Batch:
    """Return one batch of such reports; none may be refused."""
    found = opened(*rows)
    (batch,) = found.batches()
    assert found.rejected == ()
    return batch


def frame_for(
    *rows: Mapping[str, object], firsts: Mapping[str, tuple[int, int]] | None = None
) -> Frame:
    """Return such reports laid out for testing."""
    plan = compile_plan(core_of_clauses())
    return frame_of(batch_of(*rows), fields_of(plan), firsts or {}, "Etc/UTC")


def judged(core: Core, *rows: Mapping[str, object], as_of_us: int | None = None) -> JudgedRun:
    """Judge such reports under an agreement."""
    reports = opened(*rows)
    batches = tuple(reports.batches())
    return judge_all(compile_plan(core), batches, as_of_us, reports.superseded(as_of_us))


def gathered(run: JudgedRun) -> Gathered:
    """Return what all the reports of a run say together."""
    return gathered_in(run, run.batches)


def incidents_in(run: JudgedRun) -> Incidents:
    """Return the incidents of a run."""
    return incidents_from(run.plan.core, gathered(run).sightings)


def rows_in(run: JudgedRun) -> tuple[SummaryRow, ...]:
    """Return how each clause stands under each reading."""
    return summary_rows(run, gathered(run), incidents_in(run))
