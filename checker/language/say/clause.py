"""What stands beside a clause: where it was read, who answers for it, what it hangs on."""

from collections.abc import Iterator, Sequence

from checker.language.core.clause import Assumed, CoreClause
from checker.language.say.names import Names
from checker.language.say.page import Line, Row
from checker.language.say.parts import unknown_in
from checker.language.say.readings import Told
from checker.language.say.rule import Readings
from checker.language.say.source import source_lines
from checker.language.say.words import Voice, joined, named_text, value_text

__all__ = ["answer_lines", "rows_of", "said_by_answer"]


def rows_of(readings: Readings, names: Names) -> list[Row]:
    """Return what is said beside the sentences of a clause, each with its label.

    ``readings`` has told the sentences, so it knows what changes in them between the answers.
    """
    core, clause = readings.core, readings.clause
    titles = dict(zip(core.actors, core.actor_titles, strict=True))

    def named(ids: tuple[str, ...]) -> list[Line]:
        return [Line(joined([titles.get(one, one) for one in ids], "and"))] if ids else []

    rows: list[Row] = [
        ("source", source_lines(core, clause.source)),
        ("certainty", [Line(clause.certainty)] if clause.certainty else []),
        ("guarantor", named(clause.guarantor)),
        ("owed to", named(clause.owed_to)),
        ("no party", _non_parties(readings)),
        ("hangs on", list(_hanging(readings, names))),
        ("assumed", list(_assumed(readings))),
        ("unknown", [Line(why) for why in _unknown(clause)]),
    ]
    return [row for row in rows if row[1]]


def _non_parties(readings: Readings) -> list[Line]:
    voice = Voice.of(readings.core, ())
    said = [named_text(voice, one) for one in readings.clause.binds_non_party]
    return [Line("; ".join(said))] if said else []


def answer_lines(told: Sequence[tuple[str, Told]], indent: int) -> Iterator[Line]:
    """Yield what each answer makes of things that hang on the same questions."""
    said = said_by_answer(told)
    width = max(map(len, said), default=0)
    for answer, texts in said.items():
        for number, text in enumerate(texts):
            yield Line(text, indent, f"{answer if number == 0 else '':<{width}}  ")


def said_by_answer(told: Sequence[tuple[str, Told]]) -> dict[str, list[str]]:
    """Return under each answer what it makes of things that hang on the same questions."""
    said: dict[str, list[str]] = {}
    for name, found in told:
        for way in found.ways:
            text = f"{name}: {way.said or 'nothing'}" if name else way.said
            said.setdefault(" and ".join(way.answers), []).append(text)
    return said


def _hanging(readings: Readings, names: Names) -> Iterator[Line]:
    """Say which questions a clause hangs on, and what changes with their answers.

    What names mean under each answer is told once, with the questions of the agreement.
    """
    changing: dict[tuple[str, ...], list[tuple[str, Told]]] = {}
    naming: dict[tuple[str, ...], list[str]] = {}
    for name, found in readings.changing:
        changing.setdefault(found.questions, []).append((name, found))
    for reading in readings.clause.readings:
        for name, found in names.in_clause(reading):
            known = naming.setdefault(found.questions, [])
            if name not in known:
                known.append(name)
    for questions in dict.fromkeys((*naming, *changing)):
        whole = " and ".join(questions)
        yield Line(f"{whole}: {joined(naming.get(questions, []), 'and')}".removesuffix(": "))
        yield from answer_lines(changing.get(questions, []), 2)
    met = {question for questions in (*naming, *changing) for question in questions}
    is_permission = readings.clause.readings[0].kind == "permits"
    how = "which clauses it lifts" if is_permission else "through another clause"
    for question in readings.clause.questions:
        if question not in met:
            yield Line(f"{question}: {how}")


def _assumed(readings: Readings) -> Iterator[Line]:
    """Say what the file invented."""
    found = dict.fromkeys(one for reading in readings.clause.readings for one in reading.assumed)
    for assumed in found:
        yield Line(_assumed_text(assumed))


def _assumed_text(assumed: Assumed) -> str:
    section, _, rest = assumed.path.partition(".")
    subject = f"{rest.partition('.')[0]}: " if section in ("places", "actors", "events") else ""
    return f"{subject}{value_text(assumed.value)}, because {assumed.why}"


def _unknown(clause: CoreClause) -> list[str]:
    return list(dict.fromkeys(why for reading in clause.readings for why in unknown_in(reading)))
