"""One format each: a writer takes the header, then finding by finding, then the summary."""

from checker.outputs.csv import FORMAT as CSV
from checker.outputs.geojson import FORMAT as GEOJSON
from checker.outputs.github import FORMAT as GITHUB
from checker.outputs.gitlab import FORMAT as GITLAB
from checker.outputs.html import FORMAT as HTML
from checker.outputs.json import FORMAT as JSON
from checker.outputs.jsonl import FORMAT as JSONL
from checker.outputs.junit import FORMAT as JUNIT
from checker.outputs.kml import FORMAT as KML
from checker.outputs.markdown import FORMAT as MARKDOWN
from checker.outputs.parquet import FORMAT as PARQUET
from checker.outputs.png import FORMAT as PNG
from checker.outputs.sarif import FORMAT as SARIF
from checker.outputs.svg import FORMAT as SVG
from checker.outputs.text import FORMAT as TEXT
from checker.outputs.writer import Format, Page, Writer

__all__ = ["WRITERS", "Format", "Page", "Writer"]

WRITERS: tuple[Format, ...] = (
    TEXT,
    JSON,
    JSONL,
    CSV,
    PARQUET,
    SARIF,
    JUNIT,
    GITHUB,
    GITLAB,
    MARKDOWN,
    GEOJSON,
    KML,
    HTML,
    SVG,
    PNG,
)
"""Every format that a result can be written in; the first is the one for people."""
