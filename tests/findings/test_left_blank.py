"""What a report leaves blank that the standard of proof asks for."""

import pytest

from checker.findings.left_blank import blank_of
from checker.language.core.agreement import Standard
from tests.handmade import batch_of

STANDARD = Standard(reliability="C", credibility=3, attribution="reported")


@pytest.mark.parametrize(
    ("given", "blank"),
    [
        ({"credibility": "2"}, "reliability_blank"),
        ({"reliability": "B"}, "credibility_blank"),
        ({"attribution": "reported"}, "grades_blank"),
        ({"reliability": "D"}, None),
        ({"reliability": "F", "credibility": "2"}, None),
        ({"credibility": "6"}, None),
    ],
)
def test_a_grade_that_is_blank_is_told_from_one_that_is_too_weak(
    given: dict[str, str], blank: str | None
) -> None:
    assert blank_of("source_weak", batch_of(given), STANDARD, 0) == blank


def test_an_attribution_or_kind_that_is_blank_is_told_from_a_weak_one() -> None:
    blank, weak = batch_of({"kind": ""}), batch_of({"attribution": "claimed", "kind": "allegation"})
    assert blank_of("attribution_weak", blank, STANDARD, 0) == "attribution_blank"
    assert blank_of("attribution_weak", weak, STANDARD, 0) is None
    assert blank_of("attribution_weak", blank, Standard(), 0) is None
    assert blank_of("kind_weak", blank, STANDARD, 0) == "kind_blank"
    assert blank_of("kind_weak", weak, STANDARD, 0) is None
    assert blank_of("place_vague", blank, STANDARD, 0) is None
