"""Tasks that tests give to other processes, which find them here by their names."""

from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["added", "joined", "refusing"]


def added(first: int, second: int, item: int) -> list[int]:
    return [first + second + item]


def joined(second: int, *parts: list[int]) -> list[int]:
    assert second == 20
    return [one for part in parts for one in part]


def refusing(item: int) -> int:
    if item == 3:
        raise CheckerError(Diagnostic("U101", "three", None, "take four"))
    return item
