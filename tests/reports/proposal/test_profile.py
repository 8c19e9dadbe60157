"""What the columns of a file hold, as far as its first rows show."""

from pathlib import Path

import pytest

from checker.reports.opening import open_unmapped
from checker.reports.proposal.profile import Profile, profiles_of
from checker.reports.source import NO_FORM


def profile(folder: Path, *cells: str) -> Profile:
    (folder / "r.csv").write_text("x;y\n" + "".join(f"{cell};1\n" for cell in cells))
    rows, (first, _) = profiles_of(open_unmapped(str(folder / "r.csv"), NO_FORM))
    assert rows == len(cells)
    return first


@pytest.mark.parametrize(
    ("cells", "formats"),
    [
        (("2018-06-01", "2018-06-02T10:00Z"), ("ISO 8601",)),
        (("03.04.2018", "05.06.2018"), ("DD.MM.YYYY", "MM.DD.YYYY")),
        (("03.04.2018", "25.06.2018"), ("DD.MM.YYYY",)),
        (("03/25/2018",), ("MM/DD/YYYY",)),
        (("25 May 2018", "1 June 2018"), ("DD MMMM YYYY",)),
        (("25.05.2018 14:30",), ("DD.MM.YYYY hh:mm",)),
        (("2018-06-01", "June"), ()),
    ],
)
def test_the_formats_are_those_that_fit_every_cell(
    tmp_path: Path, cells: tuple[str, ...], formats: tuple[str, ...]
) -> None:
    assert profile(tmp_path, *cells).formats == formats


def test_clock_times_without_an_offset_are_told(tmp_path: Path) -> None:
    assert profile(tmp_path, "2018-06-01 10:00").lacks_offset
    assert profile(tmp_path, "25.05.2018 14:30").lacks_offset
    assert not profile(tmp_path, "2018-06-01T10:00Z").lacks_offset


def test_cells_are_counted_and_numbers_spanned(tmp_path: Path) -> None:
    found = profile(tmp_path, "1,5", "-3", "", "1,5")
    assert (found.filled, found.distinct, found.span) == (3, 2, (-3.0, 1.5))
    assert (found.words, found.is_unique) == (("1,5", "-3"), False)
    assert profile(tmp_path, "B2", "F6").are_grades
    assert not profile(tmp_path, "", "").are_grades
