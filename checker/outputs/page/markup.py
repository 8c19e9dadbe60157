"""HTML put together so that no text in it is ever markup, and each keeps its own direction."""

from html import escape

from checker.outputs.colours import LOOKS
from checker.outputs.drawing.marks import STROKED, mark_path
from checker.outputs.html_text import html_text as text
from checker.outputs.plain import STANDINGS
from checker.outputs.printable import printable

__all__ = ["Markup", "attribute", "badge", "cells", "icon", "section", "table", "tag", "text"]

Markup = str
"""What is HTML already; only the functions here make it of texts."""


def attribute(said: str) -> str:
    """Return a text as it stands between the quotes of an attribute."""
    return escape(printable(said), quote=True)


def tag(name: str, inner: Markup = "", **given: str) -> Markup:
    """Return an element; a name's last _ is left out, any other stands for a dash."""
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{attribute(value)}"' for key, value in given.items()
    )
    return f"<{name}{pairs}>{inner}</{name}>"


def icon(word: str) -> Markup:
    """Return the mark of a standing as on the map; who cannot see it reads its name beside it."""
    look = LOOKS[word]
    d, colour = mark_path(look.mark, 9.0, 9.0, 6.5), f"#{look.colour}"
    paint = (
        f'fill="none" stroke="{colour}" stroke-width="3.4"'
        if look.mark in STROKED
        else f'fill="{colour}"'
    )
    return (
        '<svg class="mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">'
        f'<path d="{d}" {paint}/></svg>'
    )


def badge(word: str) -> Markup:
    """Return the mark and the name of a standing."""
    return f'<span class="badge">{icon(word)}{STANDINGS[word]}</span>'


def section(name: str, title: str, *parts: Markup) -> Markup:
    """Return a part of the page under its heading; nothing where it holds nothing."""
    inner = "\n".join(part for part in parts if part)
    if not inner:
        return ""
    return f'<section id="{name}">\n<h2>{escape(title)}</h2>\n{inner}\n</section>\n'


def table(names: list[str], rows: list[Markup], caption: str = "") -> Markup:
    """Return a table of rows that are markup; nothing for none."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    told = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        f'<div class="wide"><table>{told}<thead><tr>{head}</tr></thead>\n'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def cells(*inner: Markup) -> Markup:
    """Return a row; its first cell is its heading."""
    first, *rest = inner
    told = "".join(f"<td>{one}</td>" for one in rest)
    return f'<tr><th scope="row">{first}</th>{told}</tr>\n'
