"""Text in Markdown is read as it was written, by a parser that makes links as GitHub does."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from checker.outputs.markdown_text import capped, cells_line, plain, table

HOSTILE = [
    "<script>alert(1)</script>",
    "![x](https://example.org/x.png)",
    "[click](javascript:alert(1))",
    "https://example.org www.example.org a@example.org",
    "`code` *em* __strong__ ~~gone~~ | cell | $x^2$",
    "&lt;b&gt; &amp; &#64;",
    "# head",
    "- item",
    "1. item",
    "> quote",
    "\\[x\\]",
    "[^1] [x]: y",
    "@everyone closes #12 :smile: GH-3",
    "<!-- gone -->",
    "حزب «الله»",
]


def rendered(said: str) -> str:
    reader = MarkdownIt("gfm-like")
    assert reader.linkify is not None
    # As GitHub reads it: links have a scheme, www. or an @ in them (GFM, section 6.9).
    reader.linkify.set({"fuzzy_link": False})
    reader.linkify.add("//", None)
    return str(reader.render(f"- {said}"))


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_text_is_markup(text: str) -> None:
    html = rendered(f"x {plain(text)}")
    assert set(re.findall(r"<(\w+)", html)) == {"ul", "li"}
    read = unescape(re.sub(r"<[^>]+>", "", html)).strip()
    assert read.replace("\u2060", "") == f"x {text}"


@pytest.mark.parametrize(
    "text",
    ["# head", "- item", "+ item", "1. item", "12) item", "===", "---", "  \xa0 x", "```", "> q"],
)
def test_a_text_that_begins_a_line_makes_no_block(text: str) -> None:
    html = rendered(plain(text))
    assert set(re.findall(r"<(\w+)", html)) == {"ul", "li"}
    assert unescape(re.sub(r"<[^>]+>", "", html)).strip() == text.strip()


def test_a_mention_a_reference_and_a_picture_are_held_apart() -> None:
    assert (
        plain("@all #12 :tada: 10:30 a@b.c")
        == "\u2060@\u2060all #\u206012 :\u2060tada: 10:30 a\u2060@\u2060b.c"
    )


def test_a_link_would_be_one_if_it_were_not_held_apart() -> None:
    assert "<a " in rendered("https://example.org")
    assert plain("www.example.org") == "www\u2060.example.org"


def test_a_text_stays_on_its_line_and_within_its_room() -> None:
    assert plain("a\nb\x1b[0m\u202e") == "a b\ufffd\\[0m\ufffd"
    assert plain("x" * 3_000).endswith(r"x \[1,000 characters more\]")


def test_a_cell_ends_no_column() -> None:
    lines = [*table(["Name", "Count"], numbers=1), cells_line([plain("a|b"), "3"])]
    html = MarkdownIt("gfm-like").render("\n".join(lines))
    assert html.count("<td") == 2
    assert "a|b" in html


def test_lines_that_have_no_room_are_counted() -> None:
    assert capped(["aaaa", "bbbb", "cccc"], 10, "line") == ["aaaa", "bbbb", "", "and 1 line more."]
    assert capped(["aaaa"], 10, "line", more=7) == ["aaaa", "", "and 7 lines more."]
    assert capped(["aaaa"], 10, "line") == ["aaaa"]
