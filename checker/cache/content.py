"""A hash of what a value holds: the same in every process, for values that are equal.

A pickle is no such thing: it tells which parts are one object, and the order of a set, which hangs
on the process.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from hashlib import sha256
from types import BuiltinFunctionType, FunctionType

import numpy as np

__all__ = ["Digests", "content_digest"]


def content_digest(value: object) -> str:
    """Return a SHA-256 in hexadecimal of what ``value`` holds.

    Numbers, texts, collections, arrays, dataclasses by the fields that they compare, functions and
    classes by their names, and else what an object is pickled by. The order of a mapping counts,
    as what is told may follow it; that of a set does not. Raises ``TypeError`` for a function
    without a name that others can find, and for what cannot be pickled.
    """
    return Digests().of(value)


class Digests:
    """Hash values that share parts: what is met again is not walked again."""

    def __init__(self) -> None:
        # The object is kept beside its hash: another one may come to have its number else.
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> str:
        """Return the ``content_digest`` of a value."""
        return self._of(value).hex()

    def _of(self, value: object) -> bytes:
        if value is None or isinstance(value, (bool, int, float, str, bytes)):
            return self._plain(value)
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = value, self._hash(value)
        return known[1]

    def _plain(self, value: bool | float | str | bytes | None) -> bytes:  # noqa: FBT001
        kind = type(value)
        said = value.hex() if isinstance(value, float) else repr(value)
        return sha256(f"{kind.__module__}.{kind.__qualname__}:{said}".encode()).digest()

    def _hash(self, value: object) -> bytes:
        match value:
            case tuple() | list():
                found = _joined(_name(type(value)), *map(self._of, value))
            case set() | frozenset():
                found = _joined("set", *sorted(map(self._of, value)))
            case Mapping():
                pairs = (self._of(one) for pair in value.items() for one in pair)
                found = _joined("mapping", *pairs)
            case np.ndarray() if value.dtype != object:
                about = f"array {value.dtype.str} {value.shape}"
                found = _joined(about, np.ascontiguousarray(value).tobytes())
            case type() | FunctionType() | BuiltinFunctionType():
                found = _joined("named", _name(value).encode())
            case partial():
                found = self._parts(value.func, value.args, value.keywords)
            case _ if is_dataclass(value):
                held = [getattr(value, one.name) for one in fields(value) if one.compare]
                found = self._parts(type(value), *held)
            case _:
                found = self._pickled(value)
        return found

    def _pickled(self, value: object) -> bytes:
        if isinstance(value, re.Pattern):  # which is pickled by other means than its own
            return self._parts(re.Pattern, value.pattern, value.flags)
        reduced = value.__reduce_ex__(4)
        if isinstance(reduced, str):  # what a module holds under this name
            return _joined("named", f"{value.__module__}.{reduced}".encode())
        parts = [part if part is None else self._listed(part) for part in reduced]
        return self._parts(*parts)

    def _parts(self, *parts: object) -> bytes:
        return _joined("parts", *map(self._of, parts))

    @staticmethod
    def _listed(part: object) -> object:
        """Return the items of what a pickle takes step by step."""
        return list(part) if isinstance(part, Iterator) else part


def _name(value: type | Callable[..., object]) -> str:
    """Return where a class or a function is found; raises ``TypeError`` where it cannot be."""
    if "<" in value.__qualname__:
        raise TypeError(f"'{value.__qualname__}' has no name that tells what it does")
    return f"{value.__module__}.{value.__qualname__}"


def _joined(kind: str, *parts: bytes) -> bytes:
    hashed = sha256(kind.encode())
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()
