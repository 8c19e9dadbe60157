"""A mapping in YAML for a file that nobody described, for a person to confirm."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.reports.opening import open_unmapped
from checker.reports.proposal.profile import profiles_of
from checker.reports.proposal.proposed import proposed_mapping
from checker.reports.source import NO_FORM


def proposed(folder: Path, text: str) -> str:
    (folder / "r.csv").write_text(text, encoding="utf-8")
    return proposed_mapping("r.csv", *profiles_of(open_unmapped(str(folder / "r.csv"), NO_FORM)))


def test_what_is_sure_is_written_out_and_what_is_likely_is_not(
    tmp_path: Path, mapping_of: Any
) -> None:
    text = proposed(
        tmp_path,
        "Ref,Longitude,latitude,err_km,Seen From,Day,Who,Grade\n"
        "a,36.1,33.1,2,2018-06-01,01.02.2018,red,B2\n"
        "b,36.2,33.2,3,2018-06-02,03.04.2018,red,F6\n",
    )
    mapping = mapping_of(text)
    assert {one.ours: one.theirs for one in mapping.columns} == {
        "lon": ("Longitude",),
        "lat": ("latitude",),
        "seen_from": ("Seen From",),
    }
    assert (mapping.constants, mapping.patterns, mapping.zone) == ((), (), None)
    for line in (
        '  # radius_m: "err_km"  # "2", "3" (2 filled, 2 differ)',
        '  # actor: "Who"  # "red" (2 filled, 1 differs)'.replace("differs", "differ"),
        "  # kind: position ",
        '# split: {"Grade": [reliability, credibility]}',
        '#   "Day": "01.02.2018", "03.04.2018" (2 filled, 2 differ)',
    ):
        assert line in text


@pytest.mark.parametrize(
    ("cells", "is_sure"),
    [(("36", "200"), False), (("36", "east"), False), (("", ""), False), (("36", ""), True)],
)
def test_a_heading_is_not_believed_where_a_cell_does_not_fit(
    tmp_path: Path, mapping_of: Any, cells: tuple[str, str], *, is_sure: bool
) -> None:
    text = proposed(tmp_path, "longitude,x\n" + "".join(f"{cell},1\n" for cell in cells))
    assert [one.ours for one in mapping_of(text).columns] == ["lon"] * is_sure
    assert ('  # lon: "longitude"' in text) is (not is_sure and any(cells))


@pytest.mark.parametrize(
    ("heading", "ours"),
    [
        ("Event location", "place"),
        ("Attributed to", "actor"),
        ("Location of event", "place"),
        ("Event date", "seen_from"),
        ("Report source", "source"),
        ("Event type", "does"),
    ],
)
def test_what_a_heading_is_stands_last(tmp_path: Path, heading: str, ours: str) -> None:
    assert f'  # {ours}: "{heading}"' in proposed(tmp_path, f"{heading}\nx\n")


def test_where_two_formats_fit_both_are_proposed_and_neither_is_taken(
    tmp_path: Path, mapping_of: Any
) -> None:
    text = proposed(tmp_path, "Date\n03.04.2018\n05.06.2018\n")
    assert '# dates: ["DD.MM.YYYY"]\n# dates: ["MM.DD.YYYY"]\n' in text
    assert "nobody can tell day from month" in text
    assert mapping_of(text).patterns == ()


@pytest.mark.parametrize(
    "heading", ['a "b": {c}', "# x", "x\ny", "a\u2028b", "日\u202e本", "\\", "'", "*a &b"]
)
def test_whatever_a_heading_is_the_mapping_can_be_read(
    tmp_path: Path, mapping_of: Any, heading: str
) -> None:
    quoted = '"' + heading.replace('"', '""') + '"'
    text = proposed(tmp_path, f"{quoted},longitude,type\n{quoted},36,{quoted}\n")
    assert text.isprintable() or {c for c in text if not c.isprintable()} == {"\n"}
    assert [one.ours for one in mapping_of(text).columns] == ["lon"]
    confirmed = re.sub(r"^# ", "", text.partition("# Not used")[0], flags=re.MULTILINE)
    _, _, table = confirmed.partition("values:")
    (key, _), *_ = yaml.SafeLoader(table.partition("kind:")[2]).get_single_data().items()
    assert key == heading


def test_a_file_with_the_columns_of_a_preset_starts_from_it(tmp_path: Path) -> None:
    head = "id,where_prec,side_a,side_b,date_start,date_end,best\n"
    assert proposed(tmp_path, head).endswith("preset: ucdp-ged\n")
    head = "SMM position,Event Location,Means,No.,Observation,Description,Weapon,Date,Time\n"
    assert proposed(tmp_path, head).endswith("preset: osce\n")
    head = "event_id_cnty,event_date,geo_precision,time_precision,actor1\n"
    assert proposed(tmp_path, head).endswith("preset: acled\n")
    assert proposed(tmp_path, head.upper()).endswith("preset: acled\n")
    assert proposed(tmp_path, "uid,type,affiliation,stale,lon\n").endswith("preset: cot\n")


@pytest.mark.parametrize(
    ("day", "clock", "form"),
    [
        ("25.04.2018", "14:30", "DD.MM.YYYY hh:mm"),
        ("25/04/2018", "14:30:05", "DD/MM/YYYY hh:mm:ss"),
    ],
)
def test_a_clock_beside_its_day_is_proposed_with_it(
    tmp_path: Path, mapping_of: Any, day: str, clock: str, form: str
) -> None:
    text = proposed(tmp_path, f"Datum;Uhrzeit\n{day};{clock}\n")
    assert '  # seen_from: ["Datum", "Uhrzeit"]' in text
    assert text.count("seen_from:") == 1
    assert f'# dates: ["{form}"]\n# zone: ' in text
    mapping = mapping_of(text.replace("  # seen_from", "  seen_from").replace("# dates", "dates"))
    assert mapping.columns[0].theirs == ("Datum", "Uhrzeit")
    assert mapping.patterns[0].fullmatch(f"{day} {clock}")
