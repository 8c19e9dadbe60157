"""From what a user names to what a run takes, with the problems of all inputs in one go."""

import io
import sys
from pathlib import Path

import click
import pytest

from checker.cli.judging import (
    Gathered,
    StatedOptions,
    known_name,
    known_party,
    prepare,
    read_agreement,
    stated,
    stdin_for,
    vocabulary_of,
)
from checker.values.diagnostic import CheckerError, Diagnostic
from tests.cli.made import AGREEMENT, HEAD, row, write_deal

NOTHING: StatedOptions = {
    "mapping": None,
    "kind": None,
    "radius": None,
    "zone": None,
    "encoding": None,
    "sheet": None,
    "gazetteer": None,
}


def test_rules_and_reports_are_ready_to_be_judged(deal: str, here: Path) -> None:
    (here / "r.csv").write_text(HEAD + row("r1", actor="Red Army"))
    ground = prepare(deal, ["r.csv"], NOTHING)
    (batch,) = ground.reports.batches()
    assert ground.agreement.core.id == "post-deal"
    assert ground.agreement.core.actors[batch.actors.codes[0]] == "red"


def test_the_problems_of_rules_mapping_and_options_are_told_together(here: Path) -> None:
    write_deal(here / "bad", AGREEMENT.replace("1 km", "1"))
    (here / "m.yaml").write_text("colums: {}\n")
    with pytest.raises(CheckerError) as error:
        prepare("bad", ["r.csv"], {**NOTHING, "mapping": "m.yaml"})
    assert [one.code for one in error.value.diagnostics] == ["L501", "R109"]


def test_what_was_read_is_returned_and_problems_are_kept_until_the_end() -> None:
    gathered = Gathered()

    def fail() -> None:
        raise CheckerError(Diagnostic("U101", "one"))

    assert gathered.take(lambda: 7) == 7
    gathered.raise_problems()
    for _ in range(2):
        gathered.take(fail)
    with pytest.raises(CheckerError) as error:
        gathered.raise_problems()
    assert [one.message for one in error.value.diagnostics] == ["one"]


def test_every_spelling_of_the_agreement_may_stand_in_a_report(deal: str) -> None:
    names = vocabulary_of(read_agreement(deal).core)
    assert names.actors["red army"] == names.actors["red"]
    assert {"presence", "fire"} <= set(names.doings)
    assert set(names.places) == {"post"}


def test_a_name_that_is_not_known_is_refused_with_the_nearest() -> None:
    assert known_name("red", ["red", "green"], "--party") == "red"
    with pytest.raises(click.BadParameter, match="did you mean red"):
        known_name("redd", ["red", "green"], "--party")
    with pytest.raises(click.BadParameter, match="there are red, green"):
        known_name("xyz", ["red", "green"], "--party")


def test_beside_the_nearest_name_few_others_are_told_and_many_are_not() -> None:
    with pytest.raises(click.BadParameter, match=r"did you mean red\?; there are red, green"):
        known_name("Redd", ["red", "green"], "--clause")
    many = ["red", *(f"c{number}" for number in range(20))]
    with pytest.raises(click.BadParameter, match=r"did you mean red\?$"):
        known_name("redd", many, "--clause")


GROUPED = AGREEMENT.replace(
    "places:",
    """\
  forces: {who-is-meant: {one: [red], both: [red, green]}}
questions: {who-is-meant: [one, both]}
sides:
  north: {forces: [green]}
places:""",
)


def test_a_party_is_named_as_reports_name_it(here: Path) -> None:
    core = read_agreement(write_deal(here / "deal", GROUPED)).core
    said = ("red", "Red Army", "RED  ARMY", "red unit", "Forces", "north")
    assert [known_party(name, core) for name in said] == [
        *("red", "red", "red", "red-unit", "forces", "north")
    ]
    with pytest.raises(CheckerError, match="U101: no actor, group or side 'Redd Army'") as error:
        known_party("Redd Army", core)
    assert "did you mean red" in error.value.diagnostics[0].hint


def test_stdin_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO(b"x")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw))
    assert stdin_for(["a.csv"]) is None
    assert stdin_for(["a.csv", "-"]) is raw
    with pytest.raises(click.UsageError, match="once only"):
        stdin_for(["-", "-"])


def test_a_command_takes_what_reports_may_leave_out() -> None:
    command = click.command()(stated(lambda **_: None))
    assert {parameter.name for parameter in command.params} == set(NOTHING)
