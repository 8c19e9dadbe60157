"""What was not judged and why, and how to get the same answer."""

from dataclasses import replace

import pytest

from checker.findings.finding import InputFile, NotJudged, Rejected, ReportRef, UnknownWord
from checker.findings.observation import ObservedClause
from checker.findings.request import Asked
from checker.outputs.page.left import again, left
from checker.values.span import Span
from tests.outputs.made import HEADER, summary
from tests.outputs.page.reader import fragment, said


def test_what_got_no_verdict_is_told_with_its_reason() -> None:
    word = UnknownWord("actor", "Blue Lads", 3, ("Blue",), ReportRef("r.csv", 2, 1, "r1"))
    end = summary(
        not_judged=(NotJudged("superseded", 2), NotJudged("R203", 1)),
        unknown=(word,),
        rejected=(Rejected("r.csv", 7, 6, "lon", "R203", "is no number", "write 36.1"),),
    )
    told = said(fragment(left(end)))
    assert "2 reports that a later report corrects" in told
    assert "Blue Lads actor 3 Blue" in told
    assert "r.csv:7 R203 lon: is no number write 36.1" in told


def test_of_very_many_the_rest_is_counted() -> None:
    bad = Rejected("r.csv", 7, 6, None, "R203", "is no number")
    assert "and 50 problems more." in said(fragment(left(summary(rejected=(bad,) * 250))))


def test_where_all_was_judged_it_says_so() -> None:
    assert "Every report was judged under every clause." in said(fragment(left(summary())))


def test_the_command_the_version_and_every_hash_are_there() -> None:
    header = replace(
        HEADER, overrides=(("post", "9" * 64),), asked=Asked(clauses=("c 1",), is_all=True)
    )
    file = InputFile("a b.csv", "1" * 64, 1, 0, (("kind", "position"),), ("m.yaml", "2" * 64))
    file = replace(file, gazetteer=("g.csv", "3" * 64))
    told = said(fragment(again(header, summary(inputs=(file,)))))
    assert "accord check deal 'a b.csv' --mapping m.yaml --gazetteer g.csv --place" in told
    assert "--clause 'c 1' --as-of 2018-06-01T12:00:00+00:00 --all --fail-on violation" in told
    assert all(digit * 64 in told for digit in "01239")
    assert "accord 0.1.0" in told
    assert "kind stated as position" in told


@pytest.mark.parametrize(
    ("file", "named"),
    [
        ("my deals/river/agreement.yaml", "'my deals/river'"),
        ("agreement.yaml", "."),
        ("river/draft.yaml", "river/draft.yaml"),
    ],
)
def test_the_command_names_the_agreement_where_it_lies(file: str, named: str) -> None:
    (clause,) = HEADER.clauses
    header = replace(HEADER, clauses=(replace(clause, span=Span(file, 14, 3, 14, 5)),))
    assert f"accord check {named} r.csv " in said(fragment(again(header, summary())))


def test_an_agreement_of_no_clause_is_named_by_its_id() -> None:
    assert "accord check deal r.csv " in said(
        fragment(again(replace(HEADER, clauses=()), summary()))
    )


def test_the_command_states_again_what_was_stated_for_whole_files() -> None:
    stated = (("kind", "position"), ("radius_m", "300"), ("sheet", "my data"))
    files = tuple(InputFile(name, "1" * 64, 1, 0, stated) for name in ("r.xlsx", "s.xlsx"))
    told = said(fragment(again(HEADER, summary(inputs=files))))
    assert "r.xlsx s.xlsx --kind position --radius 300m --sheet 'my data' --as-of" in told


def test_what_a_mapping_may_have_stated_is_not_stated_twice() -> None:
    file = InputFile("r.csv", "1" * 64, 1, 0, (("kind", "position"),), ("m.yaml", "2" * 64))
    assert "--kind" not in said(fragment(again(HEADER, summary(inputs=(file,)))))


def test_a_zone_is_stated_again_beside_a_mapping_too() -> None:
    stated = (("zone", "Asia/Damascus"),)
    file = InputFile("r.csv", "1" * 64, 1, 0, stated, ("m.yaml", "2" * 64))
    assert "--zone Asia/Damascus" in said(fragment(again(HEADER, summary(inputs=(file,)))))


def test_the_command_asks_for_the_observations_that_were_counted() -> None:
    looked = (ObservedClause("c1", 1, 0, 0),)
    assert "--observations FILE" in said(fragment(again(HEADER, summary(observed=looked))))
