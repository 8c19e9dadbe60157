"""What differs between two results, and why, in plain words."""

from checker.findings.causes import Cause, Why
from checker.findings.comparison import Change
from checker.findings.finding import Finding
from checker.outputs.differ import by_difference
from checker.outputs.plain import CLAUSE_STANDINGS, STANDINGS, counted, reading_text

__all__ = ["cause_text", "change_text", "readings_text", "standing_text", "why_text"]

_NOWHERE = {
    "judged": "no breach, or not concerned",
    "absent": "not there",
    "after_as_of": "after the date of the answer",
    None: "not listed",
}


def change_text(change: Change) -> str:
    """Say what a finding was and what it is."""
    other = _NOWHERE.get(change.missing, change.missing or "")
    was = _standing(change.old) if change.old else other
    now = _standing(change.new) if change.new else other
    if was == now:
        return f"still {was} over all readings, and otherwise under one"
    return f"was: {was}; now: {now}"


def _standing(finding: Finding) -> str:
    accepted = ", accepted by the baseline" if finding.accepted is not None else ""
    return f"{STANDINGS[finding.standing.word]}{accepted}"


def readings_text(old: Finding, new: Finding) -> list[str]:
    """Return what changed under single readings that both know; nothing where all agree."""
    before = {one.answers: one.standing.word for one in old.readings}
    pairs = [
        (one.answers, (before[one.answers], one.standing.word))
        for one in new.readings
        if one.answers in before
    ]
    told = by_difference(pairs)
    return [
        f"{reading_text(answers)}: was {STANDINGS[was]}, now {STANDINGS[now]}"
        for answers, (was, now) in told
        if was != now and answers
    ]


def standing_text(word: str | None) -> str:
    """Return how a clause stands over the period."""
    return CLAUSE_STANDINGS[word].partition(":")[0] if word is not None else "not there"


def why_text(why: Why) -> str:
    """Say why, or that nobody can tell which of several it was."""
    if why.is_known:
        return cause_text(why.causes[0])
    if not why.causes:
        return "not known: nothing that the two results record differs"
    said = "; ".join(cause_text(one) for one in why.causes)
    return f"not known which of these, or whether several together: {said}"


def cause_text(cause: Cause) -> str:
    """Name one thing that differs."""
    about = cause.about
    match cause.kind:
        case "report":
            said = _report_text(cause)
        case "reports":
            said = f"{counted(int(about or 0), 'report')} new, gone or changed"
        case "other_reports":
            others = counted(int(about or 0), "other report")
            said = f"{others} new, gone or changed, and others than its own may count here"
        case "clause" if cause.old is None or cause.new is None:
            said = f"clause {about} is {'new' if cause.old is None else 'gone'}"
        case "place" if cause.old is None or cause.new is None:
            said = f"place {about} is {'new' if cause.old is None else 'gone'}"
        case "as_of":
            said = f"the date of the answer was {cause.old} and is {cause.new}"
        case "program":
            said = f"the program was accord {cause.old} and is accord {cause.new}"
        case _:
            said = _SAID[cause.kind].format(about)
    return said


_SAID = {
    "content": "report {} says something else",
    "ground": "a place that report {} names is drawn anew",
    "files": "the files of reports are others, and their reports are too many to be listed",
    "clause": "the terms of clause {} changed",
    "actors": "who is meant by clause {} changed",
    "place": "place {} is drawn anew",
    "rest": "names, questions, the zone, coverage or the standard of proof changed",
    "words": "the agreement's files changed in nothing that is tested",
}


def _report_text(cause: Cause) -> str:
    match cause.old, cause.new:
        case "absent", _:
            said = "is new"
        case _, "absent":
            said = "is gone: it was taken out, or its row is not accepted"
        case _, "after_as_of":
            said = "lies after the date of the answer now"
        case "after_as_of", _:
            said = "lies no longer after the date of the answer"
        case _, str(new) if new.startswith("superseded"):
            said = f"is {new}"
        case _:
            said = f"is no longer {cause.old}"
    return f"report {cause.about} {said}"
