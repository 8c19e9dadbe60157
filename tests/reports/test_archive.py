"""Archives that a format is made of are opened with bounds."""

import io
import zipfile

import pytest

from checker.reports import archive, packing
from checker.reports.archive import archive_of, member_of
from checker.reports.source import Source
from checker.values.diagnostic import CheckerError


def source(content: bytes) -> Source:
    return Source("r.kmz", None, content, "", content[:4096])


def packed(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return stream.getvalue()


def test_a_small_archive_is_read() -> None:
    with archive_of(source(packed(doc=b"x"))) as found:
        assert found.read("doc") == b"x"


def test_what_unpacks_to_much_more_than_a_table_is_refused_unread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packing, "_LEAST_BOUND", 1000)
    content = packed(doc=b"0" * 1_000_000)
    with pytest.raises(CheckerError, match="R121"), archive_of(source(content)):
        pass
    with archive_of(source(packed(doc=b"0" * 900))) as found:
        assert found.namelist() == ["doc"]


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 1)
    with pytest.raises(CheckerError, match="R121"), archive_of(source(packed(a=b"", b=b""))):
        pass


def test_a_member_is_an_input_of_its_own_under_the_name_of_the_archive() -> None:
    found = member_of(source(packed(doc=b"x" * 5000)), "doc")
    assert (found.name, found.head) == ("r.kmz", b"x" * 4096)
    assert b"".join(found.pieces()) == b"".join(found.pieces()) == b"x" * 5000


def test_a_member_never_yields_more_than_was_counted() -> None:
    content = bytearray(packed(doc=b"0" * 100_000))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    with archive_of(source(bytes(content))), pytest.raises(CheckerError, match="R108"):
        list(member_of(source(bytes(content)), "doc").pieces())


def test_an_archive_of_a_later_time_is_refused() -> None:
    content = bytearray(packed(doc=b"x"))
    content[content.rindex(b"PK\x01\x02") + 6] = 99
    with pytest.raises(CheckerError, match="R108"), archive_of(source(bytes(content))):
        pass


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", packed(doc=b"x" * 99)[:-5]])
def test_a_damaged_archive_is_refused(content: bytes) -> None:
    with pytest.raises(CheckerError, match="R108"), archive_of(source(content)):
        pass


@pytest.mark.parametrize("content", [b"id,kind\n1,position\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_another_format_under_the_name_of_an_archive_is_not_told_to_be_cut_off(
    content: bytes,
) -> None:
    said = "it is another format, or locked"
    with pytest.raises(CheckerError, match=said) as error, archive_of(source(content)):
        pass
    assert "such as .csv" in error.value.diagnostics[0].hint


def test_an_archive_with_a_password_is_refused() -> None:
    content = bytearray(packed(doc=b"x"))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 8] |= 1
    with pytest.raises(CheckerError, match="locked"), archive_of(source(bytes(content))):
        pass
