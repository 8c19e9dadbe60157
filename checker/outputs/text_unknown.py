"""The undeclared words of reports on the page: what each leaves open, where it was first seen."""

from collections.abc import Sequence

from checker.findings.finding import UnknownWord
from checker.outputs.cut import shown_of
from checker.outputs.plain import counted
from checker.outputs.sheet import Sheet
from checker.reports.identity import place_of
from checker.reports.unknown import KINDS, Kind

__all__ = ["write_unknown"]

_SAID: dict[Kind, tuple[str, str, str]] = {
    "actor": ("actor", "actors", "not declared by the agreement; who they are stays unknown"),
    "place": (
        "place",
        "places",
        "not declared by the agreement, or not drawn in one way; where that is stays unknown",
    ),
    "doing": ("doing", "doings", "not declared by the agreement; what was done stays unknown"),
    "thing": ("thing", "things", "not declared by the agreement; what it is stays unknown"),
    "report": ("report", "reports", "to be superseded that no file holds; nothing is corrected"),
}


def write_unknown(sheet: Sheet, words: Sequence[UnknownWord], most: int) -> None:
    """Write the words of each kind, ``most`` of them, the most frequent first."""
    for kind in KINDS:
        of_kind = [one for one in words if one.kind == kind]
        if not of_kind:
            continue
        one, many, said = _SAID[kind]
        sheet.gap()
        sheet.say(f"{counted(len(of_kind), one, many)} {said}:", indent=2)
        shown = shown_of(of_kind, most, is_full=sheet.is_full)
        for word in shown:
            sheet.say(_line(word), indent=4)
        if len(of_kind) > len(shown):
            hidden = counted(len(of_kind) - len(shown), one, many)
            sheet.say(f"and {hidden} more; -v shows all", indent=4, style="dim")


def _line(word: UnknownWord) -> str:
    first = word.first
    place = place_of(first.file, first.line, first.row)
    near = f" (nearest: {', '.join(word.nearest)})" if word.nearest else ""
    return f"{word.name}: {counted(word.count, 'report')}, first {place}{near}"
