"""What each clause says, where that was read, how sure it is, and what was found under it."""

from collections import Counter
from collections.abc import Sequence

from checker.findings.citation import citation
from checker.findings.finding import SummaryRow
from checker.language.core.question import Question
from checker.outputs.differ import by_difference
from checker.outputs.drawing.gathered import Gathered
from checker.outputs.gravest import GRAVITY
from checker.outputs.page.markup import Markup, badge, cells, section, table, text
from checker.outputs.plain import CLAUSE_STANDINGS, counted, reading_text

__all__ = ["clauses"]

_VISITS = "Seen by those who went to look, and were let in or refused"


def clauses(
    gathered: Gathered, rows: Sequence[SummaryRow], observed: Sequence[tuple[str, str]] = ()
) -> Markup:
    """Return the table of clauses, how often somebody looked, and what the text leaves open.

    ``observed`` are clauses with their breaches in so many visits (``observed_lines``).
    """
    header = gathered.header
    counts: dict[str, Counter[str]] = {}
    for (clause, word), count in gathered.counts.items():
        counts.setdefault(clause, Counter())[word] += count
    by_clause: dict[str, list[SummaryRow]] = {}
    for row in rows:
        by_clause.setdefault(row.clause, []).append(row)
    told = [
        cells(
            text(one.id),
            f"{text(one.says)}<br><small>{text(citation(header.sources, one.source))}</small>",
            text(one.certainty or "the file does not tell"),
            _found(counts.get(one.id, Counter())),
            _stands(by_clause.get(one.id, [])),
        )
        for one in header.clauses
    ]
    names = ["Clause", "What it says, and where that was read", "How sure that it is agreed"]
    names += ["Findings", "Over the whole period"]
    visits = [cells(text(clause), text(said)) for clause, said in observed]
    return section(
        "clauses",
        "The clauses",
        table(names, told),
        table(["Clause", "Breaches and visits"], visits, _VISITS),
        _questions(header.questions),
    )


def _found(counts: Counter[str]) -> Markup:
    lines = [
        f"<li>{counts[word]:,} {badge(word)}</li>"
        for word in sorted(counts, key=GRAVITY.__getitem__)
    ]
    return f'<ul class="plain">{"".join(lines)}</ul>' if lines else "none"


def _stands(rows: list[SummaryRow]) -> Markup:
    told = by_difference([(row.answers, _standing(row)) for row in rows])
    lines = [
        f"<li>{text(f'{reading_text(answers)}: {said}' if answers else said)}</li>"
        for answers, said in told
    ]
    return f'<ul class="plain">{"".join(lines)}</ul>' if lines else ""


def _standing(row: SummaryRow) -> str:
    said = CLAUSE_STANDINGS[row.standing.word]
    return f"{said}: {counted(row.incidents, 'incident')}" if row.incidents else said


def _questions(questions: Sequence[Question]) -> Markup:
    """Say what the text leaves open; each answer to it makes a reading."""
    if not questions:
        return ""
    parts = []
    for one in questions:
        means = "".join(
            f"<li>{text(each.name)}{f': {text(each.means)}' if each.means else ''}</li>"
            for each in one.answers
        )
        parts.append(f"<dt>{text(one.name)}</dt><dd>{text(one.asks)}<ul>{means}</ul></dd>")
    intro = "<p>The text can be read in several ways. Each answer to these makes a reading; every "
    return (
        f"<h3>What the text leaves open</h3>{intro}report is judged under all of them.</p>"
        f"<dl>{''.join(parts)}</dl>"
    )
