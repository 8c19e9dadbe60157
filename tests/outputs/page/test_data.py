"""What the script knows: exact, and no text in it can end the element that holds it."""

import json

from checker.outputs.drawing.scene import scene_of
from checker.outputs.page.data import embedded, page_data
from checker.values.verdict import Standing
from tests.findings.made import finding, reading_finding
from tests.outputs.drawing.made import gathered

SEEN = finding(
    lon=36.02,
    lat=33.2,
    radius_m=500.0,
    readings=(
        reading_finding(answers=(("q", "a"),)),
        reading_finding(answers=(("q", "b"),), standing=Standing.UNDETERMINED),
        reading_finding(answers=(("q", "b"),)),
    ),
)


def test_each_reading_tells_its_standings() -> None:
    found = gathered(SEEN)
    data = page_data(found, scene_of(found))
    (one,) = data["findings"]
    assert one["readings"] == {"q = a": ["violation"], "q = b": ["undetermined", "violation"]}
    assert (one["standing"], one["clause"], one["when"]) == ("violation", "c1", "no time")
    assert data["spots"][0][2] == data["discs"][0]["rows"] == [0]
    assert data["shares"] == data["crowds"] == []


def test_of_too_many_the_counts_are_of_all() -> None:
    found = gathered(SEEN, SEEN, SEEN, most=1)
    data = page_data(found, scene_of(found))
    assert [share[-1] for share in data["shares"]] == [3]
    assert data["total"] == 3
    assert sum(count for one in data["crowds"] for _, count in one["counts"]) == 3


def test_no_text_ends_the_element_or_begins_another() -> None:
    evil = {"a": "</script><!--\u2028&<script>"}
    said = embedded(evil)
    assert not set("<>&\u2028") & set(said)
    assert json.loads(said) == evil
