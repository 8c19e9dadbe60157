"""Several reports of each row, such as one for each side of an event, as a mapping says."""

from typing import Any

import pytest

from checker.values.diagnostic import CheckerError

HEAD = "id,kind,place,seen_from,side_a,side_b\n"
SIDES = (
    "reports: [{columns: {actor: side_a}}, "
    "{columns: {actor: side_b}, needs: side_b, set: {role: struck}}]"
)


def test_two_sides_make_two_reports_of_one_event(read: Any, mapping_of: Any) -> None:
    text = HEAD + "a,incident,camp,2018,red,green\nb,incident,camp,2018,green,\n".replace(
        "2018", "2018-06-01"
    )
    reports = read(text, mapping=mapping_of(SIDES))
    (batch,) = reports.batches()
    assert [*batch.ids] == ["a", "a.2", "b"]
    assert batch.actors.codes.tolist() == [0, 1, 1]
    assert batch.role.tolist() == [-1, 1, -1]
    assert batch.line.tolist() == [2, 2, 3]
    assert [batch.spellings[code] for code in batch.event.written] == ["a", "a", "b"]
    (count,) = reports.inputs
    assert (count.read, count.accepted, count.rows) == (2, 2, 3)


def test_a_row_without_any_side_still_makes_a_report(read: Any, mapping_of: Any) -> None:
    both = SIDES.replace("{columns: {actor: side_a}}", "{columns: {actor: side_a}, needs: side_a}")
    (batch,) = read(HEAD + "a,incident,camp,2018-06-01,,\n", mapping=mapping_of(both)).batches()
    assert ([*batch.ids], batch.actors.codes.tolist()) == (["a"], [])


def test_a_row_of_two_reports_is_rejected_as_a_whole(read: Any, mapping_of: Any) -> None:
    rows = "a,incident,camp,2018-06-01,red,green\na.2,incident,camp,2018-06-01,red,\n"
    reports = read(
        HEAD + rows + rows.replace("a", "c").replace("2018", "x"), mapping=mapping_of(SIDES)
    )
    (count,) = reports.inputs
    assert (count.read, count.accepted, count.quarantined) == (4, 1, 3)
    assert {(one.row, one.code) for one in reports.rejected} >= {(2, "R208"), (3, "R204")}


def test_what_is_skipped_is_skipped_with_all_its_reports(read: Any, mapping_of: Any) -> None:
    reports = read(
        HEAD + "a,incident,camp,2018-06-01,red,green\n",
        mapping=mapping_of(f"{SIDES}\nskip: {{a: no}}"),
    )
    (count,) = reports.inputs
    assert (count.rows, count.accepted, count.quarantined) == (0, 0, 1)


def test_several_reports_need_an_id(read: Any, mapping_of: Any) -> None:
    with pytest.raises(CheckerError, match="R109: 'reports' needs an id"):
        read(
            HEAD.replace("id,", "no,") + "1,incident,camp,2018-06-01,red,green\n",
            mapping=mapping_of(SIDES),
        )
    reports = read(HEAD + ",incident,camp,2018-06-01,red,green\n", mapping=mapping_of(SIDES))
    assert [one.code for one in reports.rejected] == ["R261"]
