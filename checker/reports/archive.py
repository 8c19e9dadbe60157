"""ZIP archives that a format is made of, such as XLSX and KMZ: opened with bounds."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from checker.reports.packing import DAMAGES, Unpacking, most_unpacked
from checker.reports.source import Source, refuse

__all__ = ["MOST_MEMBERS", "archive_of", "member_of"]

MOST_MEMBERS = 10_000
_DAMAGED = "the file is damaged: it is cut off, or no ZIP archive", "save or download it again"
_ANOTHER = (
    "the file is no ZIP archive, as .xlsx and .kmz are: it is another format, or locked",
    "let its name end in what it is, such as .csv; save an old or locked workbook anew as .xlsx",
)


@contextmanager
def archive_of(source: Source) -> Iterator[zipfile.ZipFile]:
    """Yield the archive; raises ``CheckerError`` where it is damaged, locked, or a bomb.

    A member yields no more bytes than the archive says of it, so that what it says is enough.
    """
    with source.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except DAMAGES as error:
            told = _DAMAGED if source.head[:2] in (b"PK", b"") else _ANOTHER
            raise refuse("R108", told[0], source.name, told[1]) from error
        with archive:
            _refuse_bomb(archive, stream, source)
            yield archive


def member_of(source: Source, member: str) -> Source:
    """Return a file of an archive as an input, under the archive's own name and hash.

    The archive has been looked at before, by ``archive_of``.
    """
    found = replace(source, unpack=partial(_member, member, source.name))
    with found.open() as stream:
        return replace(found, head=stream.read(4096))


def _member(member: str, name: str, packed: BinaryIO) -> BinaryIO:
    try:
        archive = zipfile.ZipFile(packed)
        most = archive.getinfo(member).file_size
        stream = archive.open(member)
    except (KeyError, *DAMAGES) as error:
        packed.close()
        said = f"the file is damaged: '{member}' cannot be read in it"
        raise refuse("R108", said, name, "save or download it again") from error
    return io.BufferedReader(Unpacking(stream, packed, name, most))


def _refuse_bomb(archive: zipfile.ZipFile, stream: BinaryIO, source: Source) -> None:
    members = archive.infolist()
    packed = stream.seek(0, 2)
    unpacked = sum(member.file_size for member in members)
    if unpacked > most_unpacked(packed) or len(members) > MOST_MEMBERS:
        raise refuse(
            "R121",
            f"the file would unpack to {unpacked >> 20} MiB in {len(members)} files",
            source.name,
            "unpack it by hand, look at what is in it, and save the table as CSV",
        )
    if any(member.flag_bits & 1 for member in members):
        raise refuse("R102", "the file is locked by a password", source.name, "save it without one")
