"""A page read back as a browser without a script would: its elements and its text."""

import io
from dataclasses import replace
from typing import Any

from lxml import html

from checker.findings.block import Block
from checker.findings.finding import Finding, Header
from checker.outputs.html import FORMAT
from checker.outputs.writer import Page
from tests.outputs.drawing.made import DRAWN
from tests.outputs.made import HEADER, summary

__all__ = ["fragment", "page", "said"]


def fragment(markup: str) -> Any:
    """Parse a piece of a page."""
    return html.fragment_fromstring(markup, create_parent="div")


def said(element: Any) -> str:
    """Return what stands in an element, with one blank for any white space."""
    return " ".join(" ".join(element.itertext()).split())


def page(*findings: Finding, header: Header | None = None, **end: Any) -> Any:
    """Write a page and parse it."""
    stream = io.StringIO()
    writer = FORMAT.writer(stream, Page())
    writer.begin(header or replace(HEADER, drawn=DRAWN))
    writer.add(Block.of(*findings))
    writer.end(summary(**end))
    return html.document_fromstring(stream.getvalue())
