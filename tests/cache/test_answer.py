"""What a run said and wrote, as one blob."""

from pathlib import Path

from checker.cache.answer import Answer, Piece


def test_it_is_read_as_it_was_written() -> None:
    answer = Answer(
        3,
        (
            Piece("err", "warning: Busra al-Ḥarīr\n".encode()),
            Piece("out", b"\x00\n\xff"),
            Piece("file", b"", "a b.json"),
        ),
    )
    assert Answer.from_bytes(answer.to_bytes()) == answer
    assert Answer.from_bytes(Answer(0, ()).to_bytes()) == Answer(0, ())


def test_it_fits_where_its_files_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name, fits in (("a.json", True), ("nowhere/a.json", False), ("folder", False)):
        answer = Answer(0, (Piece("file", b"", str(tmp_path / name)), Piece("out", b"")))
        assert answer.fits([]) is fits


def test_it_does_not_fit_where_a_file_would_take_the_place_of_another(tmp_path: Path) -> None:
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    both = Answer(0, (Piece("file", b"", one), Piece("file", b"", two)))
    alone = Answer(0, (Piece("file", b"", two),))
    assert not both.fits([])
    assert alone.fits([str(tmp_path / "three")])
    assert not alone.fits([one])
