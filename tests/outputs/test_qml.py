"""A style for QGIS: a rule with a symbol for everything that a GeoJSON result may hold."""

from xml.etree import ElementTree as ET

from checker.outputs.qml import style
from checker.outputs.shelves import GROUPS


def test_every_standing_has_a_rule_for_discs_and_one_for_points() -> None:
    rules = [rule.get("filter", "") for rule in ET.fromstring(style()).iter("rule")]
    for words in GROUPS.values():
        for word in words:
            assert sum(f"\"standing\" = '{word}'" in rule for rule in rules) == 2


def test_every_rule_has_a_symbol_of_its_own_and_a_label() -> None:
    root = ET.fromstring(style())
    rules = [*root.iter("rule")]
    symbols = {one.get("name") for one in root.findall("./renderer-v2/symbols/symbol")}
    assert {rule.get("symbol") for rule in rules} == symbols
    assert len(symbols) == len(rules)
    assert all(rule.get("label") for rule in rules)


def test_breaches_doubts_and_the_lawful_differ_in_colour_and_in_shape() -> None:
    looks = _marks()
    told = ("violation", "apparent violation", "depends on the reading", "undetermined")
    assert len({looks[word] for word in (*told, "compliant", "not concerned")}) == 6


def _marks() -> dict[str, tuple[str, str]]:
    """Return the colour and the mark of each label."""
    root = ET.fromstring(style())
    found = {}
    for rule in root.iter("rule"):
        symbol = root.find(f"./renderer-v2/symbols/symbol[@name='{rule.get('symbol')}']")
        assert symbol is not None
        marker = symbol.find(".//layer[@class='SimpleMarker']/Option")
        if marker is not None:
            options = {one.get("name"): one.get("value") for one in marker}
            found[rule.get("label", "")] = (str(options["color"]), str(options["name"]))
    return found


def test_the_style_is_the_same_every_time() -> None:
    assert style() == style()
