"""A baseline as a file that people review: JSON, an entry a block, in the order of its keys."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checker.findings.acceptance import Acceptance
from checker.findings.baseline import Baseline, Entry, Key
from checker.outputs.json_object import JsonObject, UnfitError
from checker.outputs.json_scan import ScanError, Scanned, parsed_at, scanned
from checker.outputs.json_text import Json
from checker.outputs.read_finding import acceptance_from
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.digest import digest
from checker.values.span import Span
from checker.values.verdict import ClauseStanding, Standing

__all__ = ["baseline_text", "day_of", "read_baseline"]

_VERSION = 1
_ENTRIES = "accepted"
_STANDINGS = {one.word: one.word for kind in (Standing, ClauseStanding) for one in kind}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_HINT = "accord baseline write makes one; reasons, authors and ends may be edited by hand"


def baseline_text(agreement: str, entries: Iterable[Entry]) -> str:
    """Return a baseline as text: the same entries have the same bytes, in whatever order."""
    ordered = sorted(entries, key=lambda one: one.key)
    whole: dict[str, Json] = {
        "baseline": _VERSION,
        "agreement": agreement,
        _ENTRIES: [_entry(one, agreement) for one in ordered],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def read_baseline(content: bytes, shown: str) -> Baseline:
    """Read a baseline; ``shown`` names it in problems.

    Raises ``CheckerError`` with all entries that are unfit, each with its line.
    """
    document = _document(content, shown)
    if "findings" in document.starts:
        said = "this is a result, and no baseline"
        raise CheckerError(_refused(said, document.span(0, shown)))
    root = JsonObject(document.members, "the baseline")
    try:
        if root.number("baseline") != _VERSION:
            raise root.unfit("baseline", f"is not {_VERSION}; another version of accord wrote it")
        agreement = root.text("agreement")
        root.parts(_ENTRIES)
    except UnfitError as error:
        start = document.starts.get(error.key or "", 0)
        raise CheckerError(_refused(str(error), document.span(start, shown))) from error
    entries, problems = _entries(document, agreement, shown)
    if problems:
        raise CheckerError(*problems)
    return Baseline(agreement, entries, shown, digest(content))


def day_of(text: str) -> str | None:
    """Return a day that is written as 2027-01-31; None for anything else."""
    try:
        return date.fromisoformat(text).isoformat() if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _document(content: bytes, shown: str) -> Scanned:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = "the text is not UTF-8"
        raise CheckerError(_refused(said, Span(shown, 1, 1, 1, 1))) from error
    try:
        return scanned(text, frozenset((_ENTRIES,)))
    except ScanError as error:
        span = Scanned(text).span(error.at, shown)
        raise CheckerError(_refused(str(error), span)) from error


def _entries(
    document: Scanned, agreement: str, shown: str
) -> tuple[tuple[Entry, ...], list[Diagnostic]]:
    """Read the entries, and what is wrong with those that cannot be read."""
    found: dict[Key, Entry] = {}
    problems = []
    for number, start in enumerate(document.items[_ENTRIES]):
        span = document.span(start, shown)
        value, _ = parsed_at(document.text, start)
        try:
            one = JsonObject(value, f"the baseline.{_ENTRIES}[{number}]")
            entry = replace(_entry_from(one, agreement), span=span)
            if entry.key in found:
                raise one.unfit("id", f"is that of line {_line(found[entry.key])} too")
            found[entry.key] = entry
        except UnfitError as error:
            problems.append(_refused(str(error), span))
    return tuple(found.values()), problems


def _entry_from(one: JsonObject, agreement: str) -> Entry:
    key = Key(
        clause=one.text("clause"),
        subject=one.text("subject"),
        party=one.text("party"),
        unit=one.text("unit"),
        cell=one.text("cell"),
        incident=one.text("incident"),
    )
    if one.text("id") != key.id_of(agreement):
        raise one.unfit("id", "is not that of its clause, party, unit or cell, and incident")
    return Entry(
        key=key,
        standing=one.word("standing", _STANDINGS),
        findings=one.texts("findings"),
        about=one.text("about"),
        acceptance=_acceptance(one),
    )


def _acceptance(one: JsonObject) -> Acceptance:
    found = acceptance_from(one)
    for name in ("reason", "author"):
        if not one.text(name).strip():
            raise one.unfit(name, "is empty; say why it is accepted, and by whom")
    if day_of(found.expires) is None:
        raise one.unfit("expires", "is not a day, such as 2027-01-31")
    return found


def _entry(one: Entry, agreement: str) -> Json:
    key, acceptance = one.key, one.acceptance
    return {
        "id": key.id_of(agreement),
        "clause": key.clause,
        "subject": key.subject,
        "party": key.party,
        "unit": key.unit,
        "cell": key.cell,
        "incident": key.incident,
        "standing": one.standing,
        "findings": list(one.findings),
        "about": one.about,
        "reason": acceptance.reason,
        "author": acceptance.author,
        "expires": acceptance.expires,
    }


def _line(entry: Entry) -> int:
    assert entry.span is not None, "an entry that was read has a place"
    return entry.span.line


def _refused(message: str, span: Span) -> Diagnostic:
    return Diagnostic("U121", message, span, _HINT)
