"""From the located text of a mapping file to a mapping; every mistake is named with its place."""

from collections.abc import Callable

import pytest

from checker.reports.mapping import Mapping
from checker.reports.source import Form
from checker.values.diagnostic import CheckerError

Mapped = Callable[[str], Mapping]


def test_an_empty_part_changes_nothing(mapping_of: Mapped) -> None:
    mapping = mapping_of("columns: {}\nzone: Asia/Damascus\nvalues:\nsheet: May\nencoding: cp1256")
    assert mapping.form == Form("cp1256", "May")
    assert (mapping.columns, mapping.values, mapping.zone) == ((), (), "Asia/Damascus")


def test_every_part_is_read(mapping_of: Mapped) -> None:
    mapping = mapping_of(
        "columns: {lon: X, actor: [who, what], place: }\n"
        "units: {radius_m: km}\n"
        "constants: {kind: position, actor: [red, green]}\n"
        'values: {kind: {Sighting: position, "*": ""}}\n'
        "split: {Grade: [reliability, credibility]}\n"
        "cases: [{where: {Place: [Camp, ]}, set: {role: struck}}]\n"
        "rows: {R-1: [{role: struck}, {role: acting}]}\n"
        "skip: {R-2: the same}\n"
        "dates: [DD.MM.YYYY]\n"
    )
    assert [(one.ours, one.theirs) for one in mapping.columns] == [
        *(("lon", ("X",)), ("actor", ("who", "what")), ("place", ()))
    ]
    assert mapping.units == {"radius_m": "1000"}
    assert mapping.constants == (("kind", "position"), ("actor", "red;green"))
    (table,) = mapping.values
    assert (table.entries, table.otherwise) == ({"sighting": "position"}, "")
    assert mapping.splits[0].ours == ("reliability", "credibility")
    assert mapping.cases[0].settings == (("role", "struck"),)
    assert mapping.rows[0].parts == ((("role", "struck"),), (("role", "acting"),))
    assert (mapping.skips[0].id, mapping.skips[0].reason) == ("R-2", "the same")
    assert len(mapping.patterns) == 1


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("colums: {lon: X}", "map.yaml:1:1", "unknown key 'colums'"),
        ("columns: {long: X}", "map.yaml:1:11", "unknown key 'long'"),
        ("columns: [lon]", "map.yaml:1:10", "expected keys with values"),
        ("columns: {lon: [X, Y]}", "map.yaml:1:16", "lon takes one column"),
        ("columns: {lon: {a: b}}", "map.yaml:1:16", "expected one text"),
        ("units: {radius_m: leagues}", "map.yaml:1:19", "unknown unit 'leagues'"),
        ("units: {lon: km}", "map.yaml:1:9", "lon is no length"),
        ("split: {G: [grade, unit]}", "map.yaml:1:12", "unknown column 'grade'"),
        ("split: {G: [unit]}", "map.yaml:1:9", "'G' is split into one part"),
        ("constants: {kind: posit}", "map.yaml:1:19", "unknown kind 'posit'"),
        ("constants: {radius_m: near}", "map.yaml:1:23", "radius_m cannot be 'near'"),
        ("constants: {lat: 95}", "map.yaml:1:18", "lat cannot be '95'"),
        ("values: {kind: {Seen: seen}}", "map.yaml:1:23", "unknown kind 'seen'"),
        ("rows: {R-1: []}", "map.yaml:1:8", "'R-1' is made into no row at all"),
        ("cases: {where: x}", "map.yaml:1:8", "expected a list of cases"),
        (
            "cases: [{where: {a: b}}]",
            "map.yaml:1:9",
            "a case needs 'where' or 'unless', and 'set' or 'least'",
        ),
        ("skip: {R-1: }", "map.yaml:1:8", "'R-1' is skipped without a reason"),
        ("zone: Syria", "map.yaml:1:7", "unknown time zone 'Syria'"),
        ("encoding: ansi-7", "map.yaml:1:11", "unknown encoding 'ansi-7'"),
        ("dates: DD.MM", "map.yaml:1:8", "'DD.MM' is no date format"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    mapping_of: Mapped, text: str, place: str, message: str
) -> None:
    with pytest.raises(CheckerError) as error:
        mapping_of(text)
    (one,) = error.value.diagnostics
    assert (one.code, str(one.span), one.message) == ("R109", place, message)


def test_all_mistakes_are_named_at_once(mapping_of: Mapped) -> None:
    with pytest.raises(CheckerError) as error:
        mapping_of("colums: x\nunits: {lon: km}\nzone: Syria\n")
    assert [one.span.line for one in error.value.diagnostics if one.span] == [1, 2, 3]
