"""A print changes with what is tested, and with nothing else."""

from pathlib import Path

import pytest

from checker.cli.judging import read_agreement
from checker.language.prints import ClausePrint, Prints, prints_of
from tests.cli.made import AGREEMENT, write_deal

RICH = AGREEMENT.replace(
    "clauses:\n",
    """\
  line: {line: [[36.0, 32.0], [36.0, 33.0]], accuracy: 100 m, source: text}
clauses:
  shoot:
    says: Red fires nowhere, while it is kept off.
    source: text
    binds: red
    prohibits: fire
    while: [{kept: keep-off, lapse: suspends}]
  quiet:
    says: Green stays away while red does not fire.
    source: text
    binds: green
    prohibits: presence
    where: {within: 1 km, of: line, toward: both}
    while: [{none: {who: red, does: fire}, lapse: suspends}]
""",
)


def printed(folder: Path, text: str) -> Prints:
    write_deal(folder, text)
    return prints_of(read_agreement(str(folder)).core)


def clauses(prints: Prints) -> dict[str, ClausePrint]:
    return {one.clause: one for one in prints.clauses}


@pytest.fixture
def plain(tmp_path: Path) -> Prints:
    return printed(tmp_path / "plain", RICH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("accord: 1\n", "# a comment\naccord: 1\n"),
        ("title: Invented deal on a post", "title: Another title"),
        ("says: Red keeps 1 km off the post.", "says: Red stays away."),
        ("{kind: treaty, title: Treaty}", "{kind: press, title: Paper}"),
        ("{point: {lon: 36.0, lat: 32.5}}", "{point: {lat: 32.50, lon: 36}}"),
    ],
)
def test_what_is_only_told_leaves_no_trace(
    tmp_path: Path, plain: Prints, old: str, new: str
) -> None:
    assert old in RICH
    assert printed(tmp_path / "new", RICH.replace(old, new)) == plain


def changed(one: Prints, other: Prints) -> set[str]:
    """Return what differs: clauses and places by name, ``actors of`` a clause, the rest."""
    first, second = clauses(one), clauses(other)
    names = [name for name in first if name in second]
    terms = {name for name in names if first[name].terms != second[name].terms}
    actors = {f"actors of {n}" for n in names if first[n].actors != second[n].actors}
    places = {name for name, _ in {*one.places} ^ {*other.places}}
    return terms | actors | places | ({"rest"} if one.rest != other.rest else set())


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("{within: 1 km, of: post}", "{within: 2 km, of: post}", {"keep-off"}),
        ("lon: 36.0, lat: 32.5", "lon: 36.0, lat: 32.6", {"post"}),
        ("accuracy: 100 m", "accuracy: 200 m", {"line"}),
        ("confidence: confirmed", "confidence: possible", {"actors of *"}),
        ("lapse: suspends}]\n  quiet", "lapse: ends}]\n  quiet", {"shoot"}),
        ("timezone: Asia/Damascus", "timezone: Asia/Beirut", {"rest"}),
        ("{name: Green Army}", "{name: Green Army, aliases: [GA]}", {"rest"}),
    ],
)
def test_each_change_shows_where_it_is(
    tmp_path: Path, plain: Prints, old: str, new: str, what: set[str]
) -> None:
    assert old in RICH
    found = changed(plain, printed(tmp_path / "new", RICH.replace(old, new, 1)))
    if what == {"actors of *"}:
        assert found == {f"actors of {name}" for name in ("keep-off", "shoot", "quiet")}
    else:
        assert found - {"actors of quiet"} == what


def test_another_actor_and_another_place_change_no_clause(tmp_path: Path, plain: Prints) -> None:
    text = RICH.replace("  green: {", "  blue: {name: Blue Army}\n  green: {")
    text = text.replace("  post: {", "  aaa: {point: {lon: 35.0, lat: 32.5}}\n  post: {")
    assert changed(plain, printed(tmp_path / "new", text)) == {"aaa", "rest"}


def test_a_clause_tells_what_it_rests_on(plain: Prints) -> None:
    found = clauses(plain)
    assert (found["keep-off"].places, found["keep-off"].looks_round) == (("post",), False)
    assert (found["shoot"].rests_on, found["shoot"].looks_round) == (("keep-off",), True)
    assert (found["quiet"].rests_on, found["quiet"].looks_round) == ((), True)
