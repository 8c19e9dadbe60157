"""Text in XML."""

from xml.etree import ElementTree as ET

import pytest

from checker.outputs.xml_text import attributes, element, text

HOSTILE = [
    "<script>",
    "a & b",
    "]]>",
    "\"'",
    "a\r\nb\tc",
    "\x00\x1b[31m",
    "\ud800",
    "حزب",
    "a\ufffe",
]


@pytest.mark.parametrize("said", HOSTILE)
def test_a_text_is_read_back_but_for_what_xml_cannot_hold(said: str) -> None:
    root = ET.fromstring(f"<a{attributes(b=said)}>{text(said)}</a>")
    kept = "".join("\ufffd" if c in "\x00\x1b\ud800\ufffe" else c for c in said)
    assert (root.text, root.get("b")) == (kept, kept)


def test_an_attribute_that_is_not_known_is_left_out() -> None:
    assert attributes(name="x", type=None, tests=3) == ' name="x" tests="3"'
    assert element("failure", "a<b", type="t") == '<failure type="t">a&lt;b</failure>'
