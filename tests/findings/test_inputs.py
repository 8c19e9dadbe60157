"""What one report says, as it was read, with what each name was taken for."""

from checker.findings.inputs import inputs_of
from tests.handmade import clause, core_of_clauses, judged


def told(**row: str) -> dict[str, str]:
    run = judged(core_of_clauses(clause("c1")), row)
    return dict(inputs_of(run, run.batches[0], 0))


def test_a_plain_position_fills_four_columns() -> None:
    assert told() == {
        "kind": "position",
        "actor": "red",
        "at": "lon 36, lat 32.5, radius 10 m",
        "seen": "2018-06-01T12:00:00+00:00",
    }


def test_a_name_is_shown_with_the_id_that_it_was_taken_for() -> None:
    assert told(actor="RED;Umber")["actor"] == "RED (red), Umber (not declared)"
    assert told(actor="", actor_one_of="red;green")["actor"] == "red or green"


def test_places_and_times_say_what_is_not_known() -> None:
    where = {"radius_m": "", "within_area": "district", "target_place": "nowhere"}
    found = told(**where, seen_from="2018-06-01", time_kind="throughout")
    assert found["at"] == "lon 36, lat 32.5, radius not known; within district"
    assert found["target"] == "within a place that nobody declared"
    assert found["seen"] == ("2018-06-01T00:00:00+00:00 to the end of 2018-06-01, all the while")


def test_a_count_is_a_number_a_range_or_a_bound() -> None:
    pairs = [("3", "3"), ("3", "5"), ("3", ""), ("", "5"), ("1200", "1200")]
    said = [told(count_low=low, count_high=high)["count"] for low, high in pairs]
    assert said == ["3", "3 to 5", "at least 3", "at most 5", "1,200"]
    assert "count" not in told()


def test_grades_texts_and_the_sources_own_distance_are_shown() -> None:
    row = {"reliability": "B", "credibility": "2", "unit": "1st", "quoted_distance_m": "2500"}
    found = told(**row, source="press", note="seen from a hill")
    assert [found[name] for name in ("reliability", "credibility", "unit", "quoted")] == [
        *("B", "2", "1st", "2,500 m")
    ]
    assert (found["source"], found["note"]) == ("press", "seen from a hill")
