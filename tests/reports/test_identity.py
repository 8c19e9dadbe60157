"""What a report is called, and what tells it from all others whatever line it stands on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from checker.reports import identity
from checker.reports.batch import Batch
from checker.reports.clock import Clock
from checker.reports.columns import BY_NAME
from checker.reports.csv import open_csv
from checker.reports.draft import Draft, Reading
from checker.reports.identity import identities, place_of
from checker.reports.rejected import Faults
from checker.reports.source import source_of
from tests.reports.conftest import NAMES, Read

Rows = Callable[..., Batch]


def test_a_place_is_a_line_or_a_number_where_there_are_no_lines() -> None:
    assert place_of("r.csv", 3, 2) == "r.csv:3"
    assert place_of("r.parquet", 0, 2) == "r.parquet#2"


def test_a_reports_own_id_is_its_fingerprint(rows: Rows) -> None:
    batch = rows("id,note", "SS-1,a", "SS-2,a")
    assert tuple(batch.fingerprints) == tuple(batch.ids) == ("SS-1", "SS-2")


def test_without_an_id_the_place_names_it_and_the_content_tells_it_apart(rows: Rows) -> None:
    batch = rows("note", "seen", "heard", "seen")
    assert tuple(batch.ids) == ("r.csv:2", "r.csv:3", "r.csv:4")
    assert batch.fingerprints[0] != batch.fingerprints[1]
    assert batch.fingerprints[0] == batch.fingerprints[2]


HEAD = "kind,seen_from,actor,place,count_low,note\n"


def fingerprint(read: Read, text: str, name: str = "r.csv") -> str:
    (batch,) = read(text, name).batches()
    return batch.fingerprints[0]


def test_the_fingerprint_does_not_change_with_the_form_of_the_file(read: Read) -> None:
    plain = fingerprint(read, f"{HEAD}position,2018-06-01,red,camp,3,x\n")
    blank = f"id,{HEAD}".replace("\n", ",role\n") + ",position,2018-06-01,red,camp,3.0,x,\n"
    turned = "note,place,kind,seen_from,actor,count_low\nx,camp,position,2018-06-01,red,3\n"
    other_file = f"{HEAD.replace(',', ';')}position;2018-06-01;red;camp;3,0;x\n"
    assert fingerprint(read, blank) == plain
    assert fingerprint(read, turned) == plain
    assert fingerprint(read, other_file, "other.csv") == plain


def test_the_fingerprint_changes_with_every_value(read: Read) -> None:
    rows = [
        "position,2018-06-01,red,camp,3,x",
        "incident,2018-06-01,red,camp,3,x",
        "position,2018-06-02,red,camp,3,x",
        "position,2018-06-01,green,camp,3,x",
        "position,2018-06-01,red,district,3,x",
        "position,2018-06-01,red,camp,4,x",
        "position,2018-06-01,red,camp,3,y",
        "position,2018-06-01,red,camp,3,",
        "position,,red,camp,3,x",
    ]
    assert len({fingerprint(read, f"{HEAD}{row}\n") for row in rows}) == len(rows)


CASES = sorted((Path(__file__).parents[2] / "fixtures" / "conformance").glob("*/reports.csv"))


@pytest.mark.parametrize("has_ids", [True, False])
def test_names_told_one_by_one_are_those_of_all_rows_at_once(*, has_ids: bool) -> None:
    for path in CASES:
        for block in open_csv(source_of(str(path))).blocks():
            columns = {n: c for n, c in block.columns.items() if n in BY_NAME}
            if not has_ids:
                columns.pop("id", None)
            reading = Reading(path.name, NAMES, Clock(ZoneInfo("UTC")))
            draft = Draft(replace(block, columns=columns), reading, Faults())
            times = draft.times()
            own = draft.texts("id").strings()
            places = [f"{path.name}:{line}" for line in block.line.tolist()]
            contents = [f"{one:016x}" for one in identity._content_hashes(draft, times).tolist()]
            ids, fingerprints = identities(draft, times)
            for row in reversed(range(len(block))):
                assert ids[row] == (own[row] or places[row])
                assert fingerprints[row] == (own[row] or contents[row])
    assert len(CASES) > 100
