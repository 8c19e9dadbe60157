"""Say again what a run said: record it while it is said, and play it back."""

import sys
from pathlib import Path

import click
import pytest

from checker.cache.answer import Answer, Piece
from checker.cli import replay
from checker.cli.replay import overheard, play


def say() -> None:
    click.echo("Ḥarīr")
    click.echo("warning", err=True)
    sys.stdout.buffer.write(b"\x00\xff")
    sys.stdout.buffer.flush()
    sys.stdout.write("end\n")


def test_what_is_said_is_heard_in_its_order_and_still_said(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    with overheard() as said:
        assert said is not None
        say()
    heard = said.pieces()
    assert [piece.to for piece in heard] == ["out", "err", "out"]
    out, err = capfdbinary.readouterr()
    assert out == heard[0].content + heard[2].content
    assert err == heard[1].content == b"warning\n"
    sys.stdout.write("still open\n")
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == b"still open\n"


def test_what_was_heard_is_played(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "a.json"
    play(Answer(1, (Piece("out", b"a\xff"), Piece("err", b"b"), Piece("file", b"{}\n", str(path)))))
    assert capfdbinary.readouterr() == (b"a\xff", b"b")
    assert path.read_bytes() == b"{}\n"


def test_what_is_too_large_is_said_and_dropped(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(replay, "MOST_BYTES", 3)
    with overheard() as said:
        assert said is not None
        sys.stdout.write("abcdef\n")
        sys.stdout.write("g\n")
    assert (said.is_whole, said.pieces()) == (False, ())
    assert capfdbinary.readouterr().out == b"abcdef\ng\n"


def test_a_stream_that_takes_no_bytes_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        """Take nothing."""

    stream = Stream()
    monkeypatch.setattr(sys, "stdout", stream)
    with overheard() as said:
        assert said is None
        assert sys.stdout is stream
