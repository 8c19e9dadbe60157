"""One finding on the page for people: which report, what was said, why it is open, by reading."""

from checker.findings.finding import Finding
from checker.outputs.cut import shown_of
from checker.outputs.finding_lines import finding_title, readings_lines
from checker.outputs.plain import listed
from checker.outputs.sheet import Sheet

__all__ = ["write_finding"]

_MOST_LINES = 6
_INDENT = 4


def write_finding(sheet: Sheet, finding: Finding) -> None:
    """Write one finding in a few lines."""
    sheet.gap()
    sheet.say(finding_title(finding), indent=2, style="bold")
    sheet.say(finding.message, indent=_INDENT)
    pairs: list[tuple[str, str]] = []
    if finding.accepted is not None:
        pairs.append(("Accepted", finding.accepted.said))
    if finding.reasons:
        pairs.append(("Open because", listed(finding.reasons)))
    if finding.decides:
        pairs.append(("What helps", finding.decides))
    pairs += _labelled("By reading", readings_lines(finding), is_full=sheet.is_full)
    if finding.assumed:
        paths = dict.fromkeys(one.path for one in finding.assumed if not one.is_listed)
        listed_paths = dict.fromkeys(one.path for one in finding.assumed if one.is_listed)
        said = [f"{', '.join(paths)}: assumed, see below"] if paths else []
        said += [f"{', '.join(listed_paths)}: taken from a list, see below"] if listed_paths else []
        pairs.append(("Rests on", "; ".join(said)))
    sheet.labelled(pairs, indent=_INDENT)


def _labelled(label: str, lines: list[str], *, is_full: bool) -> list[tuple[str, str]]:
    shown = [*shown_of(lines, _MOST_LINES, is_full=is_full)]
    if len(lines) > len(shown):
        shown.append(f"and {len(lines) - len(shown)} readings more; -v shows all")
    return [(label if place == 0 else "", line) for place, line in enumerate(shown)]
