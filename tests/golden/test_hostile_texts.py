"""Hostile texts through every format: it can be read, nothing runs, nothing is lost unsaid."""

import csv
import io
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from fastkml.validator import validate
from jsonschema import Draft4Validator
from lxml import etree, html
from markdown_it import MarkdownIt
from PIL import Image

from checker.cli.main import main
from checker.findings.block import Block
from checker.findings.finding import (
    ClauseText,
    Finding,
    Header,
    InputFile,
    Rejected,
    ReportRef,
    Summary,
)
from checker.language.core.agreement import Source
from checker.outputs import WRITERS
from checker.outputs.printable import printable
from checker.outputs.writer import Page
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.outputs.made import row, summary
from tests.outputs.test_sarif import SCHEMA

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "picture": "<img src=x onerror=alert(1)>",
    "end of data": "]]><b>x</b>",
    "end of comment": "--> <!-- x",
    "entity": "&lt;b&gt; &amp; &#x41; &bomb;",
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+1+cmd",
    "at sign": "@SUM(A1:A9)",
    "tab formula": "\t=1+1",
    "command": "::error::pwned",
    "old command": "##[add-mask]x",
    "escaped break": "a%0A::set-output name=x::y",
    "line breaks": "one\ntwo\r\nthree\rfour\u2028five\x85six",
    "zero": "a\x00b",
    "colours": "\x1b[31mred\x1b[0m\x07\x1b]0;title\x07",
    "backwards": "\u202egnp.exe\u202c \u2066x\u2069",
    "quotes": "\"'`\\\"'; DROP TABLE x; --",
    "braces": "{0} {{x}} ${y} #{z} %s %(k)s [a](b) [[c]]",
    "markdown": "# h\n- i\n| a | b |\n![x](http://e.org) @user #12 `c` *d* $e$ :smile: www.e.org",
    "yaml": "&a [*a, !!python/object/apply:os.system ['x']]",
    "json": '"}], "findings": [{"x": "',
    "arabic": "حزب «الله» \u200f",
    "persian joiner": "می\u200cروم",
    "han": "伊斯兰革命卫队",
    "combining": "Z̸̡̛͓a̷l̷g̷o",
    "astral": "𓀀 🇸🇾 👩\u200d🚀",
    "control": "".join(map(chr, range(1, 32))) + "\x7f\x9b",
    "not a character": "a\ufffeb\uffffc\ufdd0",
    "blank": "  \u00a0 ",
    "long": "x" * 10_000,
    "long name": "م" * 10_000,
}

XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def case(text: str) -> tuple[Header, Finding, Summary]:
    """Return a result of which every text is the same."""
    span = Span(text, 3, 1, 3, 2)
    header = Header(
        "0.1.0",
        "2018-06-01T12:00:00+00:00",
        "deal",
        text,
        "0" * 64,
        ((text, "1" * 64),),
        (),
        (Source(text, text, text, text, text, None),),
        clauses=(ClauseText("c1", text, text, text, span),),
    )
    found = finding(
        standing=Standing.APPARENT_VIOLATION,
        reports=(ReportRef(text, 2, 1, text),),
        actor=text,
        reported_actor=text,
        within_area=text,
        says=text,
        source=text,
        message=text,
        decides=text,
        clause_certainty=text,
        lon=36.0,
        lat=33.0,
    )
    end = summary(
        inputs=(InputFile(text, "1" * 64, 1, 1, (("kind", text),), (text, "2" * 64)),),
        rows=(row(answers=((text, text),)),),
        rejected=(Rejected(text, 7, 6, text, "R203", text, text),),
        warnings=(Diagnostic("R156", text, span, text, "warning"),),
    )
    return header, found, end


def bytes_of(name: str, text: str) -> bytes:
    form = next(one for one in WRITERS if one.name == name)
    header, found, end = case(text)
    stream: Any = io.BytesIO() if form.is_binary else io.StringIO(newline="")
    writer = form.writer(stream, Page(is_full=True))
    writer.begin(header)
    writer.add(Block.of(found))
    writer.end(end)
    value = stream.getvalue()
    return value if isinstance(value, bytes) else value.encode("utf-8")


def said_by(name: str, text: str) -> str:
    return bytes_of(name, text).decode("utf-8")


def check_json(text: str) -> None:
    (one,) = json.loads(said_by("json", text))["findings"]
    assert (one["reported_actor"], one["message"], one["says"]) == (text, text, text)


def check_jsonl(text: str) -> None:
    lines = [json.loads(line) for line in said_by("jsonl", text).splitlines()]
    assert lines[1]["reported_actor"] == text
    assert (lines[0]["type"], lines[-1]["type"]) == ("result", "end")


def check_csv(text: str) -> None:
    (one,) = csv.DictReader(io.StringIO(said_by("csv", text), newline=""))
    kept = f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
    assert (one["reported_actor"], one["file"], one["message"]) == (kept, kept, kept)


def check_parquet(text: str) -> None:
    (one,) = pq.read_table(io.BytesIO(bytes_of("parquet", text))).to_pylist()
    assert (one["reported_actor"], one["message"]) == (text, text)


def check_sarif(text: str) -> None:
    log = json.loads(said_by("sarif", text))
    assert [*Draft4Validator(SCHEMA).iter_errors(log)] == []
    (result,) = log["runs"][0]["results"]
    said = re.sub(r"\\(.)|\{(\{)|\}(\})", r"\1\2\3", result["message"]["text"])
    assert text in said
    assert not re.search(r"(?<!\\)\[", re.sub(r"\\\\", "", result["message"]["text"]))


def check_junit(text: str) -> None:
    root = ET.fromstring(bytes_of("junit", text))
    told = "".join(root.itertext())
    assert XML.sub("\ufffd", text) in told
    assert {part.tag for part in root.iter()} <= {
        *("testsuites", "testsuite", "testcase", "properties", "property"),
        *("failure", "skipped", "error", "system-out"),
    }


def check_github(text: str) -> None:
    lines = said_by("github", text).split("\n")
    assert len(lines) == 5  # a finding, a row, a warning, the count, and the end
    assert all(re.match(r"::(warning|notice) \w|accord: 1 finding|$", line) for line in lines)
    assert all(line.isprintable() or "\u200c" in line or "\u200d" in line for line in lines)
    shown = lines[0].partition("::")[2].partition("::")[2]
    kept = shown.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    assert printable(text[:8_000]) in kept
    assert len(text) <= 8_000 or "characters more]" in kept


def check_gitlab(text: str) -> None:
    issues = json.loads(said_by("gitlab", text))
    assert len(issues) == 3
    assert all(text in one["description"] for one in issues)


def check_markdown(text: str) -> None:
    page = said_by("markdown", text)
    reader = MarkdownIt("gfm-like")
    assert reader.linkify is not None
    reader.linkify.set({"fuzzy_link": False})
    rendered = str(reader.render(page))
    assert set(re.findall(r"<(\w+)", rendered)) <= {
        *("h2", "h3", "p", "ul", "li", "strong", "em", "code"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    shown = unescape(re.sub(r"<[^>]+>", "", rendered)).replace("\u2060", "")
    kept = " ".join(printable(text[:2_000]).split())
    assert kept in " ".join(shown.split())
    assert len(text) <= 2_000 or "characters more]" in shown


def check_geojson(text: str) -> None:
    (feature,) = json.loads(said_by("geojson", text))["features"]
    assert (feature["properties"]["reported_actor"], feature["properties"]["message"]) == (
        text,
        text,
    )


def check_kml(text: str) -> None:
    root = etree.fromstring(bytes_of("kml", text))
    assert validate(element=root)
    names = {"k": "http://www.opengis.net/kml/2.2"}
    (data,) = root.xpath(".//k:Data[@name='reported_actor']/k:value", namespaces=names)
    assert (data.text or "") == XML.sub("\ufffd", text)
    (shown,) = root.xpath(".//k:Placemark/k:description", namespaces=names)
    assert set(re.findall(r"<(\w+)", shown.text)) <= {"br"}
    assert XML.sub("\ufffd", printable(text)) in unescape(shown.text)


def check_html(text: str) -> None:
    page = html.document_fromstring(said_by("html", text))
    scripts = [one for one in page.iter("script") if one.get("type") is None]
    assert len(scripts) == 3
    assert page.xpath("//*[@*[starts-with(name(), 'on')]]") == []
    assert page.xpath("//img | //iframe | //object | //embed | //base") == []
    shown = "".join(page.find(".//h1").itertext())
    marks = str.maketrans("", "", "\u200e\u200f\u061c\ufffd")
    assert shown.translate(marks) == printable(text).translate(marks)
    (told,) = page.xpath("//*[@class='message']/bdi")
    assert "".join(told.itertext()) == shown
    data = json.loads(page.get_element_by_id("data").text)
    said = data["findings"][0]["said"].translate(str.maketrans("", "", "\u2068\u2069"))
    assert said[:100] == printable(text)[:100]


def check_svg(text: str) -> None:
    root = ET.fromstring(bytes_of("svg", text))
    kept = XML.sub("\ufffd", text).replace("\r\n", "\n")
    assert kept in root.findtext("{*}title", "").replace("\r\n", "\n")
    assert {part.tag.partition("}")[2] for part in root.iter()} <= {
        *("svg", "title", "rect", "g", "path", "text", "circle", "clipPath"),
    }


def check_png(text: str) -> None:
    image = Image.open(io.BytesIO(bytes_of("png", text)))
    assert image.width == 2_120
    assert image.height < 4_000


def check_text(text: str) -> None:
    page = said_by("text", text)
    assert all(
        line.isprintable() or "\u200c" in line or "\u200d" in line for line in page.split("\n")
    )
    assert "".join(printable(text).split()) in "".join(page.split())


CHECKS: dict[str, Callable[[str], None]] = {
    "text": check_text,
    "json": check_json,
    "jsonl": check_jsonl,
    "csv": check_csv,
    "parquet": check_parquet,
    "sarif": check_sarif,
    "junit": check_junit,
    "github": check_github,
    "gitlab": check_gitlab,
    "markdown": check_markdown,
    "geojson": check_geojson,
    "kml": check_kml,
    "html": check_html,
    "svg": check_svg,
    "png": check_png,
}


def test_every_format_is_checked() -> None:
    assert {one.name for one in WRITERS} == set(CHECKS)


@pytest.mark.parametrize("what", ["arabic", "control", "long"])
def test_a_hostile_text_can_be_drawn_in_pixels(what: str) -> None:
    check_png(HOSTILE[what])  # what the SVG says, letter by letter: three will do


@pytest.mark.parametrize("name", sorted(set(CHECKS) - {"png"}))
@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_text_is_read_back_and_runs_nowhere(name: str, what: str) -> None:
    CHECKS[name](HOSTILE[what])


AGREEMENT = """\
accord: 1
id: river-line
title: {text}
timezone: UTC
edges: geodesic
in_force: {{from: 2020-01-01}}
sources: {{text: {{kind: treaty, title: {text}}}}}
actors: {{red: {{name: Red Army}}}}
places:
  post: {{point: {{lon: 20.0, lat: 45.0}}, accuracy: 0 m, source: text}}
clauses:
  stand-off:
    says: {text}
    source: text
    binds: red
    prohibits: presence
    where: {{within: 10 km, of: post}}
"""


@pytest.mark.parametrize("what", [name for name in HOSTILE if name not in {"zero", "control"}])
def test_a_whole_run_on_hostile_files_writes_every_format(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HOSTILE[what]
    monkeypatch.chdir(tmp_path)
    # YAML knows no pairs of surrogates; all else that JSON escapes, it reads.
    rules = AGREEMENT.format(text=json.dumps(text, ensure_ascii=what != "astral"))
    Path("agreement.yaml").write_text(rules, encoding="utf-8")
    with Path("r.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["id", "kind", "lon", "lat", "radius_m", "seen_from", "actor"])
        rows.writerow([text, "position", 20.01, 45.0, 10, "2020-06-01T12:00:00Z", "Red Army"])
        rows.writerow(["r2", "position", 20.01, 45.0, 10, "2020-06-01T12:00:00Z", text])
    is_drawn = what in {"script", "quotes", "arabic"}  # which takes its time
    names = [one.name for one in WRITERS if is_drawn or one.name not in {"html", "svg", "png"}]
    targets = [part for name in names for part in ("-f", f"{name}=o.{name}")]
    command = ["check", "agreement.yaml", "r.csv", *targets, "--no-cache"]
    done = CliRunner().invoke(main, command, prog_name="accord")
    assert done.exit_code in {0, 1}, done.output
    found = json.loads(Path("o.json").read_text(encoding="utf-8"))["findings"]
    assert {one["standing"] for one in found} == {"violation", "undetermined"}
    ET.parse("o.junit")
    ET.parse("o.kml")
    if is_drawn:
        ET.parse("o.svg")
    ET.parse("o.qml")
    assert json.loads(Path("o.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert pq.read_table("o.parquet").num_rows == len(found)
