"""By which links an actor is of those whom a clause means, or may be: whose, how sure, read where.

An actor that is known by name is not "somebody unknown" because its backing is disputed: the link
that is not sure enough is told instead.
"""

from collections.abc import Iterator

import numpy as np

from checker.evaluate.columns import Columns
from checker.findings.citation import citation
from checker.language.core.agreement import Core
from checker.language.core.pattern import Link
from checker.operators.who import Who
from checker.plan.plan import PlannedVariant
from checker.values.truth import Truth

__all__ = ["link_said", "link_text", "links_at", "open_links", "weak_link_text"]

_SAID = {
    "part_of": "is part of",
    "commanded_by": "is commanded by",
    "backed_by": "is backed by",
    "embedded_in": "is embedded in",
    "wears_uniform_of": "wears the uniform of",
}


def open_links(columns: Columns, variant: PlannedVariant, row: int) -> tuple[Link, ...]:
    """Return the links, less sure than a group asks for, that leave open who a report is about.

    Those of the actors it names, and of whom the act was against, that stood at its time.
    """
    found = dict.fromkeys(
        link
        for step, candidate in _open(columns, variant, row)
        for link in links_at(columns, step, candidate)
        if not link.is_enough
    )
    return tuple(found)


def links_at(columns: Columns, step: int, candidate: int) -> tuple[Link, ...]:
    """Return the links to a group, at the report's time, of whom a test of actors asks.

    None of a name that nobody declared, nor of an actor that is of the group, or is not, by name.
    """
    asked = columns.plan.steps[step]
    assert isinstance(asked, Who)
    frame, against = columns.frame, columns.batch.against
    row = int(frame.row_of[candidate])
    first, last = against.offsets[row : row + 2]
    named = against.codes[first:last].tolist()
    codes = [int(frame.actor[candidate])] if asked.column == "actor" else named
    from_us, to_us = frame.from_us[row], frame.to_us[row]
    return tuple(
        link
        for code in dict.fromkeys(codes)
        if code >= 0
        for link in asked.group.members[code].links
        if link.from_us <= to_us and from_us < link.until_us
    )


def link_text(core: Core, link: Link) -> str:
    """Say whom a link ties to whom, how sure it is, and where it was read."""
    return f"{link_said(core, link)} ({link.confidence}; {citation(core.sources, link.source)})"


def weak_link_text(core: Core, link: Link) -> str:
    """Say that a link is not sure enough, and where it was read."""
    source = citation(core.sources, link.source, is_brief=True)
    return f"it is only {link.confidence} that {link_said(core, link)} ({source})"


def link_said(core: Core, link: Link) -> str:
    """Say whom a link ties to whom."""
    actor, to = (core.actor_titles[core.actors.index(one)] for one in (link.actor, link.to))
    return f"{actor} {_SAID[link.kind]} {to}"


def _open(columns: Columns, variant: PlannedVariant, row: int) -> Iterator[tuple[int, int]]:
    """Yield the tests of actors, of the clause or of an exception, that are open, by candidate."""
    first, last = np.searchsorted(columns.frame.row_of, [row, row + 1]).tolist()
    for pattern in (variant.pattern, *(exemption.pattern for exemption in variant.exemptions)):
        for step in (pattern.who, pattern.against):
            if step is None or not isinstance(columns.plan.steps[step], Who):
                continue
            truth = columns.test(step).truth
            for candidate in range(first, last):
                if truth[candidate] == Truth.UNKNOWN:
                    yield step, candidate
