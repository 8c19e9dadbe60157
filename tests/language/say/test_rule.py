"""The sentences of a clause: who may not do what, where, when, and what it lifts."""

from pathlib import Path

import pytest

from tests.language.spoken import clause, said


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


def test_each_side_has_a_sentence(tmp_path: Path) -> None:
    sides = "sides: {north: {forces: red, own_land: zone}, south: {forces: blue, own_land: zone}}\n"
    terms = clause("binds: each_side, prohibits: presence, where: {not: own_land}")
    text = said(tmp_path, sides + terms)
    assert "For north, Red Army may not be present outside zone." in text
    assert "For south, Blue Army may not be present outside zone." in text
