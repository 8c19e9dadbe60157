"""Every format is listed, and its writer answers the same three calls."""

import pytest

from checker.outputs import WRITERS, Format
from tests.findings.made import finding
from tests.outputs.made import written


def test_formats_have_names_of_their_own_and_the_first_is_for_people() -> None:
    names = [one.name for one in WRITERS]
    assert len(set(names)) == len(names)
    assert names[0] == "text"
    assert all(one.about for one in WRITERS)


TEXTS = [one for one in WRITERS if not one.is_binary]


@pytest.mark.parametrize("form", TEXTS, ids=lambda form: form.name)
def test_a_result_without_findings_and_one_with_some_end_in_a_line_break(form: Format) -> None:
    for findings in ((), (finding(),)):
        text = written(form, *findings)
        assert text.endswith("\n")
        assert "\r" not in text
