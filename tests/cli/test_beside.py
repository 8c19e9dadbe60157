"""The agreement beside a stored result: the very one, or none."""

import json
from pathlib import Path

import pytest

from checker.cli.beside import drawing
from checker.cli.stored import stored_result
from checker.findings.finding import Header
from checker.values.diagnostic import CheckerError
from tests.cli.made import AGREEMENT, HEAD, accord, row, write_deal

MOVED = '{"type": "Point", "coordinates": [36.0, 32.6]}'


@pytest.fixture
def header(deal: str, here: Path) -> Header:
    return judged(here, deal)


def judged(here: Path, *arguments: str) -> Header:
    (here / "r.csv").write_text(HEAD + row("r1"), encoding="utf-8")
    accord("check", *arguments, "r.csv", "-f", "json=result.json")
    return stored_result("result.json").header


def refused(header: Header, named: str, *places: str) -> str:
    with pytest.raises(CheckerError) as error:
        drawing(header, named, places)
    (one,) = error.value.diagnostics
    assert one.code == "U126"
    return f"{one.message}; {one.hint}"


def test_the_agreement_of_a_result_draws_what_check_drew(deal: str, header: Header) -> None:
    drawn = drawing(header, deal, ())[0].drawn
    assert [one.clause for one in drawn] == ["keep-off", "keep-out"]


def test_another_agreement_is_refused_by_its_id(here: Path, header: Header) -> None:
    other = write_deal(here / "other", AGREEMENT.replace("post-deal", "other-deal"))
    said = "'other' is 'other-deal'; the result is of 'post-deal'"
    assert refused(header, other).startswith(said)


def test_a_draft_that_has_changed_is_refused_by_its_hash(here: Path, header: Header) -> None:
    draft = write_deal(here / "draft", AGREEMENT.replace("1 km, of", "3 km, of"))
    assert f"of files of sha256 {header.agreement_sha256[:12]}, not " in refused(header, draft)


def test_places_are_replaced_as_check_replaced_them(deal: str, here: Path) -> None:
    (here / "moved.geojson").write_text(MOVED, encoding="utf-8")
    (here / "other.geojson").write_text(MOVED.replace("32.6", "32.7"), encoding="utf-8")
    place = "post=moved.geojson,accuracy=50m"
    header = judged(here, deal, "--place", place)
    assert drawing(header, deal, [place])[0].drawn
    assert "the result has 1 replaced place: post (sha256 " in refused(header, deal)
    assert "give --place" in refused(header, deal, "post=other.geojson,accuracy=50m")


def test_a_place_of_another_accuracy_is_refused_though_its_file_is_the_same(
    deal: str, here: Path
) -> None:
    (here / "moved.geojson").write_text(MOVED, encoding="utf-8")
    header = judged(here, deal, "--place", "post=moved.geojson,accuracy=50m")
    said = refused(header, deal, "post=moved.geojson,accuracy=60m")
    assert "draws otherwise than the result was judged by: post; give --place" in said


def test_a_place_that_was_not_replaced_is_refused_as_one(
    deal: str, here: Path, header: Header
) -> None:
    (here / "moved.geojson").write_text(MOVED, encoding="utf-8")
    said = refused(header, deal, "post=moved.geojson,accuracy=50m")
    assert said.startswith("the result has 0 replaced places; here are others")


def test_a_result_tells_nothing_of_what_is_drawn(header: Header, here: Path) -> None:
    result = json.loads((here / "result.json").read_text(encoding="utf-8"))
    assert header.drawn == ()
    assert "36.0" not in json.dumps(result["agreement"])
