"""The picture in pixels: what the SVG shows, or a clear word why not."""

import io

import pytest
from PIL import Image

from checker.findings.block import Block
from checker.outputs import png
from checker.outputs.png import FORMAT, ready
from checker.outputs.writer import Page
from checker.values.diagnostic import CheckerError
from tests.findings.made import finding
from tests.outputs.made import HEADER, summary

SEEN = finding(lon=36.0, lat=33.1, radius_m=9_000.0)


def pixels() -> bytes:
    stream = io.BytesIO()
    writer = FORMAT.writer(stream, Page())
    writer.begin(HEADER)
    writer.add(Block.of(SEEN))
    writer.end(summary())
    return stream.getvalue()


def test_it_is_a_picture_with_the_colours_of_the_standings() -> None:
    image = Image.open(io.BytesIO(pixels())).convert("RGB")
    assert image.width == 2_120
    colours = image.getcolors(maxcolors=1 << 24)
    assert colours is not None
    assert (0xD5, 0x5E, 0x00) in {colour for _, colour in colours}


def test_the_same_result_gives_the_same_bytes() -> None:
    assert pixels() == pixels()


def test_a_machine_without_fonts_is_told_so_before_anything_is_judged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(png, "_pixels", lambda *_: b"")
    with pytest.raises(CheckerError) as refused:
        ready()
    assert [one.code for one in refused.value.diagnostics] == ["U151"]


def test_where_there_are_fonts_it_is_ready() -> None:
    ready()
