"""The words that reports may use."""

from pathlib import Path

from tests.language.spoken import said


def test_the_words_that_reports_may_use_are_listed(tmp_path: Path) -> None:
    terms = """
doings: {dig: {}}
things: {spade: {}}
clauses:
  c: {says: Term., source: text, binds: red, prohibits: dig, things: spade}
"""
    text = said(tmp_path, terms)
    known = text[text.index("What reports may name") :]
    for words in ("actors red, blue", "dig", "things spade", "places"):
        assert words in known
