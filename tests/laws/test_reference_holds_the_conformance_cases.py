"""The reference evaluator answers as the conformance cases say, so it is worth comparing with."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from checker.language.core.agreement import Core
from tests.laws.kernel import read_world
from tests.reference import Judgement, Over, RowKey, judge
from tests.reference_judge import Outcome
from tests.reference_placed import Margin

CASES = Path(__file__).parents[2] / "fixtures" / "conformance"
LATER = {"space-020-apart"}
"""Distances to other reports are built later."""
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

Node = Mapping[str, str]


def _read(case: Path) -> dict[str, list[Node]]:
    text = (case / "expected.yaml").read_text(encoding="utf-8")
    loaded: dict[str, list[Node]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506, TID251
    return loaded


def _cases() -> list[Path]:
    """List the cases that are about verdicts."""
    found = sorted(p.parent for p in CASES.glob("*/expected.yaml") if p.parent.name not in LATER)
    return [c for c in found if "findings" in (e := _read(c)) and str(e.get("exit")) != "2"]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_the_reference_holds(case: Path) -> None:
    expected = _read(case)
    core, batches = read_world(case, case / "reports.csv")
    found = judge(core, batches, _as_of_us([str(a) for a in expected.get("arguments", [])]))
    assert list(_differences(core, expected, found)) == []


def _as_of_us(arguments: list[str]) -> int | None:
    if "--as-of" not in arguments:
        return None
    at = dt.datetime.fromisoformat(arguments[arguments.index("--as-of") + 1])
    return (at - _EPOCH) // dt.timedelta(microseconds=1)


def _differences(core: Core, expected: dict[str, list[Node]], found: Judgement) -> Iterator[str]:
    is_filtered = {"--party", "--since"} & {str(a) for a in expected.get("arguments", [])}
    for want in expected["findings"] or []:
        if want.get("absent") == "true" and is_filtered:
            continue
        said = f"{want['report']} {want['clause']} {want.get('reading', '')}"
        yield from (f"{said}: {problem}" for problem in _finding(core, want, found))
    for want in expected.get("clauses", []):
        got = {s for (clause, _), s in found.clauses.items() if clause == want["clause"]}
        if {standing.word for standing, _ in got} != {want["standing"]}:
            yield f"{want['clause']}: {got}"
        if "incidents" in want and {str(count) for _, count in got} != {want["incidents"]}:
            yield f"{want['clause']}: {got}"


def _finding(core: Core, want: Node, found: Judgement) -> Iterator[str]:
    key = next((k for k, r in found.rows.items() if r.id == want["report"]), ("", -1))
    against = [w for (k, c, _), w in found.evidence.items() if (k, c) == (key, want["clause"])]
    if want.get("absent") == "true":
        if (key, want["clause"]) in found.over or against:
            yield "is there"
        return
    if want.get("subject") == "condition" or want.get("standing") == "breaks_condition":
        readings = next(c.readings for c in core.clauses if c.id == want["clause"])
        wanted = "breaks" if want["standing"] == "breaks_condition" else "open"
        if against != [wanted] * len(readings):
            yield f"evidence {against}"
        return
    yield from _answers(want, _asked(want, found, key))


def _asked(want: Node, found: Judgement, key: RowKey) -> Outcome | Over:
    """Return the finding that a case asks for: under one reading, or over all."""
    if "reading" not in want:
        return found.over[key, want["clause"]]
    reading: Mapping[str, str] = want["reading"]  # type: ignore[assignment]
    return next(
        o
        for (k, c, answers), o in found.findings.items()
        if (k, c) == (key, want["clause"]) and reading.items() <= dict(answers).items()
    )


def _answers(want: Node, got: Outcome | Over) -> Iterator[str]:
    for name, word in (("verdict", got.verdict.word), ("standing", got.standing.word)):
        if word != want.get(name, word) or word not in want.get(f"{name}_any", word):
            yield f"{name} {word} {sorted(got.reasons)}"
    are_there = set(want.get("reasons_include", [])) <= got.reasons
    are_absent = not set(want.get("reasons_exclude", [])) & got.reasons
    is_one = "reasons_any" not in want or bool(set(want["reasons_any"]) & got.reasons)
    if not (are_there and are_absent and is_one):
        yield f"reasons {sorted(got.reasons)}"
    if isinstance(got, Over) and "violated_under" in want:
        counts: Mapping[str, str] = want["violated_under"]  # type: ignore[assignment]
        if got.violated != tuple(int(counts[name]) for name in ("yes", "open", "no")):
            yield f"violated_under {got.violated}"
    if isinstance(got, Outcome) and got.exception != want.get("exception", got.exception):
        yield f"exception {got.exception}"
    if "margin_m" in want and not _is_near(got.margin_m, want["margin_m"]):
        yield f"margin {got.margin_m}"


def _is_near(got: Margin | None, want: str | Mapping[str, str]) -> bool:
    if isinstance(want, str):
        return got is None
    if got is None:
        return False
    about, within = float(want["about"]), float(want["within"])
    return got[0] - within <= about <= got[1] + within
