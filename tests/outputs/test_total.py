"""The last line of a page."""

import pytest

from checker.outputs.total import total_line
from tests.outputs.made import summary


@pytest.mark.parametrize(
    ("failing", "fail_on", "given", "said"),
    [
        (1, "violation", {}, "1 violation (--fail-on violation)."),
        (0, "never", {}, "No finding fails this run (--fail-on never)."),
        (
            *(2, "violation", {"hidden": 3}),
            "2 violations (--fail-on violation); 3 more hidden by filters.",
        ),
        (
            *(0, "violation", {"hollow": "no report"}),
            "0 violations (--fail-on violation); HOLLOW: no report, so this is no pass.",
        ),
    ],
)
def test_it_says_what_the_exit_code_follows(
    failing: int, fail_on: str, given: dict[str, object], said: str
) -> None:
    assert total_line(failing, summary(**given), fail_on) == said
