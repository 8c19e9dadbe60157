"""An agreement in plain sentences: what a person who has never seen the tool reads."""

from collections.abc import Callable
from pathlib import Path

from checker.language import load_agreement
from checker.language.say.agreement import sentences
from tests.language.spoken import READINGS, clause, lines, said
from tests.language.written import LISTS

DEAL = LISTS.parent / "south-syria-2018" / "agreement.yaml"


def test_a_theatre_of_all_clauses_and_an_event_by_report_are_said_once(tmp_path: Path) -> None:
    terms = """
theatre: zone
events: {first-shot: {first: {who: red, does: fire}}}
clauses:
  c: {says: Term., source: text, binds: red, prohibits: patrol, after: first-shot}
  d: {says: Term., source: text, binds: red, prohibits: strike}
"""
    text = said(tmp_path, terms)
    assert text.count("only what happens inside zone counts") == 1
    assert "from 1 January 2020 and from first-shot onwards" in text
    assert "first-shot the first proof that Red Army fire" in text


def test_no_line_is_longer_than_the_page(tmp_path: Path) -> None:
    where = "{any_of: [zone, {within: 5..9 km, of: [river, eastham], toward: both}], not: zone}"
    for terms in (READINGS, clause(f"binds: [red, blue], prohibits: presence, where: {where}")):
        assert max(map(len, lines(tmp_path, terms))) <= 100


def test_the_founding_deal_reads_as_accepted(golden: Callable[[str, str], None]) -> None:
    core = load_agreement(DEAL, lists=LISTS, shown="agreement.yaml").core
    text = "\n".join(sentences(core)) + "\n"
    whole = " ".join(text.split())
    assert "within 15 mi of golan-line on both sides, except inside lebanon or jordan" in whole
    golden("show-south-syria-2018.txt", text)
