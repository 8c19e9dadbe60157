"""Time zones by name, and where their rules were read."""

import zoneinfo
from hashlib import sha256
from pathlib import Path

import pytest

from checker.values.ledger import recording
from checker.values.zones import zone_of


def test_the_file_of_the_rules_is_noted_with_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "two" / "Asia" / "Damascus"
    rules.parent.mkdir(parents=True)
    rules.write_bytes(b"rules")
    monkeypatch.setattr(zoneinfo, "TZPATH", (str(tmp_path / "one"), str(tmp_path / "two")))
    with recording() as noted:
        assert zone_of("Asia/Damascus").key == "Asia/Damascus"
    missing = tmp_path / "one" / "Asia" / "Damascus"
    assert noted.read == {str(missing): None, str(rules): sha256(b"rules").hexdigest()}


@pytest.mark.parametrize("name", ["Asia/Nowhere", "../etc/passwd", "a\0b"])
def test_what_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises((zoneinfo.ZoneInfoNotFoundError, ValueError, OSError)):
        zone_of(name)
