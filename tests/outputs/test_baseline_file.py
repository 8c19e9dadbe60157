"""A baseline is read back as it was written, and told line by line where it is unfit."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from checker.findings.acceptance import Acceptance
from checker.findings.baseline import entries_of
from checker.outputs.baseline_file import baseline_text, day_of, read_baseline
from checker.values.diagnostic import CheckerError
from checker.values.verdict import ClauseStanding
from tests.findings.made import finding

WHY = Acceptance("حزب", "M. Observer", "2027-01-31")
ENTRIES = entries_of(
    [
        finding(id="1" * 16, unit="3rd", incident="i"),
        finding(id="2" * 16, standing=ClauseStanding.OVERDUE, subject="deadline", reports=()),
    ],
    WHY,
)
TEXT = baseline_text("deal", ENTRIES)


def test_what_was_written_is_read_back_with_its_place() -> None:
    baseline = read_baseline(TEXT.encode(), "base.json")
    assert (baseline.agreement, baseline.file, len(baseline.sha256)) == ("deal", "base.json", 64)
    assert tuple(replace(one, span=None) for one in baseline.entries) == ENTRIES
    assert [str(one.span) for one in baseline.entries] == ["base.json:5:5", "base.json:22:5"]


def test_the_same_entries_have_the_same_bytes_in_whatever_order() -> None:
    assert baseline_text("deal", reversed(ENTRIES)) == TEXT
    assert "حزب" in TEXT


def test_no_entries_are_a_baseline_too() -> None:
    assert read_baseline(baseline_text("deal", ()).encode(), "b").entries == ()


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    whole = json.loads(TEXT)
    change(whole)
    return json.dumps(whole, indent=2).encode()


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (lambda b: b.update(baseline=2), "b:2:15", "is not 1; another version of accord wrote it"),
        (lambda b: b.pop("accepted"), "b:1:1", "the baseline has no 'accepted'"),
        (lambda b: b.update(accepted={}), "b:4:15", "the baseline.accepted is not a list"),
        (lambda b: b["accepted"][0].update(reason=" "), "b:5:5", "reason is empty"),
        (lambda b: b["accepted"][0].pop("author"), "b:5:5", r"accepted\[0\] has no 'author'"),
        (lambda b: b["accepted"][1].update(expires="soon"), "b:22:5", "expires is not a day"),
        (lambda b: b["accepted"][0].update(party="blue"), "b:5:5", "id is not that of its clause"),
        (lambda b: b["accepted"][0].update(standing="bad"), "b:5:5", "standing is not one of"),
        (lambda b: b["accepted"].append(b["accepted"][0]), "b:39:5", "is that of line 5 too"),
    ],
)
def test_what_is_unfit_is_told_with_its_place(
    change: Callable[[dict[str, Any]], object], place: str, said: str
) -> None:
    with pytest.raises(CheckerError, match=said) as error:
        read_baseline(changed(change), "b")
    (one,) = error.value.diagnostics
    assert (one.code, str(one.span)) == ("U121", place)
    assert one.hint


def test_every_unfit_entry_is_told_in_one_go() -> None:
    content = changed(lambda b: [one.update(reason="") for one in b["accepted"]])
    with pytest.raises(CheckerError) as error:
        read_baseline(content, "b")
    assert len(error.value.diagnostics) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it ends in the middle"),
        (TEXT.encode()[:300], "it ends in the middle"),
        (b"accepted:\n- clause: c1\n", "this is no JSON"),
        (b"\xff", "the text is not UTF-8"),
        (b"[]", "the document is no object"),
        (b'{"format": 1, "findings": []}', "this is a result, and no baseline"),
    ],
)
def test_what_is_no_json_is_told(content: bytes, said: str) -> None:
    with pytest.raises(CheckerError, match=said):
        read_baseline(content, "b")


@pytest.mark.parametrize(
    "text", ["2027-02-30", "20270131", "2027-1-31", "31.1.2027", "", "\u0662027-01-31"]
)
def test_only_a_day_is_a_day(text: str) -> None:
    assert day_of(text) is None
    assert day_of("2027-01-31") == "2027-01-31"
