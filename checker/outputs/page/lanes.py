"""What happened when: incidents under each clause, and what became of each condition."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.findings.finding import ConditionSpell, Header
from checker.language.core.clause import Answers
from checker.outputs.differ import by_difference
from checker.outputs.drawing.gathered import Kept
from checker.outputs.gravest import GRAVITY
from checker.outputs.page.markup import Markup, badge, text
from checker.outputs.plain import counted, period_text, reading_text

__all__ = ["STATES", "ConditionLane", "Incident", "Piece", "condition_lanes", "incidents", "told"]

STATES = {
    "in force": "what stands on the condition is in force",
    "not known": "nobody can tell whether the condition was kept",
    "suspended": "broken; what stands on it does not stand until it is kept again",
    "ended": "broken; what stood on it does not stand any more",
}


@dataclass(frozen=True, slots=True)
class Incident:
    """Tell of breaches that are one incident: when, by how many reports, how grave."""

    clause: str
    standing: str
    first: str
    last: str
    said: str
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Say what a condition was for a while; without a first or last time it is so all along."""

    state: str
    first: str | None
    last: str | None
    cause: str | None


@dataclass(frozen=True, slots=True)
class ConditionLane:
    """Follow one condition under the readings that agree on it."""

    clause: str
    condition: str
    readings: str
    pieces: tuple[Piece, ...]


def incidents(kept: Sequence[Kept]) -> list[Incident]:
    """Return the incidents of the findings that are told, in the order of time."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, one in enumerate(kept):
        finding = one.finding
        if (finding.seen_from or finding.seen_to) and finding.incident is not None:
            found.setdefault((finding.clause, finding.incident), []).append(number)
    told = [_incident(clause, numbers, kept) for (clause, _), numbers in found.items()]
    return sorted(told, key=lambda one: (one.first, GRAVITY[one.standing], one.clause))


def condition_lanes(header: Header, spells: Sequence[ConditionSpell]) -> list[ConditionLane]:
    """Return a lane for each condition, and for each reading that makes a difference to it."""
    by_condition: dict[tuple[str, str], dict[Answers, list[ConditionSpell]]] = {}
    for spell in spells:
        of = by_condition.setdefault((spell.clause, spell.condition), {})
        of.setdefault(spell.answers, []).append(spell)
    ending = {*header.endings}
    return [
        ConditionLane(clause, condition, reading_text(answers), pieces)
        for (clause, condition), of in by_condition.items()
        for answers, pieces in by_difference(
            [
                (each, _pieces(some, ends=(clause, each, condition) in ending))
                for each, some in of.items()
            ]
        )
    ]


def told(found: Sequence[Incident], lanes: Sequence[ConditionLane]) -> Markup:
    """Return the same as lists."""
    lines = [
        f"<li>{text(period_text(one.first, one.last))}: {badge(one.standing)}, "
        f"{text(f'{one.clause}: {one.said}', is_sentence=True)}</li>"
        for one in found
    ]
    parts = [f'<h3>Incidents</h3><ol class="plain">{"".join(lines)}</ol>'] if lines else []
    if lanes:
        key = "; ".join(f"{state}: {means}" for state, means in STATES.items())
        parts.append(f"<h3>Conditions</h3><p><small>{text(key)}.</small></p>")
        parts += [_lane(lane) for lane in lanes]
    return "".join(parts)


def _incident(clause: str, numbers: list[int], kept: Sequence[Kept]) -> Incident:
    of = [kept[number] for number in numbers]
    words = [one.finding.standing.word for one in of]
    firsts = [one.finding.seen_from or one.finding.seen_to or "" for one in of]
    lasts = [one.finding.seen_to or one.finding.seen_from or "" for one in of]
    who = ", ".join(dict.fromkeys(one.side for one in of))
    reports = dict.fromkeys(report.id for one in of for report in one.finding.reports)
    names = ", ".join(list(reports)[:3])
    more = f" and {counted(len(reports) - 3, 'report')} more" if len(reports) > 3 else ""  # noqa: PLR2004
    return Incident(
        clause,
        min(words, key=GRAVITY.__getitem__),
        min(firsts),
        max(lasts),
        f"{who}, by {names}{more}" if names else who,
        tuple(numbers),
    )


def _pieces(spells: list[ConditionSpell], *, ends: bool) -> tuple[Piece, ...]:
    words = {"holds": "in force", "open": "not known", "lapsed": "ended" if ends else "suspended"}
    return tuple(
        Piece(words[one.state], one.from_at, one.to_at, one.cause if one.state != "holds" else None)
        for one in spells
    )


def _lane(lane: ConditionLane) -> Markup:
    under = f" (where {lane.readings})" if lane.readings else ""
    lines = []
    for one in lane.pieces:
        because = f", by report {one.cause}" if one.cause else ""
        said = f"{one.state}, {period_text(one.first, one.last)}{because}"
        lines.append(f"<li>{text(said)}</li>")
    head = text(f"{lane.clause}{under}: {lane.condition}")
    return f'<p>{head}</p><ul class="plain">{"".join(lines)}</ul>'
