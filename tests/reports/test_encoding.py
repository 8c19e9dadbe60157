"""How a text is encoded: by its mark, by its bytes, or as stated; never by likeness alone."""

import io

import pytest

from checker.reports.encoding import ELEMENTS, Encoding, encoding_of, encoding_of_rows, is_encoding
from checker.reports.source import Form, Source, source_of
from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

TEXT = "id,note\nr1,Nusaïr\n"


def source(content: bytes, encoding: str | None = None) -> Source:
    return source_of("-", io.BytesIO(content), form=Form(encoding))


@pytest.mark.parametrize(
    ("content", "name", "is_guess"),
    [
        (TEXT.encode(), "utf-8", False),
        (TEXT.encode("utf-8-sig"), "utf-8", False),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le", False),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", False),
        (TEXT.encode("cp1252"), "cp1252", True),
        (b"", "utf-8", False),
    ],
)
def test_a_text_is_read_by_its_mark_else_as_utf_8_else_by_a_guess(
    content: bytes, name: str, is_guess: bool
) -> None:
    one = source(content)
    found = encoding_of(one)
    assert (found.name, found.is_guess) == (name, is_guess)
    assert b"".join(found.utf8_pieces(one)).decode() == (TEXT if content else "")


def test_a_mark_that_promises_utf_16_and_half_a_character_is_refused() -> None:
    one = source(b"\xff\xfea")
    with pytest.raises(CheckerError, match="R103"):
        list(encoding_of(one).utf8_pieces(one))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("id,note\nr1,Нусайр\n", "cp1251"),
        ("id,note\nr1,نصير\n", "cp1256"),
        ("id,note\nr1,Źródło\n", "cp1250"),
        ("id,note\nr1,Nusaïr\n", "iso-8859-15"),
    ],
)
def test_what_is_stated_is_read_and_recorded(text: str, encoding: str) -> None:
    one = source(text.encode(encoding), encoding)
    found = encoding_of(one)
    assert b"".join(found.utf8_pieces(one)).decode() == text
    assert [name for name, _ in found.stated] == ["encoding"]
    assert found.warnings("r.csv") == ()


@pytest.mark.parametrize(
    "content",
    [
        "id,note\nr1,Нусайр\n".encode("cp1251"),
        "id,note\nr1,\u067e\n".encode("cp1256"),
        "id,note\nr1,Nusaïr\n".encode() + b"r2,\xe9\n",
        b"id,note\nr1,\x81\n",
    ],
)
def test_what_is_hardly_windows_1252_is_refused_with_its_line_and_what_to_state(
    content: bytes,
) -> None:
    with pytest.raises(CheckerError) as refused:
        encoding_of(source(content))
    (one,) = refused.value.diagnostics
    assert one.code == "R103"
    assert one.span is not None
    assert one.span.line == 2 + (b"r2" in content)
    assert "--encoding windows-1256" in one.hint
    assert "'encoding: windows-1256'" in one.hint


def test_words_of_western_languages_are_windows_1252() -> None:
    for word in ("Müßiggänger", "CRÉÉE", "naïveté", "Ångström", "…„“", "àéî"):
        assert encoding_of(source(f"id\n{word}\n".encode("cp1252"))).name == "cp1252"


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_bytes_that_are_not_what_is_stated_are_refused_with_their_line(encoding: str) -> None:
    one = source(b"id\nr1\nr\xff\n", encoding)
    with pytest.raises(CheckerError, match=r"^<stdin>:3:1: R103: the text is not "):
        list(encoding_of(one).utf8_pieces(one))


def test_a_mark_that_promises_utf_8_is_held_to_it() -> None:
    with pytest.raises(CheckerError, match=r"^<stdin>:2:1: R103: the text is not utf-8"):
        encoding_of(source(b"\xef\xbb\xbfid\nr\xff\n"))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_broken_byte_in_a_few_rows_of_utf_8_stands_as_a_zero_byte(mark: bytes) -> None:
    one = source(mark + "id\nNusaïr\n".encode() + b"a\xff\xe9b\n" + b"x\n" * 20)
    found = encoding_of_rows(one)
    text = b"".join(found.utf8_pieces(one)).decode()
    assert text == "id\nNusaïr\na\0\0b\n" + "x\n" * 20


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfi\xffd\nr1\n" + b"x\n" * 20,
        b"id\nNusa\xc3\xafr\n" + b"\xff\n" * 20,
        "id,note\nr1,Нусайр\n".encode("cp1251"),
        b"\xff\xfea",
    ],
)
def test_a_text_that_is_broken_in_its_first_line_or_in_many_is_refused(content: bytes) -> None:
    one = source(content)
    with pytest.raises(CheckerError, match="R103"):
        list(encoding_of_rows(one, has_header=True).utf8_pieces(one))


@pytest.mark.parametrize(
    "content",
    [
        b"id\nr1\nr\x81\n",
        "id\nنوى\n".encode() + b"r\xff\n",
        b"\xef\xbb\xbfid\nr1\nr\xe9\n",
    ],
)
def test_one_broken_place_of_a_small_text_is_one_broken_row(content: bytes) -> None:
    assert encoding_of_rows(source(content), has_header=True).has_breaks


def test_a_few_broken_places_of_json_are_no_windows_1252() -> None:
    text = b'{"a": "\xe9"}\n' + b"{}\n" * 9
    assert encoding_of_rows(source(text)).is_guess
    assert encoding_of_rows(source(text), is_json=True).has_breaks
    assert encoding_of_rows(source(text[:11]), is_json=True).is_guess


def test_rows_may_be_parted_by_another_mark_than_that_of_a_line() -> None:
    text = b'[{"a": "\x81"}, {"b": "\x8d"}' + b', {"c": 1}' * 18
    with pytest.raises(CheckerError, match="R103"):
        encoding_of_rows(source(text))
    found = encoding_of_rows(source(text), ELEMENTS)
    (broken,) = found.texts(source(text))
    assert found.is_broken(broken)
    assert not found.is_broken(broken[30:])
    assert found.written(broken) == text


def test_a_break_before_the_first_character_of_utf_8_makes_no_windows_1252_of_the_rest() -> None:
    text = b"id\n\xe9\n" + "Nusaïr\n".encode() * 20
    assert encoding_of_rows(source(text)).has_breaks
    assert encoding_of_rows(source(b"id\n\xe9\n" + b"x\n" * 20)).name == "cp1252"


def test_an_encoding_is_one_of_texts() -> None:
    assert is_encoding("windows-1251")
    assert not is_encoding("zip")
    assert not is_encoding("a\0b")


def test_the_result_says_what_was_stated(read: Read) -> None:
    content = "kind,place,seen_from,actor,note\nposition,camp,2018-06-01,red,Нусайр\n"
    reports = read(content.encode("cp1251"), encoding="windows-1251")
    assert dict(reports.inputs[0].stated) == {"encoding": "cp1251"}
    assert not reports.diagnostics
    assert dict(read(content.encode("utf-8-sig"), encoding="cp1251").inputs[0].stated) == {}


def test_no_warning_where_nothing_is_guessed() -> None:
    assert Encoding("cp1252", 0, is_guess=False).warnings("r.csv") == ()
