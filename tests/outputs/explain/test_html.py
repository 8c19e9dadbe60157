"""An explanation as a piece of HTML: all that the page tells, and no markup of a report's."""

from html.parser import HTMLParser

import pytest

from checker.findings.explanation import explanation_of
from checker.findings.finding import ReportRef
from checker.outputs.explain import grown, tree_html, why_html
from checker.values.verdict import Standing
from tests.findings.made import finding, reading_finding
from tests.golden.test_hostile_texts import HOSTILE
from tests.handmade import clause, condition, core_of_clauses, judged, north, pattern, reading
from tests.outputs.made import HEADER

TAGS = {"div", "p", "strong", "small", "bdi", "dl", "dt", "dd", "ul", "li", "details", "summary"}


class _Read(HTMLParser):
    """Collect tags, attributes and text, and hold that what opens is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_tree_opens_by_itself_and_has_no_attribute_of_a_text() -> None:
    core = core_of_clauses(
        clause("c1", reading("c1", pattern(), conditions=(condition(),))), clause("c2")
    )
    told = explanation_of(judged(core, {"lat": north(500.0)}), "c1", "r1")
    read = _Read(tree_html(grown(told)))
    assert set(read.tags) <= TAGS
    assert set(read.attributes) == {("class", "accord-why"), ("dir", "ltr")}
    for said in ("Flips if", "Why not another clause", "Where the numbers come from", "Actor?"):
        assert said in read.text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_that_a_report_says_becomes_markup(text: str) -> None:
    one = finding(
        reports=(ReportRef(text, 2, 1, text),),
        message=text,
        reported_actor=text,
        says=text,
        source=text,
        decides=text,
        within_area=text,
        readings=(reading_finding(answers=((text, text),), lapse=text, decides=text),),
    )
    read = _Read(why_html(HEADER, one, [finding(clause="c2", id=text)]))
    assert set(read.tags) <= TAGS
    assert set(read.attributes) == {("class", "accord-why"), ("dir", "ltr")}


def test_which_reading_makes_which_answer_is_told() -> None:
    near = reading_finding(answers=(("how", "near"),), standing=Standing.COMPLIANT)
    read = _Read(
        why_html(HEADER, finding(readings=(near, reading_finding(answers=(("how", "far"),)))))
    )
    assert "how = near: compliant" in read.text
