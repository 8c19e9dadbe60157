"""The keys of a place that is drawn: which way it is drawn, and what stands beside it."""

from checker.language.document import Document, text_of
from checker.language.problems import meant, meant_name
from checker.language.text import Node, Table

__all__ = ["DRAWN", "check_drawing"]

DRAWN = ("point", "box", "circle", "line", "area", "sites", "file", "corridor")
_BESIDE = ("accuracy", "source", "border", "feature", "as_of", "note", "name")

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
        elif key not in (*DRAWN, *_BESIDE):
            hint = meant(key, (*DRAWN, *_BESIDE))
            message = f"unknown key {key!r} of a place"
            document.problems.add("L101", message, node.key(key).span, hint)
        elif key in _SPARED and kinds[0] not in _SPARED[key][0]:
            message = f"{key!r} is no key of a {kinds[0]}"
            hint = _SPARED[key][1]
            document.problems.add("L101", message, node.key(key).span, hint)
    source = node.get("source")
    if source is not None:
        _check_source(document, source)


def _check_source(document: Document, source: Node) -> None:
    name = text_of(source)
    known = document.section("sources")
    if name in known:
        document.use("sources", name or "")
    else:
        message = f"the source {name!r} is not declared"
        document.problems.add("L309", message, source.span, meant_name(name or "", known))
