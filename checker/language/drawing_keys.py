"""The keys of a place that is drawn: which way it is drawn, and what stands beside it."""

from checker.language.document import Document
from checker.language.keys import check_source, check_texts
from checker.language.problems import meant
from checker.language.text import Table

__all__ = ["BESIDE", "DRAWN", "check_drawing"]

DRAWN = ("point", "box", "circle", "line", "area", "sites", "file", "corridor")
BESIDE = ("accuracy", "source", "border", "feature", "as_of", "note", "name")

_SPARED: dict[str, tuple[tuple[str, ...], str]] = {
    "accuracy": (
        tuple(kind for kind in DRAWN if kind != "circle"),
        "a circle is as accurate as the point that it is drawn round: say it there",
    ),
    "feature": (("file",), "only a file has features"),
    "border": (("area", "file"), "only an area has a border"),
}
"""Keys that not every drawing takes: which ones do, and what to say of the others."""

_LATER = {
    "corridor": "draw it as an area, or defer the place: {deferred: why}",
    "as_of": "draw the place as it is now, or make each drawing a place of its own",
}


def check_drawing(document: Document, node: Table) -> None:
    """Refuse what a drawing does not take: a second way, keys of other drawings, keys of none."""
    kinds = [key for key in node.keys() if key in DRAWN]
    if len(kinds) > 1:
        message = f"a place is drawn in one way, not by {' and '.join(kinds)}"
        document.problems.add("L714", message, node.key(kinds[1]).span, "keep one")
    for key in node.keys():
        if key in _LATER:
            message = f"{key} comes in a later version"
            document.problems.add("L900", message, node.key(key).span, _LATER[key])
        elif key not in (*DRAWN, *BESIDE):
            hint = meant(key, (*DRAWN, *BESIDE))
            message = f"unknown key {key!r} of a place"
            document.problems.add("L101", message, node.key(key).span, hint)
        elif key in _SPARED and kinds[0] not in _SPARED[key][0]:
            message = f"{key!r} is no key of a {kinds[0]}"
            hint = _SPARED[key][1]
            document.problems.add("L101", message, node.key(key).span, hint)
    check_source(document, node)
    check_texts(document, node, one=("name", "note"), many=())
