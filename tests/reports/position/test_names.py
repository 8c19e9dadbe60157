from checker.reports.position.gazetteer import gazetteer_of
from checker.reports.position.names import named_doubt

ATLAS = gazetteer_of(
    "g.csv",
    "name,alternate_names,lon,lat,radius_m,within\n"
    "Dar\u02bf\u0101,\u062f\u0631\u0639\u0627,36.1,32.62,3000,South\nHit,,36.5,33,500,\n"
    "Hit,,40.0,33,500,\n7 km north of Hit,,1,2,3,\n".encode(),
    "0",
)


def codes(text: str) -> list[str]:
    return [note.code for note in named_doubt(text, ATLAS)[1]]


def test_an_exact_name_is_taken_without_a_word() -> None:
    assert codes("dar\u02bf\u0101") == []
    assert codes("\u062f\u0631\u0639\u0627") == []


def test_another_spelling_is_taken_and_told_and_several_places_too() -> None:
    assert codes("Dara") == ["R164"]
    assert codes("Hit") == ["R163"]
    assert codes("between Dara and Hit") == ["R164", "R163"]


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    doubt, notes = named_doubt("Daraaa", ATLAS)
    assert doubt is None
    assert notes[0].code == "R165"
    assert "Dar\u02bf\u0101" in notes[0].hint
    assert "'Daraaa'" in named_doubt("5 km south of Daraaa", ATLAS)[1][0].reason


def test_a_name_goes_before_words() -> None:
    doubt, _ = named_doubt("7 km north of Hit", ATLAS)
    assert doubt is not None
    assert (doubt.lon_deg, doubt.lat_deg) == (1.0, 2.0)


def test_places_that_nothing_else_tells_apart_are_told_by_where_they_lie() -> None:
    (note,) = named_doubt("Hit", ATLAS)[1]
    assert "Hit at 36.5, 33, Hit at 40, 33" in note.reason
