"""Ids given twice, told exactly as if all of them were held and compared."""

from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports import opened, parquet, repeats
from checker.reports.batch import Batch
from checker.reports.batch_rows import take
from checker.reports.repeats import Repeats, Rising, Suspects
from checker.reports.strings import strings_of
from checker.values import spilled
from checker.values.diagnostic import CheckerError
from tests.handmade import batch_of
from tests.reports.conftest import Read

BATCHES = st.lists(
    st.lists(st.sampled_from([*"abcd", "aa", "b1", ""]), min_size=1, max_size=4),
    min_size=1,
    max_size=4,
)


def batches_of(ids: list[list[str]]) -> list[Batch]:
    """Return batches with these ids, whatever is wrong with them; without one it is the place."""
    found = []
    for names in ids:
        batch = batch_of(*({"id": str(number)} for number, _ in enumerate(names)))
        found.append(replace(batch, ids=replace(batch.ids, written=strings_of(names))))
    return found


def told(batches: list[Batch], bad: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the rows that one pass finds at fault, as it goes."""
    suspects = Suspects(lambda: (batch.ids for batch in batches))
    seen: list[Batch] = []
    found = []
    one_pass = Repeats(suspects, lambda: iter(seen))
    for number, batch in enumerate(batches):
        is_bad = np.array([(number, row) in bad for row in range(len(batch))])
        rows = [row for row, _ in one_pass.rows(batch, partial(np.copy, is_bad))]
        found += [(number, row) for row in rows]
        kept = [row for row in range(len(batch)) if row not in rows and not is_bad[row]]
        seen.append(take(batch, np.array(kept, dtype=np.intp)))
    one_pass.end()
    assert suspects.are_known
    return found


@given(BATCHES, st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=3))
def test_the_rows_at_fault_are_those_that_holding_every_id_finds(
    ids: list[list[str]], bad: set[tuple[int, int]]
) -> None:
    batches = batches_of(ids)
    held: set[str] = set()
    wanted = []
    for number, batch in enumerate(batches):
        for row, name in enumerate(batch.ids):
            if (number, row) in bad:
                continue
            if name in held:
                wanted.append((number, row))
            held.add(name)
    assert told(batches, bad) == wanted


def test_an_id_given_again_is_told_with_the_place_of_the_first() -> None:
    batches = [batch_of({"id": "a"}, {"id": "b"}), batch_of({"id": "b"}, {"id": "c"})]
    one_pass = Repeats(Suspects(lambda: [one.ids for one in batches]), lambda: batches[:1])
    good = lambda: np.array([False, False])  # noqa: E731
    assert list(one_pass.rows(batches[0], good)) == []
    ((row, fault),) = one_pass.rows(batches[1], good)
    assert (row, fault.code) == (0, "R208")
    assert fault.reason == "the id 'b' is given twice, first at r.csv:3"


def test_ids_that_rise_are_never_read_twice() -> None:
    def never() -> Any:
        raise AssertionError

    batches = [batch_of({"id": "r9"}, {"id": "r10"}), batch_of({"id": "r11"})]
    one_pass = Repeats(Suspects(never), never)
    for batch in batches:
        assert list(one_pass.rows(batch, never)) == []


def test_two_different_ids_with_one_hash_are_two_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    def alike(names: Any) -> Any:
        return np.zeros(len(names), dtype=np.uint64)

    monkeypatch.setattr(repeats, "hashes_of", alike)
    assert told(batches_of([["b", "a"], ["c", "a"]]), set()) == [(1, 1)]


def test_files_rise_each_for_itself_if_they_lie_apart() -> None:
    def named(file: str, *ids: str) -> Batch:
        batch = batch_of(*({"id": one} for one in ids))
        return replace(batch, file=file)

    rising = Rising()
    assert rising.takes(named("b", "b1", "b2"))
    assert rising.takes(named("a", "a1", "a5"))
    assert rising.takes(named("a", "a6"))
    assert not rising.takes(named("c", "a3"))


@pytest.mark.parametrize("ids", [range(40), [*range(40, 0, -1)], [*range(30), *range(20, 10, -1)]])
def test_files_of_many_blocks_are_told_alike_in_every_pass(
    read: Read, monkeypatch: pytest.MonkeyPatch, ids: list[int]
) -> None:
    for module in (opened, parquet):
        monkeypatch.setattr(module, "BLOCK_ROWS", 7)
    monkeypatch.setattr("checker.reports.reports._KEPT_ROWS", 0)
    head, row = "id,kind,place,seen_from,actor\n", ",position,camp,2018-06-01,red\n"
    monkeypatch.setattr("checker.reports.csv.PIECE_BYTES", 100)
    monkeypatch.setattr("checker.reports.source.PIECE_BYTES", 100)
    reports = read(head + "".join(f"r{one}{row}" for one in ids))
    seen = {f"r{one}": ids.index(one) + 2 for one in dict.fromkeys(ids)}
    for _ in range(2):
        assert [*chain(*(batch.ids for batch in reports.batches()))] == [*seen]
    assert [one.reason for one in reports.rejected] == [
        f"the id 'r{one}' is given twice, first at r.csv:{seen[f'r{one}']}"
        for number, one in enumerate(ids)
        if number + 2 != seen[f"r{one}"]
    ]


def test_a_place_that_another_file_gives_as_an_id_is_given_twice(read: Read) -> None:
    row = "position,camp,2018-06-01,red\n"
    (read.folder / "a.csv").write_text(f"kind,place,seen_from,actor\n{row}{row}")
    (read.folder / "b.csv").write_text(f"id,kind,place,seen_from,actor\na.csv:3,{row}")
    (one,) = read.open(["a.csv", "b.csv"]).rejected
    assert one.reason == "the id 'a.csv:3' is given twice, first at a.csv:3"
    assert len(read.open(["a.csv", "a.csv"]).rejected) == 2


def test_no_room_on_disk_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spilled, "_MOST_BYTES", 1)
    monkeypatch.setattr(spilled, "TemporaryFile", full)
    with pytest.raises(CheckerError, match=r"R112.*no space left on device") as raised:
        told(batches_of([["b"], ["a"]]), set())
    assert "TMPDIR" in raised.value.diagnostics[0].hint
