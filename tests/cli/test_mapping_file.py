"""A mapping file, from YAML to the located text that the reports layer takes."""

from hashlib import sha256
from pathlib import Path

import pytest

from checker.cli.mapping_file import read_mapping
from checker.reports.mapping import NO_MAPPING
from checker.values.diagnostic import CheckerError, Diagnostic


def test_no_file_is_the_mapping_that_changes_nothing() -> None:
    assert read_mapping(None) is NO_MAPPING


def test_values_stay_what_was_typed(here: Path) -> None:
    (here / "m.yaml").write_text("constants: {note: no, unit: 014, event: }\n")
    assert read_mapping("m.yaml").constants == (("note", "no"), ("unit", "014"), ("event", ""))


def test_a_mapping_is_known_by_its_bytes(here: Path) -> None:
    (here / "m.yaml").write_bytes(b"zone: UTC\n")
    assert read_mapping("m.yaml").sha256 == sha256(b"zone: UTC\n").hexdigest()


def refused(here: Path, content: bytes) -> list[Diagnostic]:
    (here / "m.yaml").write_bytes(content)
    with pytest.raises(CheckerError) as error:
        read_mapping("m.yaml")
    return list(error.value.diagnostics)


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"columns: {lon: X\n", "Y102", "m.yaml:1:10"),
        (b"columns: {lon: X, lon: Y}\n", "Y108", "m.yaml:1:19"),
        (b"", "Y103", "m.yaml:1:1"),
        (b"zone: \xff\n", "Y110", "m.yaml:1:1"),
        (b"colums: {}\n", "R109", "m.yaml:1:1"),
        (b"- a\n", "R109", "m.yaml:1:1"),
    ],
)
def test_what_is_no_mapping_is_refused_with_its_place(
    here: Path, content: bytes, code: str, place: str
) -> None:
    (one,) = refused(here, content)
    assert (one.code, str(one.span)) == (code, place)


@pytest.mark.usefixtures("here")
def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(
        CheckerError, match=r"U104: cannot open the mapping 'nobody\.yaml'"
    ) as error:
        read_mapping("nobody.yaml")
    assert error.value.diagnostics[0].hint


def test_problems_name_the_file_as_it_is_shown(here: Path) -> None:
    (here / "m.yaml").write_text("colums: {}\n")
    with pytest.raises(CheckerError, match=r"mapping\.yaml:1:1"):
        read_mapping("m.yaml", "mapping.yaml")


def test_the_mistakes_of_a_mapping_come_in_the_order_of_their_lines(here: Path) -> None:
    content = b"skip: {a: ''}\nzone: Nowhere\nconstants: {kind: x}\ncolumns: {lonn: X}\n"
    assert [one.span.line for one in refused(here, content) if one.span] == [1, 2, 3, 4]
