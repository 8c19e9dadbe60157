"""A style for QGIS: it draws standings, limits and places of a GeoJSON result, with their key.

A layer of QGIS holds points, lines or areas; the rules of one style serve all three. What is graver
is drawn above.
"""

from checker.outputs.colours import LOOKS, Look
from checker.outputs.plain import STANDINGS
from checker.outputs.xml_text import attributes

__all__ = ["style"]

Options = dict[str, str]


def style() -> str:
    """Return the style as a document that QGIS loads by itself beside a layer of the same name."""
    rules: list[str] = []
    symbols: list[str] = []
    for kind, clause, label, symbol in _symbols():
        number = len(symbols)
        filtered = f"\"layer\" = '{kind}' AND {clause}"
        key = f"{{{number:08x}-0000-4000-8000-000000000000}}"
        rules.append(f"<rule{attributes(key=key, symbol=number, filter=filtered, label=label)}/>\n")
        symbols.append(symbol.replace("NAME", str(number)))
    return (
        '<!DOCTYPE qgis PUBLIC "http://mrcc.com/qgis.dtd" "SYSTEM">\n'
        '<qgis version="3.22" styleCategories="Symbology">\n'
        '<renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="1">\n'
        '<rules key="{ffffffff-0000-4000-8000-000000000000}">\n'
        f"{''.join(rules)}</rules>\n<symbols>\n{''.join(symbols)}</symbols>\n"
        '<orderby><orderByClause asc="0" nullsFirst="1">"gravity"</orderByClause></orderby>\n'
        "</renderer-v2>\n</qgis>\n"
    )


def _symbols() -> list[tuple[str, str, str, str]]:
    """Return (layer, filter, label, symbol) of each rule, what lies below first."""
    found = [
        ("place", "\"shape\" = 'area'", "place", _area("666666", 0.0, "solid")),
        ("place", "\"shape\" = 'line'", "place", _line("333333", "0.6", "solid")),
        ("place", "\"shape\" = 'point'", "place", _point(Look("333333", "star", 3.0))),
        ("limit", "\"end\" = 'exact'", "limit", _line("000000", "0.5", "dash")),
        ("limit", "\"end\" <> 'exact'", "end of a vague limit", _line("000000", "0.4", "dot")),
    ]
    for word, look in reversed(LOOKS.items()):
        of = f'"standing" = \'{word}\' AND "shape" = '
        found.append(("finding", f"{of}'area'", STANDINGS[word], _disc(look)))
        found.append(("finding", f"{of}'point'", STANDINGS[word], _point(look)))
    return found


def _symbol(kind: str, *layers: str) -> str:
    return f'<symbol type="{kind}" name="NAME" alpha="1">\n{"".join(layers)}</symbol>\n'


def _layer(name: str, options: Options, inner: str = "") -> str:
    pairs = "".join(
        f"<Option{attributes(type='QString', name=key, value=value)}/>\n"
        for key, value in options.items()
    )
    return (
        f'<layer class="{name}" enabled="1" pass="0" locked="0">\n'
        f'<Option type="Map">\n{pairs}</Option>\n{inner}</layer>\n'
    )


def _colour(digits: str, alpha: int = 255) -> str:
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return f"{red},{green},{blue},{alpha}"


def _marker(look: Look) -> str:
    options = {
        "name": look.mark,
        "color": _colour(look.colour),
        "outline_color": _colour("000000"),
        "outline_width": "0.3",
        "size": f"{look.size_mm}",
        "size_unit": "MM",
    }
    return _layer("SimpleMarker", options)


def _fill(digits: str, share: float, outline: str) -> str:
    options = {
        "color": _colour(digits, round(255 * share)),
        "style": "solid",
        "outline_color": _colour(digits),
        "outline_width": "0.4",
        "outline_style": outline,
    }
    return _layer("SimpleFill", options)


def _point(look: Look) -> str:
    return _symbol("marker", _marker(look))


def _line(digits: str, width_mm: str, dashes: str) -> str:
    options = {"line_color": _colour(digits), "line_width": width_mm, "line_style": dashes}
    return _symbol("line", _layer("SimpleLine", options))


def _area(digits: str, share: float, outline: str) -> str:
    return _symbol("fill", _fill(digits, share, outline))


def _disc(look: Look) -> str:
    """Draw a disc of doubt thinly, with the mark of the standing in its middle."""
    inner = f'<symbol type="marker" name="@NAME@1" alpha="1">\n{_marker(look)}</symbol>\n'
    middle = _layer("CentroidFill", {"point_on_surface": "0"}, inner)
    return _symbol("fill", _fill(look.colour, 0.12, "solid"), middle)
