"""What every SARIF log has in common."""

import pytest

from checker.outputs.sarif_log import message, physical_location, region, tool
from checker.values.span import Span


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[click](https://example.org)", r"\[click\](https://example.org)"),
        ("{0} of {{1}}", "{{0}} of {{{{1}}}}"),
        (r"C:\reports", r"C:\\reports"),
        ("plain, (lat, lon)", "plain, (lat, lon)"),
    ],
)
def test_a_text_makes_no_link_and_no_placeholder(text: str, written: str) -> None:
    assert message(text) == {"text": written}


def test_a_file_is_a_relative_reference_whatever_its_name() -> None:
    place = physical_location("a b\\c:d?#.csv", {"startLine": 3})
    assert place["artifactLocation"] == {"uri": "a%20b/c%3Ad%3F%23.csv"}
    assert "region" not in physical_location("r.parquet", None)


def test_a_region_counts_from_one_as_a_span_does() -> None:
    assert region(Span("a", 2, 8, 3, 1)) == {
        "startLine": 2,
        "startColumn": 8,
        "endLine": 3,
        "endColumn": 1,
    }


def test_the_tool_carries_its_rules() -> None:
    driver = tool([{"id": "c1"}])["driver"]
    assert isinstance(driver, dict)
    assert (driver["name"], driver["rules"]) == ("accord", [{"id": "c1"}])
