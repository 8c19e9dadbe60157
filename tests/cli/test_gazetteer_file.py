import hashlib
from pathlib import Path

import pytest

from checker.cli.gazetteer_file import extents_of, read_gazetteer
from checker.cli.judging import read_agreement
from checker.reports.position.atlas import NO_ATLAS
from checker.values.diagnostic import CheckerError
from checker.values.ledger import recording

TEXT = "name,lon,lat,radius_m\nNawa,36.04,32.89,1000\n"


def test_a_file_is_read_noted_and_known_by_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text(TEXT)
    with recording() as ledger:
        atlas = read_gazetteer(str(path))
    assert atlas.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert atlas.find("nawa") is not None
    assert [Path(one).name for one in ledger.read] == ["g.csv"]


def test_no_file_knows_nothing_and_a_missing_one_is_refused() -> None:
    assert read_gazetteer(None) is NO_ATLAS
    with pytest.raises(CheckerError, match="R250"):
        read_gazetteer("nowhere.csv")


def test_places_of_an_agreement_have_the_disc_that_holds_them(deal: str) -> None:
    core = read_agreement(deal).core
    extents = extents_of(core)
    assert extents
    assert set(extents) <= {spelling for spelling, _ in core.place_names}
    assert all(radius_m >= 0.0 for _, _, radius_m in extents.values())
