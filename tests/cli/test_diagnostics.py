"""Problems of inputs on stderr: the line itself, a caret under the place, a hint."""

from pathlib import Path

import pytest

from checker.cli.diagnostics import diagnostic_lines, excerpt, write_diagnostics
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span


def at(line: int, start: int, end: int) -> Span:
    return Span("deal.yaml", line, start, line, end)


def written(folder: Path, text: str) -> None:
    (folder / "deal.yaml").write_bytes(text.encode())


def test_a_problem_is_told_with_its_line_its_caret_and_its_hint(here: Path) -> None:
    written(here, "accord: 1\nbinds: reds\n")
    one = Diagnostic(
        "L303", "the actor 'reds' is not declared", at(2, 8, 12), "did you mean 'red'?"
    )
    assert diagnostic_lines(one) == [
        "deal.yaml:2:8: L303: the actor 'reds' is not declared",
        "     2 | binds: reds",
        "       |        ^^^^",
        "  hint: did you mean 'red'?",
    ]


def test_a_warning_says_so_and_a_problem_without_a_place_stands_alone() -> None:
    warning = Diagnostic("W101", "unused", None, "", "warning")
    assert diagnostic_lines(warning) == ["warning: W101: unused"]


@pytest.mark.parametrize(
    ("text", "span", "caret"),
    [
        ("a: 村 x", at(1, 6, 7), "      ^"),
        ("a: 村", at(1, 4, 5), "   ^^"),
        ("a:\tx", at(1, 4, 5), "  \t^"),
        ("a: e\u0301 x", at(1, 7, 8), "     ^"),
        ("a: x", at(1, 5, 5), "    ^"),
        ("a: x", at(1, 99, 100), "    ^"),
    ],
)
def test_the_caret_stands_under_the_place_in_any_script(
    here: Path, text: str, span: Span, caret: str
) -> None:
    written(here, text + "\n")
    assert excerpt(span) == [f"     1 | {text}", f"       | {caret}"]


def test_a_long_line_is_cut_round_the_place(here: Path) -> None:
    written(here, "x" * 300 + "HERE" + "y" * 300)
    line, carets = excerpt(at(1, 301, 305))
    assert "HERE" in line
    assert len(line) < 120
    assert line.index("HERE") == carets.index("^^^^")
    assert line[9] == line[-1] == "…"


def test_what_would_steer_a_terminal_is_not_shown(here: Path) -> None:
    written(here, "a: \x1b[31m\u202e x\n")
    (line, _) = excerpt(at(1, 1, 2))
    assert "\x1b" not in line
    assert "\u202e" not in line


@pytest.mark.parametrize("content", [b"", b"a\0b\n", b"   \n"])
def test_what_is_no_line_of_text_is_not_shown(here: Path, content: bytes) -> None:
    (here / "deal.yaml").write_bytes(content)
    assert excerpt(at(1, 1, 2)) == []
    assert excerpt(at(9, 1, 2)) == []


@pytest.mark.usefixtures("here")
def test_a_file_that_is_not_there_is_not_shown() -> None:
    assert excerpt(at(1, 1, 2)) == []


def test_problems_go_to_stderr_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    write_diagnostics([Diagnostic("U101", "one\ntwo"), Diagnostic("U102", "three")], is_full=False)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "U101: one two\nU102: three\n")


def test_a_compressed_file_has_no_lines_to_show(tmp_path: Path) -> None:
    path = tmp_path / "r.csv.gz"
    path.write_bytes(b"\x1f\x8babc\nid,kind\n")
    assert excerpt(Span(str(path), 2, 1, 2, 1)) == []
    path.write_bytes(b"abc\nid,kind\n")
    assert excerpt(Span(str(path), 2, 1, 2, 1)) == ["     2 | id,kind", "       | ^"]


def test_the_same_mistake_in_several_files_is_told_once(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"day-{number}.csv" for number in range(9)]
    for name in names:
        (here / name).write_text("id,lat\n", encoding="utf-8")
    same = [
        Diagnostic("R105", "the file does not say who", Span(name, 1, 1, 1, 1)) for name in names
    ]
    other = Diagnostic("R105", "the file does not say who", Span("day-9.csv", 2, 1, 2, 1))
    write_diagnostics([*same, other, same[0]], is_full=False)
    assert capsys.readouterr().err.splitlines() == [
        "day-0.csv:1:1: R105: the file does not say who",
        "     1 | id,lat",
        "       | ^",
        f"  the same in 8 other files: {', '.join(names[1:6])} and 3 more; -v names all",
        "day-9.csv:2:1: R105: the file does not say who",
    ]
    write_diagnostics(same, is_full=True)
    assert capsys.readouterr().err.rstrip().endswith("day-7.csv, day-8.csv")
