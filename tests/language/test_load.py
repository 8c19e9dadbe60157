"""From an agreement's file to its core: everything that is wrong is told in one run."""

from pathlib import Path

import pytest

from checker.language import lint_agreement, load_agreement
from checker.language.document import Override
from checker.language.load import core_of
from checker.values.diagnostic import CheckerError
from checker.values.digest import digest
from tests.language.written import LISTS, write

TERMS = """
questions: {far: [yes, no]}
parties: [red]
actors: {red: {name: Red Army, aliases: [RA]}, blue: {}}
places:
  mast: {file: mast.geojson, accuracy: 5 m, source: text}
  depot: {far: {yes: mast, no: {point: [20, 45]}}}
clauses:
  c: {says: Red keeps 5 km away., source: text, binds: red, prohibits: presence, where: AWAY}
  d: {says: Blue holds fire., source: text, binds: blue, prohibits: fire}
claims:
  denial: {says: No such deal., by: blue, source: text, contradicts: c}
""".replace("AWAY", "{within: 5 km, of: depot}")


def deal(folder: Path, terms: str = TERMS, lon: str = "20.5") -> Path:
    """Write an agreement with a place in a file."""
    mast = f'{{"type": "Point", "coordinates": [{lon}, 45.0]}}'
    (folder / "mast.geojson").write_text(mast, encoding="utf-8")
    return write(folder, terms)


def refused(path: Path, *overrides: Override, shown: str | None = None) -> list[str]:
    with pytest.raises(CheckerError) as raised:
        load_agreement(path, lists=LISTS, overrides=overrides, shown=shown)
    return [
        str(problem).partition(" ")[0] + " " + problem.code for problem in raised.value.diagnostics
    ]


def test_an_agreement_is_its_file_or_the_folder_that_holds_it(tmp_path: Path) -> None:
    path = deal(tmp_path)
    whole = load_agreement(tmp_path, lists=LISTS)
    assert whole == load_agreement(path, lists=LISTS)
    assert core_of(whole) == whole.core


def test_the_core_holds_all_parts_of_the_agreement(tmp_path: Path) -> None:
    core = load_agreement(deal(tmp_path), lists=LISTS).core
    assert (core.id, core.title, core.timezone) == ("invented", "Invented deal", "Asia/Damascus")
    assert [clause.id for clause in core.clauses] == ["c", "d"]
    assert (core.actors, core.parties) == (("red", "blue"), ("red",))
    assert core.actor_titles[0] == "Red Army"
    assert dict(core.actor_names) == {"red": 0, "red army": 0, "ra": 0, "blue": 1}
    assert [one.name for one in core.questions] == ["far"]
    # A place that hangs on a question is none that a report could name.
    assert dict(core.place_names) == {"mast": 0}
    assert [(claim.id, claim.by, claim.contradicts) for claim in core.claims] == [
        ("denial", "blue", ("c",))
    ]
    assert core.doings[0] == "presence"
    assert (core.coverage, core.firsts, core.overrides) == (None, (), ())


def test_the_digest_tells_every_change_of_every_file(tmp_path: Path) -> None:
    def found(terms: str = TERMS, lon: str = "20.5") -> str:
        return load_agreement(deal(tmp_path, terms, lon), lists=LISTS).core.digest

    assert found() == found()
    assert len(found()) == 64
    others = {found(lon="20.6"), found(TERMS.replace("holds fire", "holds its fire")), found()}
    assert len(others) == 3


def test_every_problem_is_told_in_one_run_in_the_order_of_its_place(tmp_path: Path) -> None:
    terms = (
        TERMS.replace("parties: [red]", "parties: [red, green]")
        .replace("accuracy: 5 m, ", "")
        .replace("5 km, of", "5, of")
        .replace("prohibits: fire", "prohibits: fier")
        .replace("contradicts: c", "contradicts: e")
    )
    assert refused(deal(tmp_path, terms), shown="deal.yaml") == [
        "deal.yaml:10:16: L303",
        "deal.yaml:13:10: L701",
        "deal.yaml:16:98: L501",
        "deal.yaml:17:69: L401",
        "deal.yaml:19:70: L807",
    ]


def test_what_no_clause_refers_to_is_read_too(tmp_path: Path) -> None:
    for part, problem in (
        ("coverage: {file: nowhere.csv}", "L712"),
        ("theatre: nowhere", "L721"),
        ("events: {vote: {first: {who: green}}}", "L303"),
    ):
        assert [one.split()[1] for one in refused(deal(tmp_path, f"{part}{TERMS}"))] == [problem]


def test_a_date_that_every_clause_replaces_is_read_too(tmp_path: Path) -> None:
    path = deal(tmp_path, TERMS.replace("source: text, binds", "in_force: {}, source: text, binds"))
    text = path.read_text(encoding="utf-8").replace("2020-01-01", "2020-13-01")
    path.write_text(text, encoding="utf-8")
    assert refused(path) == ["agreement.yaml:6:18: L604"]


def test_problems_name_the_file_as_the_user_did(tmp_path: Path) -> None:
    path = deal(tmp_path, TERMS.replace("binds: red", "binds: green"))
    assert refused(path, shown="deals/invented.yaml") == ["deals/invented.yaml:16:56: L303"]
    assert refused(path) == ["agreement.yaml:16:56: L303"]


def test_what_is_no_mapping_has_no_core(tmp_path: Path) -> None:
    path = tmp_path / "agreement.yaml"
    path.write_text("- accord: 1\n", encoding="utf-8")
    assert refused(path) == ["agreement.yaml:1:1: Y111"]
    assert [problem.code for problem in lint_agreement(path, lists=LISTS)] == ["Y111"]


def test_warnings_come_with_an_agreement_and_never_refuse_it(tmp_path: Path) -> None:
    found = load_agreement(
        deal(tmp_path, TERMS.replace(", source: text, binds", ", binds")), lists=LISTS
    )
    assert [(p.code, p.severity) for p in found.warnings] == [("L804", "warning")] * 2
    assert len(found.core.clauses) == 2


def test_lint_looks_further_than_reading_does(tmp_path: Path) -> None:
    # A permission that lifts nothing of what prohibits the same is told by lint alone.
    terms = TERMS.replace(
        "claims:",
        "  p: {says: Blue may., source: text, permits: fire, to: blue, lifts: []}\nclaims:",
    )
    path = deal(tmp_path, terms)
    assert "W102" not in [p.code for p in load_agreement(path, lists=LISTS).warnings]
    assert "W102" in [p.code for p in lint_agreement(path, lists=LISTS)]


def test_lint_of_what_cannot_be_read_tells_the_errors_alone(tmp_path: Path) -> None:
    terms = TERMS.replace("blue: {}}", "blue: {}, grey: {}}")
    assert "W101" in [p.code for p in lint_agreement(deal(tmp_path, terms), lists=LISTS)]
    found = lint_agreement(deal(tmp_path, terms.replace("accuracy: 5 m, ", "")), lists=LISTS)
    assert [(p.code, p.severity) for p in found] == [("L701", "error")]


def test_a_users_drawing_is_recorded_with_its_digest(tmp_path: Path) -> None:
    path = deal(tmp_path)
    mine = tmp_path / "mine.geojson"
    mine.write_text('{"type": "Point", "coordinates": [20.7, 45.0]}', encoding="utf-8")
    overrides = (Override("mast", None, mine, "1 m"), Override("depot", "no", mine, "1 m"))
    core = load_agreement(path, lists=LISTS, overrides=overrides).core
    told = digest(mine.read_bytes())
    assert core.overrides == (("mast", told), ("depot:no", told))
    assert core.digest != load_agreement(path, lists=LISTS).core.digest


@pytest.mark.parametrize(
    ("place", "answer", "hint"),
    [
        ("masts", None, "did you mean 'mast'?"),
        ("depot", "maybe", "known: yes, no"),
    ],
)
def test_a_drawing_of_what_the_agreement_does_not_have_is_refused(
    place: str, answer: str | None, hint: str, tmp_path: Path
) -> None:
    path = deal(tmp_path)
    override = Override(place, answer, tmp_path / "mast.geojson", "1 m")
    with pytest.raises(CheckerError) as raised:
        load_agreement(path, lists=LISTS, overrides=(override,))
    (problem,) = raised.value.diagnostics
    assert (problem.code, problem.span, problem.hint) == ("L715", None, hint)


def test_what_nothing_refers_to_is_checked_and_stays_unused(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "actors: {red: {}}\nevents: {vote: {at: x}}\nregisters: {r: {}}\n"
        "clauses: {c: {says: S., source: text, binds: red, prohibits: fire}}\n",
    )
    found = [(one.code, one.span.line) for one in lint_agreement(path, lists=LISTS) if one.span]
    assert {("L604", 9), ("L840", 10)} <= set(found)
    load = "actors: {red: {}}\nevents: {vote: {at: 2020-05-01}}\n"
    path = write(
        tmp_path, f"{load}clauses: {{c: {{says: S., source: text, binds: red, prohibits: fire}}}}\n"
    )
    assert "W101" in [one.code for one in lint_agreement(path, lists=LISTS)]
