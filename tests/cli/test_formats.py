"""Where a result goes: each format once, to stdout or to a file that is whole or not there."""

import os
import sys
from pathlib import Path

import click
import pytest

from checker.cli.formats import opened, targets_of
from checker.outputs import WRITERS


def test_without_a_word_it_is_text_on_stdout() -> None:
    (target,) = targets_of(())
    assert (target.format, target.path) == (WRITERS[0], None)
    assert targets_of(("json=-",))[0].path is None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("pdf",), "there is no format 'pdf'; did you mean 'html'"),
        (("exel",), "there is no format 'exel'; did you mean 'csv'. write one of text, json"),
        (("Jsno=a",), "there is no format 'Jsno'; did you mean 'json'"),
        (("qqq",), "there is no format 'qqq'; write one of text, json"),
        (("json=",), "names no file"),
        (("text", "json"), "two formats go to the same place"),
        (("text=a", "json=./a"), "two formats go to the same place"),
        (("json=nowhere/a.json",), "there is no folder 'nowhere'"),
        (("json=folder",), "'folder' is a folder"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_judged(
    here: Path, given: tuple[str, ...], said: str
) -> None:
    (here / "folder").mkdir()
    with pytest.raises(click.BadParameter, match=said):
        targets_of(given)


def test_a_file_appears_when_all_is_written_and_is_written_over(here: Path) -> None:
    path = here / "a.json"
    path.write_text("before")
    with opened(targets_of(("json=a.json",))) as (stream,):
        stream.write("after\n")
        assert path.read_text() == "before"
    assert path.read_bytes() == b"after\n"
    assert list(here.iterdir()) == [path]


def test_of_a_run_that_fails_nothing_is_left(here: Path) -> None:
    def fail() -> None:
        with opened(targets_of(("json=a.json",))) as (stream,):
            stream.write("half")
            raise ValueError("defect")

    with pytest.raises(ValueError, match="defect"):
        fail()
    assert list(here.iterdir()) == []


def test_stdout_is_not_closed() -> None:
    with opened(targets_of(())) as (stream,):
        assert stream is sys.stdout
    assert not sys.stdout.closed


@pytest.mark.skipif(os.name == "nt", reason="devices are those of POSIX")
def test_a_device_is_written_to_and_not_replaced() -> None:
    with opened(targets_of((f"json={os.devnull}",))) as (stream,):
        stream.write("gone")
    assert not Path(os.devnull).is_file()


def test_bytes_go_to_a_file_or_through_a_pipe_and_not_to_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (target,) = targets_of([f"parquet={tmp_path / 'o.parquet'}"])
    with opened([target]) as (stream,):
        stream.write(b"PAR1")
    assert (tmp_path / "o.parquet").read_bytes() == b"PAR1"
    (bare,) = targets_of(["parquet"])
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    with pytest.raises(click.BadParameter, match="no text for a terminal"), opened([bare]):
        pass


def test_a_style_appears_beside_a_map_and_goes_with_it(here: Path) -> None:
    targets = targets_of(("geojson=map.geojson",))
    with opened(targets) as (stream,):
        stream.write("{}\n")
        assert not (here / "map.qml").exists()
    assert (here / "map.qml").read_text().startswith("<!DOCTYPE qgis")
    assert targets_of(("geojson",))[0].beside is None
    assert targets_of((f"geojson={os.devnull}",))[0].beside is None


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (("geojson=a.geojson", "json=a.qml"), ()),
        (("geojson=a.geojson", "geojson=a.json"), ()),
        (("geojson=a.geojson",), ("a.qml",)),
        (("geojson=a.qml",), ()),
    ],
)
def test_a_style_takes_the_place_of_nothing_else(
    here: Path, given: tuple[str, ...], read: tuple[str, ...]
) -> None:
    assert here.is_dir()
    with pytest.raises(click.BadParameter):
        targets_of(given, read)
