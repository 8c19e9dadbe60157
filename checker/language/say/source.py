"""Sources, claims and the bar of proof in words."""

from collections.abc import Iterator
from datetime import date

from checker.language.core.agreement import Claim, Core, Standard
from checker.language.say.page import Line, Row
from checker.language.say.time import day_text
from checker.language.say.words import joined

__all__ = ["claim_rows", "source_lines", "standard_text"]

_CREDIBILITY = {
    1: "confirmed by others",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
}
"""The words of the Admiralty code (NATO AJP-2.1) for the credibility of information."""
_RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
}


def source_lines(core: Core, name: str) -> list[Line]:
    """Say where something was read, and where it can be read."""
    source = next((one for one in core.sources if one.id == name), None)
    if source is None:
        return [Line(name)] if name else []
    about = [part for part in (source.kind, source.publisher, _day(source.published)) if part]
    lines = [Line(f"{source.title or source.id} ({', '.join(about)})")]
    return [*lines, Line(source.url)] if source.url else lines


def claim_rows(core: Core, claim: Claim) -> list[Row]:
    """Say who claimed something, where it was read and what it goes against."""
    titles = dict(zip(core.actors, core.actor_titles, strict=True))
    found: list[Row] = [
        ("by", [Line(titles.get(claim.by, claim.by))] if claim.by else []),
        ("source", source_lines(core, claim.source or "")),
        ("against", [Line(joined([*claim.contradicts], "and"))] if claim.contradicts else []),
    ]
    return [row for row in found if row[1]]


def standard_text(standard: Standard) -> str:
    """Say what a report must have to prove anything."""
    needs = list(_needs(standard))
    if not needs:
        return (
            "The agreement sets no bar: any report can prove something whose source and "
            "information are graded, and that says how sure it is who it was."
        )
    return (
        f"A report proves something only if {joined(needs, 'and')}. Below that bar, and without "
        "grades, a breach is an apparent one at most."
    )


def _needs(standard: Standard) -> Iterator[str]:
    if standard.reliability is not None:
        word = _RELIABILITY.get(standard.reliability, "")
        yield f"its source is graded {standard.reliability} ({word}) or better"
    if standard.credibility is not None:
        word = _CREDIBILITY.get(standard.credibility, "")
        yield f"its information is graded {standard.credibility} ({word}) or better"
    if standard.attribution is not None:
        yield f"who it was is {standard.attribution}, or surer than that"


def _day(text: str | None) -> str | None:
    """Write a date as people do; anything else stays as it is."""
    try:
        return day_text(date.fromisoformat(text)) if text else None
    except ValueError:
        return text
