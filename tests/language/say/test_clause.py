"""What stands beside a clause: where it was read, who answers for it, what is open in it."""

from pathlib import Path

from tests.language.spoken import clause, lines, said


def test_what_is_assumed_or_unknown_says_why(tmp_path: Path) -> None:
    text = said(tmp_path, clause(
        "binds: red, prohibits: presence, where: {any_of: [{within: {assumed: 5 km, why: a guess}, "
        "of: eastham}, {within: {deferred: never published}, of: eastham}]}"
    ))  # fmt: skip
    assert "inside" not in text.partition("unknown never published")[0].partition("c “Term.”")[2]
    assert "within 5 km of eastham, or within an unknown distance of eastham" in text
    assert "assumed 5 km, because a guess" in text
    assert "unknown never published" in text


def test_who_answers_for_a_clause_and_where_it_was_read_stand_beside_it(tmp_path: Path) -> None:
    terms = """
    parties: [blue]
    clauses:
      c: {says: Term., source: text, certainty: reported, binds: red, guarantor: blue,
          owed_to: [police], prohibits: fire}
    claims: {denial: {says: Never agreed., by: red, source: text, contradicts: c}}
    """
    rows = {line.strip() for line in lines(tmp_path, terms.replace("\n    ", "\n"))}
    assert {
        *("source     text (invented)", "certainty  reported", "guarantor  Blue Army"),
        *("owed to    Police", "no party   Red Army", "“Never agreed.”", "by       Red Army"),
        "against  c",
    } <= rows
