"""An agreement in plain sentences: what a person who has never seen the tool reads."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.language import load_agreement
from checker.language.say import sentences
from tests.language.written import LISTS, write

RULES = LISTS.parent
PLACES = """
actors: {red: {name: Red Army}, blue: {name: Blue Army}, police: {name: Police}}
places:
  river: {line: [[20.0, 44.6], [20.1, 45.0]], accuracy: 100 m, source: text}
  eastham: {point: {lon: 20.2, lat: 44.8}}
  zone: {box: {west: 20.3, south: 44.8, east: 20.7, north: 45.2}, accuracy: 50 m, source: text}
"""


def lines(folder: Path, terms: str) -> list[str]:
    path = write(folder, terms)
    return sentences(load_agreement(path, lists=LISTS, shown="agreement.yaml").core)


def said(folder: Path, terms: str) -> str:
    """Return the sentences with every line break and indent as one space."""
    return " ".join(" ".join(lines(folder, PLACES + terms)).split())


def clause(text: str) -> str:
    return f"clauses: {{c: {{says: Term., source: text, {text}}}}}\n"


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        ("binds: red, prohibits: presence, where: {within: 5 km, of: river, toward: eastham}",
         ("Red Army may not be present within 5 km of river on the side where eastham lies. "
         "This holds from 1 January 2020 onwards.")),
        ("binds: [red, blue], prohibits: [fire, strike], against: police",
         "Red Army or Blue Army may not fire or strike (against Police)."),
        ("binds: everyone, prohibits: presence, things: heavy-weapons, where: zone",
         "No armed actor may be present with heavy weapons inside zone."),
        ("binds: {all_except: [red, police]}, prohibits: presence, where: zone",
         "No armed actor except Red Army and Police may be present inside zone."),
        ("binds: anyone, prohibits: fire", "Nobody may fire."),
        ("binds: {backed_by: red, at_least: confirmed, except: [police]}, prohibits: fire",
         "Red Army and whoever is backed by Red Army (if confirmed) except Police may not fire."),
        ("binds: red, confines: presence, where: zone",
         "Red Army may not be present outside zone."),
        ("binds: red, obliges: leave, where: zone, by: 2020-06-30",
         ("Red Army must have left by the end of 30 June 2020 and from then on may not be present "
         "inside zone.")),
        ("binds: red, obliges: be_in, where: zone, by: 2020-06-30",
         ("Red Army must be in place by the end of 30 June 2020 and from then on may not be "
         "present outside zone.")),
        ("binds: red, obliges: [hand-over], by: 2020-06-30, at_least: 2",
         "Red Army must hand over at least twice by the end of 30 June 2020."),
        ("binds: red, prohibits: fire, when: {from: 2020-02-01, until: 2020-03-31}",
         "This holds from 1 February 2020 until the end of 31 March 2020."),
        ("binds: red, prohibits: presence, theatre: zone", "Only what happens inside zone counts"),
    ],
)  # fmt: skip
def test_a_clause_says_who_may_not_do_what_where_and_when(
    terms: str, sentence: str, tmp_path: Path
) -> None:
    use = "use: [lists/equipment]\n" if "things" in terms else ""
    assert sentence.lower() in said(tmp_path, use + clause(terms)).lower()


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        ("unless: [{who: police, when: {until: 2020-03-31}}, {does: relief}]",
         ("Excepted is what is done by Police, until the end of 31 March 2020; "
         "what is counted as relief.")),
        ("requires_notice: {lead: 72 h, to: mission, register: notices}",
         ("Excepted is what is entered in the register notices, given to mission, at least 72 "
         "hours before it begins.")),
        ("so_long_as: {none: {who: blue, does: fire, where: zone}, lapse: ends, unproved: holds}",
         ("It stands so long as nothing proves that Blue Army fire inside zone. A proved breach of "
         "this condition ends it for good. While nothing is proved, it stands.")),
        ("while: {some: {who: police}, lapse: suspends, lasts: 3 d}",
         ("It stands while it is proved that Police do anything. A proved breach of this condition "
         "suspends it for 3 days; after that, nobody can say whether it stands until the end of "
         "the breach is proved. While nothing is proved, nobody can say whether it stands.")),
        ("while: {event: vote}",
         "It stands from a time that nobody knows, not before 1 September 2020 on."),
    ],
)  # fmt: skip
def test_a_clause_says_what_is_excepted_and_what_it_stands_on(
    terms: str, sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "notices.csv").write_text("id,actor\nn1,red\n", encoding="utf-8")
    parts = {
        "notices": "registers: {notices: {file: notices.csv, complete_until: 2020-06-30}}\n",
        "vote": "events: {vote: {not_before: 2020-09-01}}\n",
    }
    used = "".join(part for word, part in parts.items() if word in terms)
    text = said(tmp_path, used + clause(f"binds: red, prohibits: fire, {terms}"))
    assert sentence in text


LIFTED = """
questions: {can-lift: [yes, no], effect: [suspends, ends]}
clauses:
  truce: {says: Peace., source: text, binds: everyone, prohibits: fire}
  raid:
    says: Blue may fire so long as red does not.
    source: text
    permits: fire
    to: blue
    lifts: {can-lift: {yes: [truce], no: []}}
    so_long_as: {none: {who: red, does: fire}, lapse: effect, unproved: holds}
"""


def test_a_permission_says_what_it_lifts_and_under_which_answer(tmp_path: Path) -> None:
    text = said(tmp_path, LIFTED)
    assert "Blue Army may fire." in text
    assert "It is an exception of truce, where can-lift is yes." in text
    assert "Excepted is what raid permits, where can-lift is yes." in text
    assert "What a breach of this does, effect decides." in text
    assert text.count("ends A proved breach of this condition ends it for good".lower()) == 1


READINGS = """
questions: {which: [near, far], who: [narrow, broad], depth: [short, long]}
places:
  river: {which: {near: {line: [[20.0, 44.6], [20.1, 45.0]], accuracy: 100 m, source: text},
                  far: {line: [[20.2, 44.6], [20.3, 45.0]], accuracy: 1.3 km, source: text}}}
actors:
  red: {name: Red Army}
  allies: {name: Allies, edges: [{backed_by: red, confidence: possible}]}
  reds: {who: {narrow: red, broad: {backed_by: red}}}
clauses:
  c:
    says: Reds keep away.
    source: text
    binds: reds
    prohibits: presence
    where: {within: {depth: {short: 5 km, long: 9 km}}, of: river, toward: both}
"""


def test_what_hangs_on_a_question_is_said_under_each_answer_and_only_once(tmp_path: Path) -> None:
    text = " ".join(" ".join(lines(tmp_path, READINGS)).split())
    assert text.count("The group reds may not be present") == 1
    assert "(as depth is answered)" in text
    assert "short where: within 5 km of river on both sides" in text
    assert "who: who is of the group reds" in text
    assert "which: how river is drawn" in text
    assert "near river: a line of 2 points from 20, 44.6 to 20.1, 45" in text
    assert "far river: a line of 2 points from 20.2, 44.6 to 20.3, 45" in text
    assert "broad the group reds: Red Army. Perhaps also: Allies" in text


def test_what_is_assumed_or_unknown_says_why(tmp_path: Path) -> None:
    text = said(tmp_path, clause(
        "binds: red, prohibits: presence, where: {any_of: [{within: {assumed: 5 km, why: a guess}, "
        "of: eastham}, {within: {deferred: never published}, of: eastham}]}"
    ))  # fmt: skip
    assert "inside" not in text.partition("unknown never published")[0].partition("c “Term.”")[2]
    assert "within 5 km of eastham, or within an unknown distance of eastham" in text
    assert "assumed 5 km, because a guess" in text
    assert "unknown never published" in text


def test_each_side_has_a_sentence(tmp_path: Path) -> None:
    sides = "sides: {north: {forces: red, own_land: zone}, south: {forces: blue, own_land: zone}}\n"
    terms = clause("binds: each_side, prohibits: presence, where: {not: own_land}")
    text = said(tmp_path, sides + terms)
    assert "For north, Red Army may not be present outside zone." in text
    assert "For south, Blue Army may not be present outside zone." in text


def test_who_answers_for_a_clause_and_where_it_was_read_stand_beside_it(tmp_path: Path) -> None:
    terms = """
    parties: [blue]
    clauses:
      c: {says: Term., source: text, certainty: reported, binds: red, guarantor: blue,
          owed_to: [police], prohibits: fire}
    claims: {denial: {says: Never agreed., by: red, source: text, contradicts: c}}
    """
    rows = {line.strip() for line in lines(tmp_path, PLACES + terms.replace("\n    ", "\n"))}
    assert {
        *("source     text (invented)", "certainty  reported", "guarantor  Blue Army"),
        *("owed to    Police", "no party   Red Army", "“Never agreed.”", "by       Red Army"),
        "against  c",
    } <= rows


@pytest.mark.parametrize(
    ("bar", "sentence"),
    [
        ("standard_of_proof: {reliability: C, credibility: 3, attribution: reported}\n",
         ("its source is graded C (fairly reliable) or better, its information is graded 3 "
         "(possibly true) or better and who it was is reported, or surer than that")),
        ("standard_of_proof: {credibility: 2}\n",
         "only if its information is graded 2 (probably true) or better."),
        ("", "The agreement sets no bar"),
    ],
)  # fmt: skip
def test_the_bar_of_proof_is_said(bar: str, sentence: str, tmp_path: Path) -> None:
    assert sentence in said(tmp_path, bar + clause("binds: red, prohibits: fire"))


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


def test_no_line_is_longer_than_the_page_but_for_an_address(tmp_path: Path) -> None:
    for terms in (LIFTED, READINGS):
        found = lines(tmp_path, PLACES + terms if terms is LIFTED else terms)
        assert max(map(len, found)) <= 100


def test_the_founding_deal_reads_as_accepted(golden: Callable[[str, str], None]) -> None:
    path = RULES / "south-syria-2018" / "agreement.yaml"
    core = load_agreement(path, lists=LISTS, shown="agreement.yaml").core
    text = "\n".join(sentences(core)) + "\n"
    said = " ".join(text.split())
    assert "within 15 mi of golan-line on both sides, except inside lebanon or jordan" in said
    golden("show-south-syria-2018.txt", text)
