"""The hash of a value: the same for what is equal, in every process, and another for all else."""

import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
import pytest

from checker.cache.content import Digests, content_digest
from checker.values.truth import Truth

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Pair:
    one: object
    other: object = None
    beside: int = field(default=0, compare=False)


@lru_cache
def remembered(number: int) -> int:
    return number


class Plain:
    def __init__(self, held: object) -> None:
        self.held = held


SAME: list[tuple[object, object]] = [
    (frozenset({"a", "b", "c"}), frozenset({"c", "b", "a"})),
    (np.arange(3), np.arange(6)[::2] // 2),
    (Pair((1, "a")), Pair((1, "a"))),
    (Pair(1, beside=1), Pair(1, beside=2)),
    (Plain([1]), Plain([1])),
    (partial(max, 1, key=len), partial(max, 1, key=len)),
    (remembered, remembered),
]
OTHER: list[tuple[object, object]] = [
    (1, 1.0),
    (1, True),
    (0.0, -0.0),
    ("1", 1),
    (b"a", "a"),
    (None, "None"),
    (("a", "b"), ("ab",)),
    (("a", ("b",)), (("a",), "b")),
    ((1, 2), [1, 2]),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (np.arange(4), np.arange(4).reshape(2, 2)),
    (np.arange(2, dtype=np.int32), np.arange(2, dtype=np.int64)),
    (Truth.TRUE, int(Truth.TRUE)),
    (Pair(1), Pair(2)),
    (Plain(1), Plain(2)),
    (Counter("aab"), Counter("abb")),
    (min, max),
    (remembered, len),
    (partial(max, 1), partial(max, 2)),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_holds_the_same_has_one_hash(one: object, other: object) -> None:
    assert content_digest(one) == content_digest(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_differs_has_another_hash(one: object, other: object) -> None:
    assert content_digest(one) != content_digest(other)


def test_values_that_share_parts_are_hashed_as_they_are_alone() -> None:
    shared = Pair(np.arange(3))
    digests = Digests()
    for value in ((shared, 1), (shared, 2), shared):
        assert digests.of(value) == content_digest(value)


def test_a_function_without_a_name_has_none() -> None:
    with pytest.raises(TypeError, match="no name that tells what it does"):
        content_digest(lambda: 1)


def test_it_is_the_same_in_another_process() -> None:
    said = "from checker.cache.content import content_digest as d; print(d(frozenset('abcdef')))"
    for seed in ("1", "2"):
        done = subprocess.run(
            (sys.executable, "-c", said),
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            text=True,
        )
        assert done.stdout.strip() == content_digest(frozenset("abcdef"))


def test_a_pattern_of_texts_is_what_it_looks_for() -> None:
    digest = content_digest(re.compile("a+"))
    assert digest == content_digest(re.compile("a+"))
    assert digest != content_digest(re.compile("a*"))
    assert digest != content_digest(re.compile("a+", re.ASCII))
