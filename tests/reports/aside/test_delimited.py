"""Rows of a delimited text as they were: the same bytes under the same header."""

import gzip
from typing import Any

import pytest

from checker.reports import csv, source

HEAD = "id,kind,lon,lat,radius_m,seen_from,actor\r\n"
GOOD = "a,position,36,33,1,2018-06-01,red\r\n"
QUOTED = 'b,position,36,33,1,2018-06-01,"re\r\n\r\nd"\r\n'
OPEN = 'c,"position,36\r\n'
FEW = "d,position\r\n"
LAST = "e,position,36,33,1,2018-06-01,red"


@pytest.mark.parametrize("size", [20, 100, 1 << 22])
@pytest.mark.parametrize("rows", [(1,), (2,), (3,), (4,), (5,), (2, 4), (1, 2, 3, 4, 5)])
def test_each_row_is_written_from_its_first_byte_to_its_last(
    apart: Any, monkeypatch: pytest.MonkeyPatch, rows: tuple[int, ...], size: int
) -> None:
    monkeypatch.setattr(source, "PIECE_BYTES", size)
    monkeypatch.setattr(csv, "BLOCK_ROWS", 2)
    held = [GOOD, QUOTED, OPEN, FEW, LAST]
    text = HEAD + GOOD + "\r\n" + QUOTED + OPEN + "\r\n\r\n" + FEW + LAST
    assert apart(text, "r.csv", *rows).decode() == HEAD + "".join(held[row - 1] for row in rows)


def test_what_stands_up_to_the_header_stays_and_so_does_the_mark(apart: Any) -> None:
    head = f"\ufeffsep=;\r\n\r\n{HEAD.replace(',', ';')}"
    first, second = (GOOD.replace(",", ";").replace("a;", f"{name};") for name in "ab")
    assert apart(head + first + second, "r.csv", 2).decode() == head + second


def test_a_text_stays_in_its_encoding(apart: Any) -> None:
    head, rows = HEAD, [GOOD.replace("red", name) for name in ("Ägäis", "Čelik")]
    written = apart((head + "".join(rows)).encode("utf-16"), "r.csv", 2)
    assert written == (head + rows[1]).encode("utf-16")


def test_what_was_compressed_is_written_as_it_unpacks(apart: Any) -> None:
    packed = gzip.compress((HEAD + GOOD + LAST).encode())
    assert apart(packed, "r.csv.gz", 2).decode() == HEAD + LAST
