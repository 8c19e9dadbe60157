"""One JSON text that holds its reports in one list."""

import pytest

from checker.reports.encoding import Encoding
from checker.reports.json_document import Document
from checker.reports.json_text import Json
from checker.reports.source import Source
from checker.values.diagnostic import CheckerError


def read(content: str, named: str | None = None) -> tuple[Document, list[Json]]:
    raw = content.encode()
    source = Source("r.json", None, raw, "", raw)
    document = Document(source, Encoding("utf-8", 0, is_guess=False), named)
    return document, list(document.elements())


@pytest.mark.parametrize(
    ("content", "key", "count", "others"),
    [
        ('[{"a": 1}, 2]', "", 2, {}),
        ("[]", "", 0, {}),
        ('{"n": 1, "data": [{"a": 1}], "ok": true}', "data", 1, {"n": "1", "ok": True}),
        ('{"ids": [1, 2], "data": []}', None, 0, {"ids": ["1", "2"], "data": []}),
        ("{}", None, 0, {}),
        ("7", None, 0, {}),
    ],
)
def test_the_list_is_at_the_top_or_under_one_key(
    content: str, key: str | None, count: int, others: dict[str, Json]
) -> None:
    document, elements = read(content)
    assert (document.key, len(elements), document.others) == (key, count, others)


def test_a_list_that_is_named_may_hold_anything() -> None:
    document, elements = read('{"bbox": [{}], "features": [1, 2]}', "features")
    assert (document.key, elements, document.others) == ("features", ["1", "2"], {"bbox": [{}]})
    assert read("[1, 2]", "features")[1] == []


def test_two_lists_of_objects_are_one_too_many() -> None:
    with pytest.raises(CheckerError, match="R123: the file has several lists of objects: 'a' and"):
        read('{"a": [{}], "b": [{}]}')


def test_a_key_that_stands_twice_is_kept_as_such() -> None:
    assert read('{"a": [{}], "a": [{}]}')[0].doubled == "a"
    assert read('{"a": 1, "b": 2}')[0].doubled is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "the file is empty"),
        ("{1: 2}", "expecting property name"),
        ('{"a" 2}', "expecting ':' delimiter"),
        ('{"a": 2 "b"}', "expecting ',' delimiter"),
        ('{"a": 2', "expecting ',' delimiter"),
        ("[1] x", "extra data"),
    ],
)
def test_what_is_no_json_is_damaged(content: str, said: str) -> None:
    with pytest.raises(CheckerError, match=said) as refused:
        read(content)
    assert all(one.code == "R108" and one.hint for one in refused.value.diagnostics)


def test_one_object_after_the_other_gets_the_hint_to_its_name() -> None:
    with pytest.raises(CheckerError) as refused:
        read('{"a": 1}\n{"a": 2}\n')
    (one,) = refused.value.diagnostics
    assert (str(one.span), one.hint.split(" where")[0]) == (
        "r.json:2:1",
        "let the file end in .ndjson",
    )
