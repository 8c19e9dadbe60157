import numpy as np
import pytest

from checker.reports.position.gazetteer import COLUMNS, gazetteer_of
from checker.values.diagnostic import CheckerError


def problems(text: str | bytes) -> list[tuple[str, int]]:
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(CheckerError) as caught:
        gazetteer_of("g.csv", content, "0")
    return [(one.code, one.span.line if one.span else 0) for one in caught.value.diagnostics]


def test_a_place_is_a_disc_a_square_or_what_is_drawn() -> None:
    text = (
        "\ufeffname;alternate_names;lon;lat;radius_m;grid;outline\r\n"
        "A;Aa;36\u00b030'E;33.5N;100;;\r\n\r\n"
        "B;;;;;36SYB12;\r\nC;;;;;;POLYGON ((36 33, 36.1 33, 36.1 33.1, 36 33))\r\nD;;36;33;;;\r\n"
    )
    atlas = gazetteer_of("g.csv", text.encode(), "abc")
    (a, b, c, d) = (one.doubt for one in atlas.entries)
    assert (a.lon_deg, a.lat_deg, a.radius_m) == (36.5, 33.5, 100.0)
    assert b.ground is not None
    assert c.ground is not None
    assert np.isnan(d.radius_m)
    assert atlas.names["aa"] == (0,)
    assert (atlas.name, atlas.sha256) == ("g.csv", "abc")


def test_what_is_wrong_with_it_is_told_row_by_row() -> None:
    text = (
        'name,lon,lat,radius_m\nA,36,33,100\n,36,33,1\nB,200,33,1\nC,36,33,-1\nD,36,33\n"E,\nF",36,91,1\n'
        "G,,33,1\nH,x,33,1\nI,33N,36E,5\n"
    )
    assert problems(text) == [("R252", line) for line in (3, 4, 5, 6, 7, 9, 10, 11)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "R251"),
        ("a,b\n1,2\n", "R251"),
        ("name,lon,lat\nA,36,33\n", "R251"),
        ("name,name,lon,lat,radius_m\n", "R251"),
        ("name,radius_m\nA,5\n", "R251"),
        (b"name,lon,lat,radius_m\nA\xff,36,33,1\n", "R250"),
        ('name,lon,lat,radius_m\n"A,36,33,1\n', "R250"),
    ],
)
def test_what_is_no_gazetteer_is_refused(text: str | bytes, code: str) -> None:
    assert problems(text)[0][0] == code


def test_every_column_is_explained() -> None:
    assert all(COLUMNS.values())
