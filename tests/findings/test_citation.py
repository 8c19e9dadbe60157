"""Sources are cited as people do."""

import pytest

from checker.findings.citation import citation
from checker.language.core.agreement import Source

PRESS = Source(
    "press-1", "press", "A deal is reported", None, "2018-05-29", "https://example.org/a"
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("press-1", "A deal is reported, press, 2018-05-29, https://example.org/a"),
        ("the user's file line.geojson", "the user's file line.geojson"),
        ("", "no source is named"),
        (None, "no source is named"),
    ],
)
def test_a_source_is_cited_and_a_name_that_is_none_stays(name: str | None, said: str) -> None:
    assert citation((PRESS,), name) == said


def test_in_a_sentence_the_address_is_left_out() -> None:
    said = citation((PRESS,), "press-1", is_brief=True)
    assert said == "A deal is reported, press, 2018-05-29"
