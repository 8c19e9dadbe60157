"""Regions in the notation of the core: every word of the language written out."""

from pathlib import Path

import pytest

from tests.language.spoken import clause, core_form

DEPTH = {"within": "5 km", "of": "river", "toward": "eastham"}


@pytest.mark.parametrize(
    ("where", "core"),
    [
        ("zone", "zone"),
        ("{within: 5 km, of: river, toward: eastham}", DEPTH),
        ("{within: 5 km, of: river, toward: both}",
         {"within": "5 km", "of": "river", "toward": "both"}),
        ("{within: 5 km, of: eastham}", {"within": "5 km", "of": "eastham"}),
        ("{outside: zone}", {"not": "zone"}),
        ("{beyond: 5 km, of: river, toward: eastham}",
         {"all_of": [{"side_of": "river", "toward": "eastham"}, {"not": DEPTH}]}),
        ("{beyond: 5 km, of: eastham}", {"not": {"within": "5 km", "of": "eastham"}}),
        ("{total_width: 5 km, of: river}",
         {"within": "half of 5 km", "of": "river", "toward": "both"}),
        ("{any_of: [zone, {not: zone}]}", {"any_of": ["zone", {"not": "zone"}]}),
    ],
)  # fmt: skip
def test_the_words_of_regions_are_written_out(where: str, core: object, tmp_path: Path) -> None:
    terms = clause(f"binds: red, prohibits: presence, where: {where}")
    assert core_form(tmp_path, terms)["c"]["pattern"]["where"] == core
