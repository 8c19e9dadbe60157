"""What a run read and wrote, noted by whoever does it, so that its answer can be kept."""

from hashlib import sha256
from pathlib import Path

import pytest

from checker.values import ledger
from checker.values.ledger import (
    note_absent,
    note_glimpse,
    note_read,
    note_written,
    read_bytes,
    recording,
    spoil,
)


def test_what_is_read_is_noted_by_its_hash_and_what_is_missing_by_none(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    with recording() as noted:
        assert read_bytes(path) == b"abc"
        note_absent("b")
        note_read("c", "00ff")
    assert noted.is_whole
    assert noted.read == {str(path): sha256(b"abc").hexdigest(), "b": None, "c": "00ff"}


def test_a_file_that_changed_within_a_run_leaves_nothing_to_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    with recording() as noted:
        read_bytes(path)
        read_bytes(path)
        assert noted.is_whole
        path.write_bytes(b"abd")
        read_bytes(path)
    assert not noted.is_whole


def test_a_glimpse_is_nothing_new_only_of_what_was_read() -> None:
    with recording() as noted:
        note_read("a", b"")
        note_glimpse("a")
        assert noted.is_whole
        note_glimpse("b")
        assert not noted.is_whole


def test_what_cannot_be_told_spoils_the_ledger() -> None:
    with recording() as noted:
        spoil()
    assert not noted.is_whole


def test_a_file_that_was_written_is_noted_unless_it_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "MOST_BYTES", 3)
    part = tmp_path / "part"
    with recording() as noted:
        part.write_bytes(b"abc")
        note_written("a", part)
        assert (noted.written, noted.is_whole) == ({"a": b"abc"}, True)
        part.write_bytes(b"abcd")
        note_written("b", part)
    assert (noted.written, noted.is_whole) == ({"a": b"abc"}, False)


def test_outside_of_a_recording_nothing_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    with recording() as noted:
        pass
    assert read_bytes(path) == b"abc"
    note_absent("b")
    note_glimpse("b")
    note_written("b", path)
    spoil()
    assert (noted.read, noted.written, noted.is_whole) == ({}, {}, True)
