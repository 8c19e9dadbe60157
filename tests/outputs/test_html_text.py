"""A text in HTML: what a name needs stays, what would turn its surroundings does not."""

from checker.outputs.html_text import html_text, set_apart


def test_a_text_is_no_markup() -> None:
    assert html_text("<b>&\"'") == "<bdi>&lt;b&gt;&amp;&quot;&#x27;</bdi>"


def test_a_sentence_that_begins_with_an_arabic_name_is_still_one() -> None:
    said = html_text("حزب «الله», a & b (מ) at 32.8", is_sentence=True)
    assert said == ('<bdi dir="ltr"><bdi>حزب «الله»</bdi>, a &amp; b <bdi>(מ)</bdi> at 32.8</bdi>')
    assert set_apart("x حزب y", "[", "]") == "x [حزب] y"


def test_marks_and_joiners_of_names_stay_and_overrides_do_not() -> None:
    assert html_text("حزب\u200f می\u200cروم") == "<bdi>حزب\u200f می\u200cروم</bdi>"
    assert html_text("a\u202eb\u200e\x00") == "<bdi>a\ufffdb\u200e\ufffd</bdi>"
    assert html_text("a\u2066b") == "<bdi>a\ufffdb</bdi>"
