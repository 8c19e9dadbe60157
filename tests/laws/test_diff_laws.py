"""What is true of every comparison: nothing differs from itself, and a cause undone is enough."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.made import HEAD, accord, row
from tests.laws.deal import standing
from tests.laws.settings import law

COLUMNS = HEAD.strip() + ",supersedes\n"
LATITUDES = ("32.5", "32.5095", "32.513", "32.6")
RADII = ("10", "300", "5000")

REPORTS = st.fixed_dictionaries(
    {
        "lat": st.sampled_from(LATITUDES),
        "radius_m": st.sampled_from(RADII),
        "actor": st.sampled_from(("red", "green", "red-unit", "Nobody")),
    }
)
FILES = st.dictionaries(st.sampled_from(("a", "b", "c", "d", "e")), REPORTS, max_size=5)
HEIRS = st.dictionaries(st.sampled_from(("d", "e")), st.sampled_from(("a", "b")), max_size=1)

Rows = dict[str, dict[str, str]]


def judged(name: str, rows: Rows, heirs: dict[str, str]) -> str:
    lines = [row(one, **given).strip() + f",{heirs.get(one, '')}\n" for one, given in rows.items()]
    Path("r.csv").write_text(COLUMNS + "".join(lines), encoding="utf-8")
    # The date is stated: it is no part of what differs.
    accord(*("check", "deal", "r.csv", "--as-of", "2019-01-01", "-f", f"json={name}"))
    return name


def difference(old: str, new: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(accord("diff", old, new, "-f", "json").stdout)
    return content


def mirrored(found: dict[str, Any]) -> dict[str, Any]:
    """Return what a comparison would have to say the other way round."""
    other = {"new": "gone", "gone": "new", "changed": "changed"}
    return {
        one["id"]: (
            *(other[one["change"]], one["new"], one["old"], one["known"], one["missing"]),
            [(cause["kind"], cause["new"], cause["old"]) for cause in one["why"]],
        )
        for one in found["changes"]
    }


def as_told(found: dict[str, Any]) -> dict[str, Any]:
    return {
        one["id"]: (
            *(one["change"], one["old"], one["new"], one["known"], one["missing"]),
            [(cause["kind"], cause["old"], cause["new"]) for cause in one["why"]],
        )
        for one in found["changes"]
    }


@law
@given(FILES, HEIRS)
def test_a_result_does_not_differ_from_itself(rows: Rows, heirs: dict[str, str]) -> None:
    with standing():
        one = judged("one.json", rows, heirs)
        found = difference(one, one)
        assert (found["changes"], found["clauses"], found["differs"]) == ([], [], [])
        assert found["counts"]["retold"] == 0


@law
@given(FILES, HEIRS, FILES, HEIRS)
def test_the_other_way_round_what_was_new_is_gone(
    old: Rows, old_heirs: dict[str, str], new: Rows, new_heirs: dict[str, str]
) -> None:
    with standing():
        names = judged("old.json", old, old_heirs), judged("new.json", new, new_heirs)
        there, back = difference(*names), difference(*reversed(names))
        assert mirrored(there) == as_told(back)
        assert there["counts"]["same"] == back["counts"]["same"]


@law
@given(FILES, HEIRS, FILES, HEIRS)
def test_every_difference_between_two_files_of_reports_has_its_cause(
    old: Rows, old_heirs: dict[str, str], new: Rows, new_heirs: dict[str, str]
) -> None:
    with standing():
        names = judged("old.json", old, old_heirs), judged("new.json", new, new_heirs)
        for one in difference(*names)["changes"]:
            own = [cause for cause in one["why"] if cause["kind"] in {"report", "content"}]
            others = [cause for cause in one["why"] if cause["kind"] == "other_reports"]
            assert {cause["about"] for cause in own} <= {one["reports"][0]["id"]}
            assert len(own) + len(others) == len(one["why"]) > 0
            assert one["known"] == (len(one["why"]) == 1)
            assert one["clause"] == "stay-out" or one["subject"] == "condition" or not others


@law
@given(FILES, FILES)
def test_with_a_known_cause_undone_the_finding_stands_as_before(old: Rows, new: Rows) -> None:
    with standing():
        names = judged("old.json", old, {}), judged("new.json", new, {})
        for one in difference(*names)["changes"]:
            if not one["known"]:
                continue
            (cause,) = one["why"]
            about = cause["about"] or ""
            if cause["kind"] == "other_reports":
                own = one["reports"][0]["id"]
                undone = {name: new[name] if name == own else old[name] for name in old}
            else:
                undone = {name: given for name, given in new.items() if name != about}
                undone |= {about: old[about]} if about in old else {}
            found = difference(names[0], judged("undone.json", undone, {}))
            assert one["id"] not in {other["id"] for other in found["changes"]}
