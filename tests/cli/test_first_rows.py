"""`accord validate --first N`: what each column of the contract got in the first rows of a file."""

from pathlib import Path

from tests.cli.made import accord

MAPPING = """
columns: {id: Ref, radius_m: err, actor: A, seen_from: Day}
units: {radius_m: km}
constants: {kind: position}
cases: [{where: {Ref: a}, set: {note: by hand}}]
reports: [{columns: {actor: A}}, {columns: {actor: B}, needs: B}]
"""


def test_each_column_is_shown_with_its_text_and_where_it_is_from(here: Path) -> None:
    (here / "m.yaml").write_text(MAPPING)
    (here / "r.csv").write_text(
        "Ref,lon,lat,err,A,B,Day\na,36,33,1.5,red,green,2018-06-01\nb,36,33,,red,,2018-06-02\n"
    )
    done = accord("validate", "r.csv", "--mapping", "m.yaml", "--first", "2")
    assert done.stdout.splitlines() == [
        "r.csv: the first 2 reports, as the mapping makes them",
        "r.csv:2",
        "  lon              36          <- lon",
        "  lat              33          <- lat",
        "  id               a           <- Ref",
        "  radius_m         1500.0      <- err",
        "  actor            red         <- A or B",
        "  seen_from        2018-06-01  <- Day",
        "  kind             position    <- stated for all rows",
        "  note             by hand     <- the mapping",
        "  event            a           <- the mapping",
        "r.csv:2",
        "  lon              36          <- lon",
        "  lat              33          <- lat",
        "  id               a.2         <- Ref",
        "  radius_m         1500.0      <- err",
        "  actor            green       <- A or B",
        "  seen_from        2018-06-01  <- Day",
        "  kind             position    <- stated for all rows",
        "  note             by hand     <- the mapping",
        "  event            a           <- the mapping",
        "r.csv: 3 reports accepted, 0 rows not accepted",
    ]


def test_what_is_blank_is_unknown_and_a_file_without_rows_has_none(here: Path) -> None:
    (here / "r.csv").write_text("id,kind,place,seen_from,actor\n")
    done = accord("validate", "r.csv", "--first", "2")
    assert done.stdout.startswith("r.csv: the first 0 reports, as the mapping makes them\n")
    (here / "r.csv").write_text("id,kind,place,seen_from,actor\na,,camp,2018-06-01,red\n")
    assert (
        "  kind             (unknown)   <- kind\n"
        in accord("validate", "r.csv", "--first", "2").stdout
    )
