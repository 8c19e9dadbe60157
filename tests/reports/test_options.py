"""What a user states for files of reports: the words they may use, zones, and what is left out."""

import pytest

from checker.reports.mapping import Mapping
from checker.reports.options import ReadOptions, misstated
from checker.reports.source import Form


def test_what_fits_is_not_told() -> None:
    assert [*misstated(ReadOptions(stated_zone="Asia/Damascus", kind="position", radius_m=0))] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (ReadOptions(stated_zone="Asia/Damaskus"), "unknown time zone 'Asia/Damaskus'"),
        (ReadOptions(kind="positon"), "unknown kind 'positon'"),
        (ReadOptions(encoding="windows-9"), "unknown encoding 'windows-9'"),
        (ReadOptions(encoding="base64"), "unknown encoding 'base64'"),
        (ReadOptions(radius_m=-1), "a radius of -1 m is out of range"),
    ],
)
def test_what_does_not_fit_is_told_with_a_hint(options: ReadOptions, said: str) -> None:
    (told,) = misstated(options)
    assert (told.code, told.message, bool(told.hint)) == ("R110", said, True)


def test_an_option_goes_before_what_the_mapping_says_of_the_files() -> None:
    mapping = Mapping("m.yaml", form=Form("cp1251", "May"))
    assert ReadOptions(mapping=mapping).form == Form("cp1251", "May")
    assert ReadOptions(mapping=mapping, sheet="June").form == Form("cp1251", "June")
    assert ReadOptions(encoding="x-7").form == Form()
