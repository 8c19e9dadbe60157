"""An agreement's file with the shared lists that it uses."""

from pathlib import Path

import pytest

from checker.language.document import Document, entries_of, read_document, text_of
from checker.language.problems import Problems
from tests.language.written import HEAD, document, said, value


def read(
    folder: Path, content: bytes, lists: Path | None = None
) -> tuple[Document | None, Problems]:
    path, problems = folder / "agreement.yaml", Problems()
    path.write_bytes(content)
    return read_document(path, "agreement.yaml", lists, problems, ()), problems


def brief(problems: Problems) -> list[tuple[str, int, int]]:
    spans = [(p.code, p.span) for p in problems.sorted()]
    return [(code, span.line, span.column) for code, span in spans if span is not None]


def test_what_is_no_utf_8_is_refused_at_its_first_bad_character(tmp_path: Path) -> None:
    found, problems = read(tmp_path, HEAD.encode() + b"title: Gol" + b"\xe4n")
    assert found is None
    assert brief(problems) == [("Y110", 8, 11)]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    found, problems = read(tmp_path, b"\xef\xbb\xbf" + HEAD.encode() + b"clauses: {}\n")
    assert found is not None
    assert found.text("id") == "invented"
    assert brief(problems) == []


def test_a_list_is_no_agreement(tmp_path: Path) -> None:
    found, problems = read(tmp_path, b"- one\n")
    assert found is None
    assert brief(problems) == [("Y111", 1, 1)]


def test_an_unknown_time_zone_is_refused_where_it_stands(tmp_path: Path) -> None:
    _, problems = read(tmp_path, HEAD.replace("Asia/Damascus", "Asia/Damask").encode())
    assert ("L104", 4, 11) in brief(problems)


def test_what_the_file_says_itself_comes_before_a_shared_list(tmp_path: Path) -> None:
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "forces.yaml").write_text("actors: {red: {name: Listed}, blue: {name: Blue}}\n")
    text = HEAD + "use: lists/forces\nactors: {red: {name: Own}}\nclauses: {}\n"
    found, problems = read(tmp_path, text.encode(), lists)
    assert found is not None
    actors = found.section("actors")
    names = {key: text_of(part.value.get("name")) for key, part in actors.items()}  # type: ignore[union-attr]
    assert names == {"red": "Own", "blue": "Blue"}
    assert {key: part.is_own for key, part in actors.items()} == {"red": True, "blue": False}
    assert sorted(found.files) == ["agreement.yaml", "lists/forces"]
    # This folder of lists has no doings, which every agreement uses unless it has its own.
    assert ("L105", 1, 1) in brief(problems)


@pytest.mark.parametrize("name", ["lists/nobody", "forces", "lists/../forces"])
def test_a_list_that_is_not_there_is_refused(name: str, tmp_path: Path) -> None:
    lists = tmp_path / "lists"
    lists.mkdir()
    for stem in ("forces", "doings"):
        (lists / f"{stem}.yaml").write_text("{}\n")
    _, problems = read(tmp_path, (HEAD + f"use: [{name}]\nclauses: {{}}\n").encode(), lists)
    assert brief(problems) == [("L105", 8, 7)]


def test_a_shared_list_holds_no_clauses(tmp_path: Path) -> None:
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "doings.yaml").write_text("doings: {fight: {}}\nclauses: {}\n")
    _, problems = read(tmp_path, (HEAD + "clauses: {}\n").encode(), lists)
    assert [(p.code, str(p.span)) for p in problems.sorted()] == [("L101", "lists/doings.yaml:2:1")]


def test_one_value_stands_for_a_list_of_one(tmp_path: Path) -> None:
    found = document(tmp_path, "parties: red\n")
    assert [text_of(item) for item in entries_of(value(found, "parties"))] == ["red"]
    assert entries_of(None) == ()
    assert [p for p in said(found) if not p.startswith("L")] == []
