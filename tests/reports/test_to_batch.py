"""Rows as numbers and codes: what is missing stays missing, what is wrong is never guessed."""

from collections.abc import Callable

import numpy as np
import pytest

from checker.reports import Reports
from checker.reports.batch import MISSING, MISSING_US, UNDECLARED, Batch, Lists

Rows = Callable[..., Batch]


def listed(lists: Lists) -> list[list[int]]:
    return [
        lists.codes[start:end].tolist()
        for start, end in zip(lists.offsets[:-1], lists.offsets[1:], strict=True)
    ]


def codes_of(reports: Reports) -> list[str]:
    return [one.code for one in reports.rejected]


HEAD = "kind,place,seen_from,actor"


def test_a_blank_cell_is_missing_in_every_column(rows: Rows) -> None:
    batch = rows("lon,lat,radius_m,kind,seen_from,actor,count_low,unit,place", ",,,,,,,,camp")
    assert batch.kind.tolist() == [MISSING]
    assert batch.from_us.tolist() == batch.to_us.tolist() == [MISSING_US]
    assert np.isnan([batch.at.lon_deg[0], batch.at.radius_m[0], batch.count_low[0]]).all()
    assert listed(batch.actors) == [[]]
    assert batch.unit.written.tolist() == [MISSING]
    assert batch.attribution.tolist() == batch.credibility.tolist() == [MISSING]


def test_names_are_found_whatever_their_case_and_width(rows: Rows) -> None:
    batch = rows("actor", "RED", "  Red  Brigade ", "ｒｅｄ", "reds")  # noqa: RUF001
    assert listed(batch.actors) == [[0], [0], [0], [UNDECLARED]]


def test_lists_are_split_at_semicolons(rows: Rows) -> None:
    batch = rows("does", "shell; presence;", "dance", "")
    assert listed(batch.does) == [[1, 0], [UNDECLARED], []]


def test_an_undeclared_name_is_kept_as_written(rows: Rows) -> None:
    batch = rows("actor", "Ochre Battalion")
    assert batch.spellings[batch.actors.written[0]] == "Ochre Battalion"


def test_candidates_are_one_of_them_and_a_set_is_all_of_them(rows: Rows) -> None:
    batch = rows("actor,actor_all,actor_one_of", ",red;green,", ",,red;green", "red,,")
    assert listed(batch.actors) == [[0, 1], [0, 1], [0]]
    assert batch.is_one_of.tolist() == [False, True, False]


def test_a_set_goes_before_the_source_s_own_words(rows: Rows) -> None:
    batch = rows("actor,actor_one_of", "Syria and its allies,red;green")
    assert listed(batch.actors) == [[0, 1]]


@pytest.mark.parametrize(
    "row", ["red,red;green,red;green", "green,red,", "green,,red"], ids=["both", "all", "one"]
)
def test_actors_that_contradict_each_other_are_refused(
    read: Callable[..., Reports], row: str
) -> None:
    reports = read(
        "kind,place,seen_from,actor,actor_all,actor_one_of\nposition,camp,2018-06-01," + row
    )
    assert codes_of(reports) == ["R212"]


def test_within_area_goes_before_place(rows: Rows) -> None:
    batch = rows("place,within_area", "camp,district", "camp,", ",Nowhere")
    assert batch.at.area.tolist() == [1, 0, UNDECLARED]


def test_a_place_nobody_declared_is_a_remark_beside_a_position(rows: Rows) -> None:
    batch = rows("lon,lat,radius_m,place", "36.2,32.7,100,Inkhil", ",,,Inkhil")
    assert batch.at.area.tolist() == [MISSING, UNDECLARED]


def test_origin_and_target_are_places_of_their_own(rows: Rows) -> None:
    batch = rows("origin_lon,origin_lat,origin_radius_m,target_place", "36,32,5,camp")
    assert batch.origin.lon_deg.tolist() == [36.0]
    assert batch.origin.radius_m.tolist() == [5.0]
    assert batch.target.area.tolist() == [0]
    assert np.isnan(batch.at.lon_deg).all()


def test_one_time_given_is_that_day_or_instant(rows: Rows) -> None:
    day_us = 86_400_000_000
    batch = rows("seen_from,seen_to", "1970-01-02,", ",1970-01-02", "1970-01-02T00:00Z,")
    assert batch.from_us.tolist() == [day_us] * 3
    assert batch.to_us.tolist() == [2 * day_us - 1, 2 * day_us - 1, day_us]


def test_two_dates_run_to_the_end_of_the_second(rows: Rows) -> None:
    batch = rows("seen_from,seen_to", "1970-01-01,1970-01-02")
    assert (batch.from_us.tolist(), batch.to_us.tolist()) == ([0], [2 * 86_400_000_000 - 1])


def test_a_date_is_a_day_of_the_agreement_s_zone(rows: Rows) -> None:
    batch = rows("seen_from", "1970-01-01", zone="Asia/Damascus")
    assert batch.from_us.tolist() == [-2 * 3_600_000_000]


def test_dates_and_instants_mix_in_one_column(rows: Rows) -> None:
    batch = rows("seen_from", "1970-01-01", "1970-01-01T00:00:01Z", "")
    assert batch.from_us.tolist() == [0, 1_000_000, MISSING_US]


def test_grades_become_codes(rows: Rows) -> None:
    batch = rows("reliability,credibility,time_kind", "a,1,throughout", "F,6,", ",,moment")
    assert batch.reliability.tolist() == [0, 5, MISSING]
    assert batch.credibility.tolist() == [1, 6, MISSING]
    assert batch.is_throughout.tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("low", "high", "codes"),
    [("0", "0", []), ("2", "1", ["R206"]), ("1.5", "", ["R203"]), ("-1", "", ["R203"])],
)
def test_counts_are_whole_and_in_order(
    read: Callable[..., Reports], low: str, high: str, codes: list[str]
) -> None:
    reports = read(f"{HEAD},count_low,count_high\nposition,camp,2018-06-01,red,{low},{high}\n")
    assert codes_of(reports) == codes


def test_all_problems_of_a_row_are_named_and_the_row_counts_once(
    read: Callable[..., Reports],
) -> None:
    reports = read(f"{HEAD},role\nsighting,camp,soon,red,hit\nposition,camp,2018-06-01,red,\n")
    assert codes_of(reports) == ["R204", "R207", "R207"]
    (count,) = reports.inputs
    assert (count.rows, count.quarantined) == (1, 1)


def test_good_rows_keep_their_codes_when_bad_ones_are_dropped(
    read: Callable[..., Reports],
) -> None:
    reports = read(
        f"id,{HEAD},does,note\n"
        "a,position,camp,2018-06-01,Ochre;red,shell,first\n"
        "b,sighting,camp,2018-06-01,green;green,presence,second\n"
        "c,position,camp,2018-06-01,green,presence;shell,third\n"
    )
    (batch,) = reports.batches()
    assert tuple(batch.ids) == ("a", "c")
    assert listed(batch.actors) == [[UNDECLARED, 0], [1]]
    assert listed(batch.does) == [[1], [0, 1]]
    assert [batch.spellings[index] for index in batch.note.written] == ["first", "third"]


def test_a_report_without_an_id_keeps_its_fingerprint_on_another_line(
    read: Callable[..., Reports],
) -> None:
    row = "position,camp,2018-06-01,red\n"
    (first,) = read(f"{HEAD}\n{row}").batches()
    (moved,) = read(f"{HEAD}\nposition,camp,2018-06-02,red\n\n{row}", "moved.csv").batches()
    assert first.fingerprints[0] == moved.fingerprints[1] != moved.fingerprints[0]
    assert (first.ids[0], moved.ids[1]) == ("r.csv:2", "moved.csv:4")


def test_swapping_two_values_changes_the_fingerprint(rows: Rows) -> None:
    batch = rows("unit,event", "x,y", "y,x", "x,y")
    assert len(set(batch.fingerprints)) == 2
    assert batch.fingerprints[0] == batch.fingerprints[2]
