"""The program that answers, as one hash: another version, or an edited one, answers anew."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.cache import program
from checker.cache.program import program_digest


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    program_digest.cache_clear()
    yield
    program_digest.cache_clear()


def digest() -> str:
    program_digest.cache_clear()
    return program_digest()


def test_it_is_the_same_for_the_same_program() -> None:
    assert digest() == digest()


def test_an_edit_and_a_new_file_change_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_PACKAGE", tmp_path)
    (tmp_path / "a.py").write_text("a", encoding="utf-8")
    seen = {digest()}
    (tmp_path / "a.py").write_text("ab", encoding="utf-8")
    seen.add(digest())
    (tmp_path / "b.py").write_text("", encoding="utf-8")
    seen.add(digest())
    assert len(seen) == 3
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("", encoding="utf-8")
    assert digest() in seen


def test_another_version_of_a_library_changes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), "", "nowhere"])
    before = digest()
    (tmp_path / "shapely-9.9.dist-info").mkdir()
    assert digest() != before
