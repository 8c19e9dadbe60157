"""The forms of places and regions: what an editor knows of them."""

import pytest

from checker.language.drawing_keys import DRAWN
from checker.language.region_keys import REGION_KEYS
from tests.language.drafted import FORMS, changed, mistakes


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("accuracy: 100 m", "accuracy: 100", "places/river/accuracy"),
        ("accuracy: 100 m, ", "", "places/river"),
        ("{lon: 20.5, lat: 45.0}", "{lon: 45.0, lat: 120.5}", "places/town/point/lat"),
        ("{lon: 20.5, lat: 45.0}", "{lon: 20.5}", "places/town/point"),
        ("[20.0, 44.6]", "[20.0]", "places/river/line/0"),
    ],
)  # fmt: skip
def test_a_mistake_about_ground_is_found_where_it_stands(old: str, new: str, where: str) -> None:
    assert where in mistakes(changed(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("within: 5 km, of: town", "any_of: [town, {inside: town}], not: {not: river}"),
        ("within: 5 km, of: town", "far: {yes: town, no: {within: 5 km, of: [town, river]}}"),
    ],
)
def test_ground_may_be_written_in_each_of_its_ways(old: str, new: str) -> None:
    assert mistakes(changed(old, new)) == []


def test_the_keys_are_those_that_are_read() -> None:
    assert set(FORMS["Ground"]["properties"]) == set(REGION_KEYS)
    assert set(FORMS["DrawnPlace"]["properties"]) >= set(DRAWN)
