"""The program that answers, as one hash: another version, or an edited one, answers anew."""

import os
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


def test_the_same_program_installed_anew_elsewhere_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = set()
    for folder, seconds in (("here", 1), ("there", 2)):
        (tmp_path / folder / "part").mkdir(parents=True)
        file = tmp_path / folder / "part" / "a.py"
        file.write_text("a", encoding="utf-8")
        os.utime(file, (seconds, seconds))
        monkeypatch.setattr(program, "_PACKAGE", tmp_path / folder)
        seen.add(digest())
    assert len(seen) == 1


def test_an_edit_of_the_same_length_at_the_same_time_changes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "_PACKAGE", tmp_path)
    seen = set()
    for text in ("a = 1", "a = 2"):
        (tmp_path / "a.py").write_text(text, encoding="utf-8")
        os.utime(tmp_path / "a.py", (1, 1))
        seen.add(digest())
    assert len(seen) == 2


def test_another_version_of_a_library_changes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), "", "nowhere"])
    before = digest()
    (tmp_path / "shapely-9.9.dist-info").mkdir()
    assert digest() != before
