"""A finding before it is judged: what comes from its report and from its clause."""

from dataclasses import replace

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.figures import figures_told
from checker.findings.finding import Finding, ReportRef, Subject
from checker.findings.incidents import text_at
from checker.findings.numbers import cell
from checker.geography.discs import Discs
from checker.reports.batch import KINDS, ROLES, WHOSE, Batch, Lists, word_of
from checker.values.civil import iso_of_us
from checker.values.digest import fingerprint
from checker.values.verdict import Standing, Verdict

__all__ = [
    "blank_clause_finding",
    "blank_report_finding",
    "named_actor",
    "report_ref",
    "reported_actor",
]

_GROUND = "the ground that it gives"
"""What a report draws itself: a square, an outline, a sector."""


def blank_clause_finding(run: JudgedRun, clause: int, subject: Subject, *about: str) -> Finding:
    """Return a finding about a clause alone; ``about`` tells several of one clause apart."""
    core = run.plan.core
    carried = core.clauses[clause]
    assumed = {assumed for reading in carried.readings for assumed in reading.assumed}
    return Finding(
        id=fingerprint(core.id, carried.id, subject, *about),
        subject=subject,
        clause=carried.id,
        verdict=Verdict.NOT_APPLICABLE,
        standing=Standing.NOT_APPLICABLE,
        reasons=(),
        readings=(),
        violated_yes=0,
        violated_open=0,
        violated_no=0,
        reports=(),
        incident=None,
        actor=None,
        reported_actor=None,
        kind=None,
        does=(),
        role=None,
        position_of=None,
        seen_from=None,
        seen_to=None,
        lon=None,
        lat=None,
        radius_m=None,
        within_area=None,
        measured=(),
        margin_m=None,
        margin_h=None,
        likelihood=None,
        clause_certainty=carried.certainty,
        assumed=tuple(sorted(assumed, key=lambda one: (one.path, one.value))),
        conditions=(),
        exception=None,
        says=carried.says,
        source=carried.source,
        message="",
        decides=None,
        decides_radius_m=None,
    )


def blank_report_finding(
    run: JudgedRun, batch: JudgedBatch, row: int, clause: int, subject: Subject
) -> Finding:
    """Return a finding about one report under one clause, with all that the report says."""
    reports = batch.columns.batch
    base = blank_clause_finding(run, clause, subject, reports.fingerprints[row])
    seen_from, seen_to = _seen(run, batch, row)
    return replace(
        base,
        assumed=base.assumed + figures_told(run, reports, row, clause),
        reports=(report_ref(reports, row),),
        actor=_actor(run, batch, row),
        reported_actor=reported_actor(batch, row),
        kind=word_of(KINDS, int(reports.kind[row])),
        does=_texts(reports, reports.does, row),
        role=word_of(ROLES, int(reports.role[row])),
        position_of=word_of(WHOSE, int(reports.position_of[row])),
        seen_from=seen_from,
        seen_to=seen_to,
        lon=cell(reports.at.lon_deg[row]),
        lat=cell(reports.at.lat_deg[row]),
        radius_m=cell(reports.at.radius_m[row]),
        within_area=_within(run, reports.at, row),
        unit=text_at(reports, int(reports.unit.written[row])),
    )


def report_ref(reports: Batch, row: int) -> ReportRef:
    """Point at a report; a format without lines has none."""
    line = int(reports.line[row]) or None
    return ReportRef(reports.file, line, int(reports.row[row]), reports.ids[row])


def named_actor(run: JudgedRun, batch: JudgedBatch, row: int) -> str | None:
    """Return the actors of a report as written, an id by the actor's name; None for nobody."""
    core = run.plan.core
    ids = core.actors
    named = [
        core.actor_titles[ids.index(name)] if name in ids else name for name in _written(batch, row)
    ]
    # Names for people may hold commas, so what stands between them is a stronger mark.
    joint = "; " if any("," in name for name in named) else ", "
    return (_or(batch, row) or joint).join(named) or None


def reported_actor(batch: JudgedBatch, row: int) -> str | None:
    """Return the actors of a report as written, None where it names nobody."""
    return (_or(batch, row) or ", ").join(_written(batch, row)) or None


def _written(batch: JudgedBatch, row: int) -> list[str]:
    return [*_texts(batch.columns.batch, batch.columns.batch.actors, row)]


def _texts(reports: Batch, lists: Lists, row: int) -> tuple[str, ...]:
    """Return what a row lists, as written."""
    start, end = lists.offsets[row : row + 2]
    written = (text_at(reports, int(w)) for w in lists.written[start:end])
    return tuple(text for text in written if text)


def _or(batch: JudgedBatch, row: int) -> str:
    """Return what stands between candidates; empty where all actors were there."""
    return " or " if batch.columns.batch.is_one_of[row] else ""


def _actor(run: JudgedRun, batch: JudgedBatch, row: int) -> str | None:
    """Return the declared ids of a report's actors, as far as they are declared."""
    actors = batch.columns.batch.actors
    start, end = actors.offsets[row : row + 2]
    declared = [run.plan.core.actors[code] for code in actors.codes[start:end] if code >= 0]
    return ";".join(declared) or None


def _within(run: JudgedRun, at: Discs, row: int) -> str | None:
    """Return what holds the place of a report beside its circle; None for nothing."""
    area = _area(run, int(at.area[row]))
    if at.own is None or at.own[row] < 0:
        return area
    return f"{area} and {_GROUND}" if area is not None else _GROUND


def _area(run: JudgedRun, code: int) -> str | None:
    """Return a spelling of the named area that contains the report, None for none."""
    if code < 0:
        return None
    place = run.plan.core.places[code]
    if place is not None:
        return place.name
    return next(name for name, index in run.plan.core.place_names if index == code)


def _seen(run: JudgedRun, batch: JudgedBatch, row: int) -> tuple[str | None, str | None]:
    frame = batch.columns.frame
    if not frame.has_time[row]:
        return None, None
    zone = run.plan.core.timezone
    return iso_of_us(int(frame.from_us[row]), zone), iso_of_us(int(frame.to_us[row]), zone)
