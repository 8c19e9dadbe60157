"""What is true of every baseline: it hides nothing, and accepts nothing that nobody accepted."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.made import HEAD, accord, row
from tests.laws.deal import standing
from tests.laws.settings import law

COLUMNS = HEAD.strip() + ",unit\n"
REPORTS = st.fixed_dictionaries(
    {
        "lat": st.sampled_from(("32.5", "32.5095", "32.513", "32.6")),
        "radius_m": st.sampled_from(("10", "300", "5000")),
        "seen_from": st.sampled_from(("2018-06-02", "2018-06-05", "2018-07-20")),
        "actor": st.sampled_from(("red", "green", "red-unit", "Nobody")),
    }
)
UNITS = st.sampled_from(("", "3rd", "4th"))
FILES = st.dictionaries(st.sampled_from("abcdef"), st.tuples(REPORTS, UNITS), max_size=6)

Rows = dict[str, tuple[dict[str, str], str]]


def judged(rows: Rows, *arguments: str, name: str = "r.csv") -> tuple[int, dict[str, Any]]:
    lines = [row(one, **said).strip() + f",{unit}\n" for one, (said, unit) in rows.items()]
    Path(name).write_text(COLUMNS + "".join(lines), encoding="utf-8")
    done = accord("check", "deal", name, "--as-of", "2018-12-01", *arguments, "-f", "json")
    return done.exit_code, json.loads(done.stdout)


def accepting(rows: Rows, level: str = "violation") -> None:
    _, found = judged(rows)
    Path("result.json").write_text(json.dumps(found), encoding="utf-8")
    why = ("--reason", "known", "--author", "M. O.", "--expires", "2018-12-31")
    accord("baseline", "write", "result.json", *why, "--fail-on", level, "-o", "base.json")


def bare(found: dict[str, Any]) -> tuple[list[dict[str, Any]], object]:
    return [{**one, "accepted": None} for one in found["findings"]], found["summary"]


@law
@given(FILES, st.sampled_from(("violation", "undetermined")))
def test_what_was_accepted_fails_nothing_and_changes_no_count(rows: Rows, level: str) -> None:
    with standing():
        accepting(rows, level)
        code, plain = judged(rows, "--fail-on", level)
        accepted, marked = judged(rows, "--fail-on", level, "--baseline", "base.json")
        assert accepted == {1: 0}.get(code, code)
        assert bare(marked) == bare(plain)


@law
@given(FILES, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_the_name_of_a_file_are_no_part_of_it(
    rows: Rows, chance: Any
) -> None:
    with standing():
        accepting(rows)
        names = [*rows]
        chance.shuffle(names)
        mixed = {name: rows[name] for name in names}
        code, _ = judged(mixed, "--baseline", "base.json", name="other.csv")
        assert code in {0, 3}


@law
@given(FILES, FILES)
def test_what_is_accepted_is_of_an_incident_that_somebody_accepted(old: Rows, new: Rows) -> None:
    with standing():
        accepting(old)
        _, found = judged(new, "--baseline", "base.json")
        entries = json.loads(Path("base.json").read_text(encoding="utf-8"))["accepted"]
        known = {(one["clause"], one["party"], one["unit"], one["incident"]) for one in entries}
        ids = {finding for one in entries for finding in one["findings"]}
        for one in found["findings"]:
            if one["accepted"] is not None:
                key = (one["clause"], one["actor"], one["unit"] or "", one["incident"])
                assert key in known or one["id"] in ids
