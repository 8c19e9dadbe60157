"""What lists say of things; the list of equipment that ships has nothing without a source."""

from pathlib import Path

import pytest

from checker.language import load_agreement
from checker.language.borrowed import Listed, figures_of, listed_things
from checker.language.core.agreement import Figure
from checker.values.diagnostic import CheckerError
from checker.values.quantity import parse_quantity
from checker.values.truth import Truth
from tests.language.written import HEAD, LISTS, document

NAME = "lists/equipment"
LISTED = listed_things(LISTS, NAME)
THINGS, FIGURES, SOURCES = LISTED.things, LISTED.figures, LISTED.sources
SYSTEMS = {one.thing for one in FIGURES if one.attribute == "class"}
BARRELS = {
    *("howitzers", "guns", "gun-howitzers", "self-propelled-guns", "gun-mortars"),
    *("heavy-mortars", "light-mortars", "anti-aircraft-guns"),
}
LAUNCHERS = {"mlrs", "thermobaric-launchers"}
DIRECT = {"tanks", "ifvs", "heavy-acvs", "anti-tank-guns"}
MISSILES = {"ballistic-missiles", "rockets", "anti-ship-missiles", "sams"}
# What a class has by its nature. A transport vehicle is not told apart by a gun, a missile by its
# diameter; what is fired within sight has no range that a clause would ask for; aircraft have none.
WANTED = {"calibre": BARRELS | LAUNCHERS | DIRECT, "range": BARRELS | LAUNCHERS | MISSILES}
LEFT = {"apcs", "scout-cars", "combat-aircraft", "attack-helicopters", "uav"}


def of(thing: str) -> dict[str, str]:
    return {one.attribute: one.value for one in FIGURES if one.thing == thing}


def without_source(figures: tuple[Figure, ...]) -> list[str]:
    """Return the rows of a list whose source is missing, or cannot be found by what it says."""
    sources = {one.id: one for one in SOURCES}
    bad = []
    for one in figures:
        source = sources.get(one.source or "")
        is_found = source is not None and bool(source.title) and "memory" not in str(source.title)
        if not is_found or not (source and (source.url or source.published)):
            bad.append(f"{one.thing}.{one.attribute}")
    return bad


def test_some_150_systems_are_named_and_no_row_is_without_a_source() -> None:
    assert len(SYSTEMS) >= 150
    assert without_source(FIGURES) == []


def unexplained(listed: Listed) -> list[str]:
    """Return what a row has by its class and neither states nor says why it does not."""
    classes = {one.thing: one.value for one in listed.figures if one.attribute == "class"}
    stated = {(one.thing, one.attribute) for one in listed.figures}
    return [
        f"{thing}.{attribute}"
        for thing, of_class in classes.items()
        for attribute, wanted in WANTED.items()
        if of_class in wanted and (thing, attribute) not in stated
        if attribute not in listed.notes.get(thing, "")
    ]


def test_a_row_states_the_calibre_and_range_that_its_class_has_or_why_not() -> None:
    assert {one.value for one in FIGURES if one.attribute == "class"} == LEFT.union(
        *WANTED.values()
    )
    assert unexplained(LISTED) == []


def test_a_row_that_leaves_out_its_calibre_and_says_nothing_is_found(tmp_path: Path) -> None:
    rows = "{x-1: {class: mlrs, note: no source was read for its range}, x-2: {class: uav}}"
    (tmp_path / "equipment.yaml").write_text(f"things: {rows}\n")
    assert unexplained(listed_things(tmp_path, NAME)) == ["x-1.calibre"]


def test_most_systems_that_shoot_over_the_horizon_have_a_range() -> None:
    classes = {one.thing: one.value for one in FIGURES if one.attribute == "class"}
    known = {one.thing for one in FIGURES if one.attribute == "range"}
    far = {thing for thing, of_class in classes.items() if of_class in WANTED["range"]}
    assert known <= far
    assert len(known) >= 0.75 * len(far)


def test_every_source_is_one_that_a_row_names() -> None:
    named = {"cfe-definitions", *(one.source for one in FIGURES)}
    notes = " ".join(LISTED.notes.values())
    assert [one.id for one in SOURCES if one.id not in named and one.id not in notes] == []


def test_a_row_without_a_source_is_found(tmp_path: Path) -> None:
    (tmp_path / "equipment.yaml").write_text("things: {guns: {}, x-1: {class: guns}}\n")
    assert without_source(listed_things(tmp_path, NAME).figures) == ["x-1.class"]


def test_every_calibre_and_range_is_a_length_that_a_weapon_can_have() -> None:
    for one in FIGURES:
        if one.attribute != "class":
            length = parse_quantity(one.value, "length")
            least, most = (0.001, 1.0) if one.attribute == "calibre" else (1_000, 3_000_000)
            assert least < length.low <= length.high < most, one


def test_every_class_is_declared_as_one() -> None:
    classes = set(THINGS.words) - SYSTEMS
    assert {one.value for one in FIGURES if one.attribute == "class"} <= classes
    for word in ("personnel", "works", "mines", "vessels", "balloons", "uav", "sams", "mlrs"):
        assert word in classes


@pytest.mark.parametrize(
    ("reported", "thing"),
    [
        ("BM-21 Grad", "bm-21"),
        ("град", "bm-21"),
        ("\uff22\uff2d\uff0d\uff12\uff11", "bm-21"),
        ("\u0422-72", "t-72"),
        ("T72B3", "t-72"),
        ("2С1", "2s1"),  # noqa: RUF001 - in Cyrillic, as reports have it
        ("Smerch", "bm-30"),
        ("main battle tank", "tanks"),
        ("دبابة", "tanks"),
        ("Grads", None),
    ],
)
def test_reports_name_a_system_by_its_usual_spellings(reported: str, thing: str | None) -> None:
    assert THINGS.called(reported) == thing


def test_what_no_source_gives_is_left_out() -> None:
    assert of("bm-21") == {"class": "mlrs", "calibre": "122 mm", "range": "20.35..40.5 km"}
    assert of("t-64")["calibre"] == "115..125 mm"
    assert of("2s3")["range"] == "17.35..24.5 km"
    assert "range" not in of("bm-24")


def test_a_source_that_the_list_does_not_declare_is_refused(tmp_path: Path) -> None:
    (tmp_path / "equipment.yaml").write_text("things: {x-1: {class: guns, range_source: nobody}}\n")
    with pytest.raises(CheckerError, match="L309"):
        listed_things(tmp_path, NAME)


TERMS = """\
use: [lists/equipment]
things: {bm-21: {class: howitzers, calibre: 90 mm}}
actors: {red: {}}
clauses:
  c: {says: "100 mm.", source: text, binds: red, prohibits: presence, things: THINGS}
"""


def loaded(folder: Path, things: str) -> tuple[tuple[Figure, ...], dict[str, Truth]]:
    (folder / "agreement.yaml").write_text(HEAD + TERMS.replace("THINGS", things))
    core = load_agreement(folder, lists=LISTS).core
    words = core.clauses[0].readings[0].variants[0].pattern.things
    assert words is not None
    pairs = zip(core.things, words.truths, strict=True)
    return core.figures, {thing: Truth(truth) for thing, truth in pairs}


def test_the_agreement_s_own_definition_wins_over_the_list(tmp_path: Path) -> None:
    figures, truths = loaded(tmp_path, "{class: artillery, calibre: {at_least: 100 mm}}")
    assert not [one for one in figures if one.thing == "bm-21"]
    assert truths["bm-21"] == Truth.FALSE
    assert truths["bm-27"] == Truth.TRUE
    assert truths["d-30"] == Truth.TRUE
    assert truths["t-72"] == Truth.FALSE
    # What the list does not say is unknown, and so is a wider word, or one that may be of it.
    for thing in ("astros-2", "artillery", "weapons", "mortars"):
        assert truths[thing] == Truth.UNKNOWN


def test_a_figure_tells_its_list_with_the_hash_and_its_own_source(tmp_path: Path) -> None:
    figures, _ = loaded(tmp_path, "mlrs")
    (calibre,) = [one for one in figures if (one.thing, one.attribute) == ("fajr-5", "calibre")]
    assert (calibre.value, calibre.origin, calibre.source) == ("333 mm", NAME, "fajr-calibre")
    assert len(calibre.sha256) == 64


def test_an_agreement_s_own_things_are_no_figures_of_a_list(tmp_path: Path) -> None:
    assert figures_of(document(tmp_path, "things: {m: {class: [], calibre: 1 mm}}\n")) == ()
