"""An agreement in plain sentences, for a person who has never seen the tool."""

import re
from collections import Counter
from collections.abc import Iterator

from checker.language.core.agreement import Core
from checker.language.core.question import Question
from checker.language.say.clause import answer_lines, rows_of, said_by_answer
from checker.language.say.names import Names, names_of
from checker.language.say.page import Line, Row, paragraph, rows
from checker.language.say.readings import Told
from checker.language.say.rule import Readings, rule_paragraphs, theatre_text
from checker.language.say.source import claim_rows, standard_text
from checker.language.say.terms import deed_text
from checker.language.say.time import period_text
from checker.language.say.vocabulary import vocabulary_rows
from checker.language.say.words import Voice, joined, who_text

__all__ = ["sentences"]

_INDENT = 3
_GROUPS = re.compile("the group “(.*)”")


def sentences(core: Core) -> list[str]:
    """Say what an agreement holds, in lines of about 100 characters.

    What no reading changes is said once; what hangs on a question is said under each answer.
    """
    names, theatre = names_of(core), _theatre(core)
    lines = [core.title, "=" * len(core.title), "", *rows(_head(core, theatre)), ""]
    lines += _heading("The clauses")
    for number, clause in enumerate(core.clauses, 1):
        lines += [*_clause(Readings(core, clause, theatre), names, number), ""]
    if core.claims:
        lines += _heading("What was claimed; it binds nobody")
        for claim in core.claims:
            lines += [claim.id, *paragraph(f"“{claim.says}”", _INDENT)]
            lines += [*rows(claim_rows(core, claim), _INDENT), ""]
    if meant := [*_groups(names), *_events(core)]:
        lines += [*_heading("What names mean"), *rows(meant), ""]
    if core.questions:
        lines += _heading("What can be read in several ways")
        for question in core.questions:
            lines += [*_question(names, question), ""]
    if known := vocabulary_rows(core):
        lines += [*_heading("What reports may name"), *rows(known), ""]
    lines += _heading("What it takes to prove something")
    return lines + paragraph(standard_text(core.standard))


def _heading(text: str) -> list[str]:
    return [text, "-" * len(text), ""]


def _head(core: Core, theatre: str) -> list[Row]:
    """Say what the agreement is: when it binds, whom, who signed, how times are meant."""
    titles = dict(zip(core.actors, core.actor_titles, strict=True))
    parties = joined([titles.get(one, one) for one in core.parties], "and")
    found: list[Row] = [
        ("name", [Line(core.id)]),
        ("in force", [Line(_in_force(core))]),
        ("parties", [Line(parties)] if parties else []),
        ("binds", [Line(_bound(core))]),
        ("clauses", [Line(joined([clause.id for clause in core.clauses], "and"))]),
        ("theatre", [Line(f"only what happens {theatre} counts")] if theatre else []),
        ("clock", [Line(f"times are those of {core.timezone}")]),
    ]
    return [row for row in found if row[1]]


def _in_force(core: Core) -> str:
    """Say when most clauses hold; the agreement's own dates stand in each of them."""
    times = Counter(
        period_text(reading.variants[0].pattern.when[:1], core.timezone)
        for clause in core.clauses
        for reading in clause.readings[:1]
        if reading.variants
    )
    if not times:
        return "no clause holds at any time"
    (common, count), *_ = times.most_common()
    rest = "" if count == len(core.clauses) else "; clauses with a time of their own say it"
    return f"{common or 'at all times'}{rest}"


def _theatre(core: Core) -> str:
    """Return the ground on which all clauses speak, under every reading; empty if they differ."""
    found = {
        theatre_text(variant)
        for clause in core.clauses
        for reading in clause.readings
        for variant in reading.variants
    }
    return found.pop() if len(found) == 1 else ""


def _bound(core: Core) -> str:
    found = dict.fromkeys(
        who_text(Voice.of(core, reading.answers), variant.pattern.who)
        for clause in core.clauses
        for reading in clause.readings
        for variant in reading.variants
        if variant.pattern.who is not None and reading.kind != "permits"
    )
    return "; ".join(found) or "nobody"


def _clause(readings: Readings, names: Names, number: int) -> Iterator[str]:
    clause = readings.clause
    yield from paragraph(clause.id, 0, f"{number}. ")
    if clause.says:
        yield from paragraph(f"“{clause.says}”", _INDENT)
    for text in rule_paragraphs(readings):
        yield ""
        yield from paragraph(text, _INDENT)
    yield ""
    yield from rows(rows_of(readings, names), _INDENT)


def _groups(names: Names) -> list[Row]:
    """Say who the groups are that have a name of their own, where no answer changes it."""
    return [
        (own[1], [Line(found.said)])
        for name, found in names.groups.items()
        if (own := _GROUPS.fullmatch(name)) is not None and not found.questions
    ]


def _events(core: Core) -> list[Row]:
    """Say which reports date the events that are dated by a report."""
    voice = Voice.of(core, ())
    return [
        (first.name, [Line(f"the first proof that {deed_text(voice, first.pattern)}")])
        for first in core.firsts
    ]


def _question(names: Names, asked: Question) -> Iterator[str]:
    """Say what a question asks, what each answer means and makes of names, what hangs on it."""
    answers = [one.name for one in asked.answers]
    yield from paragraph(f"{asked.name}: {asked.asks or joined(answers, 'or')}")
    named: dict[tuple[str, ...], list[tuple[str, Told]]] = {}
    for name, found in (*names.groups.items(), *names.places.items()):
        if found.questions[:1] == (asked.name,):
            named.setdefault(found.questions, []).append((name, found))
    alone = said_by_answer(named.pop((asked.name,), []))
    meant = [(one.name, [one.means] if one.means else []) for one in asked.answers]
    told = [
        (answer, [Line(text) for text in (*means, *alone.get(answer, []))])
        for answer, means in meant
    ]
    yield from rows(told, _INDENT)
    for questions, found_of in named.items():
        label = f"with {' and '.join(questions[1:])}"
        yield from rows([(label, list(answer_lines(found_of, 0)))], 1)
    users = [clause.id for clause in names.core.clauses if asked.name in clause.questions]
    said = f"It matters to {joined(users, 'and')}." if users else "Nothing hangs on it."
    yield from paragraph(said, _INDENT)
