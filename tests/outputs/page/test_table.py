"""The table of findings: read whole without a script, and everything that filters need."""

from checker.findings.acceptance import Acceptance
from checker.outputs.page.table import filters, findings_table
from checker.values.verdict import Standing
from tests.findings.made import finding, reading_finding
from tests.outputs.drawing.made import gathered
from tests.outputs.made import summary
from tests.outputs.page.reader import fragment, said

READ = finding(
    readings=(
        reading_finding(answers=(("which-line", "line-a"),)),
        reading_finding(answers=(("which-line", "line-b"),), standing=Standing.UNDETERMINED),
    ),
    standing=Standing.DEPENDS_ON_READING,
    seen_from="2018-06-01T00:00:00+03:00",
    seen_to="2018-06-01T23:59:59.999999+03:00",
    reported_actor="Red",
    actor="red",
)


def test_a_row_tells_the_finding_and_the_clause_stands_beside_it() -> None:
    found = fragment(findings_table(gathered(READ), summary()))
    first, why = (said(row) for row in found.xpath(".//tbody/tr"))
    assert first.startswith("depends on the reading")
    assert "Red: the report breaks the clause." in first
    assert first.endswith("c1redred2018-06-01".replace("red", "", 1)) or "2018-06-01" in first
    assert "Red keeps off the post." in why
    assert "which-line = line-b" in why


def test_what_is_accepted_stays_with_its_reason() -> None:
    accepted = finding(accepted=Acceptance("known since May", "A. Monitor", "2019-01-01"))
    assert "known since May" in said(fragment(findings_table(gathered(accepted), summary())))


def test_filters_offer_what_there_is() -> None:
    form = fragment(filters(gathered(READ)))
    offered = {
        one.get("name"): [each.get("value") for each in one.iter("option")]
        for one in form.iter("select")
    }
    assert offered == {
        "clause": ["", "c1"],
        "side": ["", "red"],
        "standing": ["", "depends_on_reading"],
        "reading": ["", "which-line = line-a", "which-line = line-b"],
    }


def test_of_too_many_the_caption_says_how_many_there_are() -> None:
    found = fragment(findings_table(gathered(READ, READ, READ, most=2), summary()))
    assert said(found.find(".//caption")) == "The 2 gravest of 3 findings"
    assert len(found.xpath(".//tbody")) == 2


def test_after_the_gravest_the_reasons_are_told_in_a_few_lines() -> None:
    many = [finding(decides=f"a closer position {n}", reasons=("place_vague",)) for n in range(302)]
    last = said(fragment(findings_table(gathered(*many), summary())).xpath(".//tbody")[-1])
    assert "What helps: a closer position 301." in last
    assert "Open because the place is too vague for the limit." in last


def test_no_finding_is_said_to_be_none() -> None:
    assert "no finding" in findings_table(gathered(), summary())
