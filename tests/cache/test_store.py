"""A folder of blobs by key, which may be deleted at any time: whole or not there, and bounded."""

import os
from pathlib import Path

import pytest

from checker.cache.store import Store, store

KEYS = ["aa11", "ab22", "ac33"]


def test_what_is_put_is_got(tmp_path: Path) -> None:
    kept = Store(tmp_path / "new" / "folder")
    assert kept.get("aa11") is None
    assert kept.put("aa11", b"bytes\n")
    assert kept.get("aa11") == b"bytes\n"


@pytest.mark.parametrize("harm", [b"", b"short", b"x" * 80])
def test_what_is_not_what_was_kept_is_not_got(tmp_path: Path, harm: bytes) -> None:
    kept = Store(tmp_path)
    kept.put("aa11", b"bytes")
    (tmp_path / "aa" / "11").write_bytes(harm)
    assert kept.get("aa11") is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_fails_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    kept = Store(tmp_path / "file")
    assert not kept.put("aa11", b"bytes")
    assert kept.get("aa11") is None


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    kept = Store(tmp_path, most_bytes=2 * (32 + 10))
    for age, key in enumerate(KEYS[:2]):
        kept.put(key, b"0123456789")
        os.utime(tmp_path / key[:2] / key[2:], (1_000 + age, 1_000 + age))
    assert kept.get(KEYS[0]) is not None  # used now, so that the second is the older one
    kept.put(KEYS[2], b"0123456789")
    kept.prune()
    assert [kept.get(key) is not None for key in KEYS] == [True, False, True]
    assert not kept.put("ad44", b"x" * 100)


def test_where_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_CACHE", str(tmp_path))
    assert store() == Store(tmp_path)
    monkeypatch.setenv("ACCORD_CACHE", "")
    assert store() is None
    monkeypatch.delenv("ACCORD_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    found = store()
    assert found is not None
    assert found.folder.name in {"accord", "Cache"}
