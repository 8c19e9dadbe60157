"""Values as bytes and back; bytes of somebody else run nothing."""

import os
import pickle
from collections import Counter

import numpy as np
import pytest

from checker.cache.frozen import frozen, thawed
from checker.findings.finding import ReportRef
from checker.values.verdict import Standing


def test_a_value_comes_back_as_it_was() -> None:
    value = [
        ReportRef("r.csv", None, 1, "r1"),
        Counter({Standing.VIOLATION: 2}),
        {"a": (1, 2.5, None, b"x"), "b": frozenset({"c"})},
    ]
    assert thawed(frozen(value)) == value
    for numbers in (np.arange(5), np.array([], dtype=np.int32), np.arange(6)[::2]):
        back = thawed(frozen(numbers))
        assert isinstance(back, np.ndarray)
        assert back.dtype == numbers.dtype
        assert back.tolist() == numbers.tolist()
    assert thawed(frozen(np.float64(2.5))) == 2.5


class Shell:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 3",)


FOREIGN = (
    pickle.dumps(Shell()),
    b"cchecker.cli.whole\nos.system\n(S'exit 3'\ntR.",
    b"cchecker.cli.main\nmain\n(tR.",
    b"cchecker.cache.store\nPath\n(S'x'\ntR.",
    b"cbuiltins\neval\n(S'1'\ntR.",
    b"cchecker.__main__\nmain\n(tR.",
    b"cchecker.nowhere\nNothing\n.",
)


@pytest.mark.parametrize("content", FOREIGN)
def test_bytes_that_name_anything_but_values_are_refused(content: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError, match="no value that is kept"):
        thawed(content)
