"""What a report is called, and what tells it from all others whatever line it stands on."""

from collections.abc import Callable

from checker.reports.batch import Batch
from checker.reports.identity import place_of
from tests.reports.conftest import Read

Rows = Callable[..., Batch]


def test_a_place_is_a_line_or_a_number_where_there_are_no_lines() -> None:
    assert place_of("r.csv", 3, 2) == "r.csv:3"
    assert place_of("r.parquet", 0, 2) == "r.parquet#2"


def test_a_reports_own_id_is_its_fingerprint(rows: Rows) -> None:
    batch = rows("id,note", "SS-1,a", "SS-2,a")
    assert batch.fingerprints == batch.ids == ("SS-1", "SS-2")


def test_without_an_id_the_place_names_it_and_the_content_tells_it_apart(rows: Rows) -> None:
    batch = rows("note", "seen", "heard", "seen")
    assert batch.ids == ("r.csv:2", "r.csv:3", "r.csv:4")
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
