"""What the clauses of one agreement are read with."""

from pathlib import Path

from checker.language.terms import terms_of
from checker.language.text import Table
from tests.language.whole import TERMS
from tests.language.written import document, reading, value


def test_an_absent_key_restricts_nothing_and_every_key_is_read(tmp_path: Path) -> None:
    read = document(tmp_path, TERMS + "clauses: {c: {who: red, does: fire}}\n")
    terms, node = terms_of(read), value(read, "clauses.c")
    assert isinstance(node, Table)
    found = terms.pattern(reading(read), node, "clauses.c")
    assert found.who is not None
    assert found.does is not None
    assert (found.who.said, found.does.said) == ("red", "fire")
    assert (found.things, found.against, found.where, found.when) == (None, None, None, ())


def test_of_several_periods_all_are_kept(tmp_path: Path) -> None:
    read = document(
        tmp_path, TERMS + "clauses: {c: {when: [{from: 2020-05-01}, {until: 2020-06-01}]}}\n"
    )
    found = terms_of(read).periods(reading(read), value(read, "clauses.c.when"))
    assert [(p.start.openness, p.end.openness) for p in found] == [("exact", "exact")] * 2
    assert found[0].start.low_us < found[1].end.high_us
