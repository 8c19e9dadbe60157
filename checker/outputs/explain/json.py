"""An explanation as JSON: the whole tree, machine words beside what is said in plain ones."""

from checker import __version__
from checker.findings.finding import Finding
from checker.findings.grounds import Drawn
from checker.findings.others import OtherReading, OtherWhy
from checker.findings.trials import Trial
from checker.findings.why import ExemptionWhy
from checker.outputs.explain.text_trials import ANSWERS
from checker.outputs.explain.tree import Branch, Flip, Ground, Number, Proof, Told, Tree
from checker.outputs.json_finding import answers_json, report_json
from checker.outputs.json_summary import question_json, spell_json
from checker.outputs.json_text import Json, rounded

__all__ = ["explanation_json"]

_VERSION = 1


def explanation_json(tree: Tree) -> dict[str, Json]:
    """Return the document that ``accord schema explanation`` describes, every key always there."""
    return {
        "explanation": _VERSION,
        "accord": __version__,
        "from": "stored" if tree.is_stored else "judged",
        "clause": {
            "id": tree.clause,
            "says": tree.says,
            "certainty": tree.certainty,
            "facts": [{"what": what, "said": said} for what, said in tree.facts],
        },
        "report": [{"column": what, "said": said} for what, said in tree.inputs],
        "answers": [_told(one) for one in tree.answers],
        "no_evidence": [_branch(one) for one in tree.unfound],
        "others": [_other(one) for one in tree.others],
        "conditions": [spell_json(one) for one in tree.conditions],
        "questions": [question_json(one) for one in tree.questions],
        "relied": [_pointed(one) for one in tree.relied],
    }


def _told(told: Told) -> Json:
    one = told.finding
    assumed: list[Json] = [{"path": a.path, "value": a.value, "why": a.why} for a in one.assumed]
    return {
        **_pointed(one),
        "subject": one.subject,
        "verdict": one.verdict.word,
        "message": one.message,
        "reasons": list(one.reasons),
        "violated_under": {
            "yes": one.violated_yes,
            "open": one.violated_open,
            "no": one.violated_no,
        },
        "decides": one.decides,
        "decides_radius_m": rounded(one.decides_radius_m),
        "assumed": assumed,
        "accepted": one.accepted.said if one.accepted is not None else None,
        "flips": [_flip(flip) for flip in told.flips],
        "readings": [_branch(branch) for branch in told.branches],
    }


def _pointed(one: Finding) -> dict[str, Json]:
    return {
        "finding": one.id,
        "clause": one.clause,
        "standing": one.standing.word,
        "reports": [report_json(report) for report in one.reports],
    }


def _branch(branch: Branch) -> Json:
    return {
        "reading": answers_json(branch.answers),
        "standing": branch.standing.word if branch.standing is not None else None,
        "verdict": branch.verdict.word if branch.verdict is not None else None,
        "reasons": list(branch.reasons),
        "exception": branch.exception,
        "lapse": branch.lapse,
        "decides": branch.decides,
        "numbers": [_number(one) for one in branch.numbers],
        "proofs": [_proof(one) for one in branch.proofs],
        "flips": [_flip(one) for one in branch.flips],
    }


def _proof(proof: Proof) -> Json:
    return {
        "condition": proof.condition,
        "kept": proof.kept,
        "side": proof.side,
        "decided_by": proof.candidate,
        "tests": [_trial(one) for one in proof.tests],
        "exceptions": [_exemption(one) for one in proof.exceptions],
        "weak": list(proof.weak),
        "places": [_ground(one) for one in proof.grounds],
    }


def _trial(one: Trial) -> Json:
    return {
        "test": one.name,
        "asks": one.said,
        "answer": ANSWERS[one.answer],
        "reasons": list(one.reasons),
        "edges": list(one.links),
        "hours": rounded(one.hours),
    }


def _exemption(one: ExemptionWhy) -> Json:
    tests: list[Json] = [_trial(trial) for trial in one.trials]
    return {"exception": one.name, "answer": ANSWERS[one.answer], "tests": tests}


def _ground(ground: Ground) -> Json:
    return {
        "region": ground.said or None,
        "distances": [_number(one) for one in ground.distances],
        "together": _number(ground.whole) if ground.whole is not None else None,
        "drawn": [_drawn(one) for one in ground.drawn],
        "decides_radius_m": rounded(ground.radius_m),
    }


def _drawn(one: Drawn) -> Json:
    return {
        "place": one.name,
        "accuracy_m": rounded(one.accuracy_m),
        "source": one.source or None,
        "not_drawn": one.why or None,
    }


def _number(one: Number) -> Json:
    errors: list[Json] = [{"what": s.what, "amount": rounded(s.amount)} for s in one.errors]
    return {
        "what": one.what,
        "unit": one.unit,
        "low": rounded(one.low),
        "best": rounded(one.best),
        "high": rounded(one.high),
        "limit_low": rounded(one.limit_low),
        "limit_high": rounded(one.limit_high),
        "limit_said": one.limit_said,
        "origin": list(one.origin),
        "errors": errors,
    }


def _flip(one: Flip) -> Json:
    return {"kind": one.kind, "said": one.said, "amount": rounded(one.amount)}


def _other(one: OtherWhy) -> Json:
    return {
        "clause": one.clause,
        "says": one.says,
        "standing": one.standing.word if one.standing is not None else None,
        "finding": one.finding,
        "said": one.said or None,
        "readings": [_other_reading(reading) for reading in one.readings],
    }


def _other_reading(one: OtherReading) -> Json:
    return {
        "reading": answers_json(one.answers),
        "standing": one.standing.word,
        "kept_by": [_trial(trial) for trial in one.kept],
        "exception": one.exception,
        "reasons": list(one.reasons),
        "margin_m": rounded(one.margin_m),
    }
