"""What the script of the page knows of the findings, as JSON that no text can end."""

from typing import Any

from checker.outputs.colours import LOOKS
from checker.outputs.drawing.gathered import Gathered, Kept
from checker.outputs.drawing.marks import STROKED
from checker.outputs.drawing.scene import Crowd, Disc, Scene
from checker.outputs.gravest import GRAVITY
from checker.outputs.html_text import set_apart
from checker.outputs.json_text import dumped
from checker.outputs.page.charts import BOKEH_MARKS, MARK_SIZES
from checker.outputs.plain import STANDINGS, period_text
from checker.outputs.printable import printable

__all__ = ["embedded", "page_data"]

_WIDE_M = 20_000.0
"""On a map that reaches farther nobody sees less than a metre."""

_MOST = 240
"""So much of a message is told at the pointer."""


def page_data(gathered: Gathered, scene: Scene) -> dict[str, Any]:
    """Return the looks of standings, the findings, where they are drawn, and exact counts."""
    return {
        "looks": {word: _look(word) for word in LOOKS},
        "total": gathered.total,
        "findings": [_finding(one) for one in gathered.kept()],
        "spots": [[one.x_m, one.y_m, [*one.findings]] for one in scene.spots],
        "discs": [
            {"rows": [*one.findings], "xs": _axis(one, 0, scene), "ys": _axis(one, 1, scene)}
            for one in scene.discs
        ],
        "crowds": [_crowd(one) for one in scene.crowds],
        "shares": [[*key, count] for key, count in sorted(gathered.shares.items())]
        if gathered.left_out
        else [],
    }


def embedded(value: dict[str, Any]) -> str:
    """Return JSON for an element of HTML: no < in it can begin a tag, nor end the element."""
    said = dumped(value)
    for letter in "<>&\u2028\u2029":
        said = said.replace(letter, f"\\u{ord(letter):04x}")
    return said


def _look(word: str) -> dict[str, Any]:
    look = LOOKS[word]
    colour = f"#{look.colour}"
    return {
        "said": STANDINGS[word],
        "color": colour,
        "mark": BOKEH_MARKS.get(look.mark, look.mark),
        "size": MARK_SIZES.get(look.mark, 15),
        "edge": colour if look.mark in STROKED else "#ffffff",
        "line": 4.5 if look.mark in STROKED else 1.6,
        "gravity": GRAVITY[word],
    }


def _finding(one: Kept) -> dict[str, Any]:
    finding = one.finding
    readings: dict[str, list[str]] = {}
    for reading in finding.readings:
        for question, answer in reading.answers:
            said = readings.setdefault(f"{question} = {answer}", [])
            if reading.standing.word not in said:
                said.append(reading.standing.word)
    begins = finding.seen_from or finding.seen_to or ""
    when = period_text(finding.seen_from, finding.seen_to) if begins else "no time"
    message = printable(finding.message)
    shown = message if len(message) <= _MOST else f"{message[:_MOST]}\N{HORIZONTAL ELLIPSIS}"
    return {
        "clause": finding.clause,
        "standing": finding.standing.word,
        "side": one.side,
        "begins": begins,
        "when": when,
        "said": set_apart(shown, "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"),
        "readings": readings,
    }


def _crowd(one: Crowd) -> dict[str, Any]:
    told = sorted(one.counts.items(), key=lambda pair: GRAVITY[pair[0]])
    return {
        "x": one.x_m,
        "y": one.y_m,
        "side": 2.0 * one.half_m,
        "alpha": one.depth,
        "counts": [[word, count] for word, count in told],
    }


def _axis(disc: Disc, axis: int, scene: Scene) -> list[list[list[float]]]:
    digits = 0 if scene.reach_m > _WIDE_M else 2
    return [
        [[round(float(value), digits) for value in ring[axis]] for ring in fill]
        for fill in disc.shape.fills
    ]
