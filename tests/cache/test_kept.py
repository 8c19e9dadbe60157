"""Whole answers, kept under the question and the bytes of every file that it was made from."""

from pathlib import Path

import pytest

from checker.cache import kept
from checker.cache.answer import Answer, Piece
from checker.cache.kept import keep, look_up, question_of
from checker.cache.store import Store
from checker.values.ledger import Ledger, note_absent, read_bytes, recording

ANSWER = Answer(1, (Piece("out", b"said\n"),))


@pytest.fixture
def where(tmp_path: Path) -> Store:
    (tmp_path / "a").write_bytes(b"abc")
    return Store(tmp_path / "cache")


def ledger_of(tmp_path: Path) -> Ledger:
    with recording() as noted:
        read_bytes(tmp_path / "a")
        note_absent(tmp_path / "b")
    return noted


def test_an_answer_is_found_while_every_file_is_as_it_was(where: Store, tmp_path: Path) -> None:
    assert look_up(where, "0123") is None
    assert keep(where, "0123", ledger_of(tmp_path), ANSWER)
    assert look_up(where, "0123") == ANSWER
    assert look_up(where, "0124") is None
    (tmp_path / "a").write_bytes(b"abd")
    assert look_up(where, "0123") is None
    (tmp_path / "a").write_bytes(b"abc")
    assert look_up(where, "0123") == ANSWER
    (tmp_path / "a").unlink()
    assert look_up(where, "0123") is None


def test_a_file_where_there_was_none_makes_another_answer(where: Store, tmp_path: Path) -> None:
    keep(where, "0123", ledger_of(tmp_path), ANSWER)
    (tmp_path / "b").write_bytes(b"")
    assert look_up(where, "0123") is None


def test_where_a_link_leads_counts_whatever_lies_there(where: Store, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_bytes(b"the same")
    (tmp_path / "b").symlink_to(tmp_path / "one")
    with recording() as noted:
        read_bytes(tmp_path / "b")
    keep(where, "0123", noted, ANSWER)
    assert look_up(where, "0123") == ANSWER
    (tmp_path / "b").unlink()
    (tmp_path / "b").symlink_to(tmp_path / "two")
    assert look_up(where, "0123") is None


def test_what_became_a_pipe_or_a_folder_is_not_read(where: Store, tmp_path: Path) -> None:
    keep(where, "0123", ledger_of(tmp_path), ANSWER)
    (tmp_path / "a").unlink()
    (tmp_path / "a").mkdir()
    assert look_up(where, "0123") is None


def test_what_cannot_be_told_or_is_too_large_is_not_kept(
    where: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = ledger_of(tmp_path)
    spoilt.is_whole = False
    assert not keep(where, "0123", spoilt, ANSWER)
    monkeypatch.setattr(kept, "MOST_BYTES", 8)
    assert not keep(where, "0123", ledger_of(tmp_path), ANSWER)
    assert look_up(where, "0123") is None


def test_a_question_is_its_words_its_streams_its_folder_and_what_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [question_of(["check", "a"], ["utf-8"])]
    assert question_of(("check", "a"), ("utf-8",)) == seen[0]
    seen.append(question_of(["check a"], ["utf-8"]))
    seen.append(question_of(["check"], ["a", "utf-8"]))
    monkeypatch.setenv("NO_COLOR", "1")
    seen.append(question_of(["check", "a"], ["utf-8"]))
    monkeypatch.chdir(tmp_path)
    seen.append(question_of(["check", "a"], ["utf-8"]))
    assert len(set(seen)) == len(seen)
