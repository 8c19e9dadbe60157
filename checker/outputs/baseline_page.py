"""What a baseline accepts, as a page for people."""

from collections.abc import Mapping
from typing import TextIO

from checker.findings.baseline import Baseline, Entry, EntryState
from checker.outputs.plain import STANDINGS, counted
from checker.outputs.sheet import Sheet
from checker.outputs.writer import Page

__all__ = ["write_baseline_page"]

_STATES: dict[EntryState, str] = {
    "holds": "holds",
    "graver": "its finding has grown graver, and counts",
    "stale": "stale: no finding is like this any more",
    "ended": "ended: its findings count again",
}


def write_baseline_page(
    stream: TextIO, page: Page, baseline: Baseline, states: Mapping[Entry, EntryState]
) -> None:
    """Write every entry with its reason; ``states`` is empty where no result was looked at."""
    sheet = Sheet(stream, page)
    count = counted(len(baseline.entries), "accepted incident")
    sheet.say(f"{baseline.file}: {count} of {baseline.agreement}", style="bold")
    for entry in baseline.entries:
        key, acceptance = entry.key, entry.acceptance
        parts = (key.clause, key.party, key.unit or key.cell)
        sheet.gap()
        sheet.say("   ".join(part for part in parts if part), indent=2, style="bold")
        sheet.say(entry.about, indent=4)
        pairs = [
            ("Accepted as", STANDINGS.get(entry.standing, entry.standing.replace("_", " "))),
            ("Reason", acceptance.reason),
            ("Author", acceptance.author),
            ("Until", acceptance.expires),
            ("Findings", ", ".join(entry.findings)),
        ]
        pairs += [("State", _STATES[states[entry]])] if entry in states else []
        sheet.labelled(pairs, indent=4)
