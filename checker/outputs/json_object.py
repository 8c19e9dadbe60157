"""A JSON object that is not trusted: its values are handed out by key and kind, or refused."""

import math
from typing import TypeVar

__all__ = ["JsonObject", "UnfitError"]

Word = TypeVar("Word")


class UnfitError(Exception):
    """Say which part of a document is not as its contract has it.

    ``key`` is the member of the whole document in which it stands, None for one that is missing.
    """

    def __init__(self, message: str, key: str | None = None) -> None:
        super().__init__(message)
        self.key = key


class JsonObject:
    """Hand out the values of a JSON object by key and kind; anything unfit is named."""

    def __init__(self, value: object, name: str, key: str | None = None) -> None:
        if not isinstance(value, dict):
            raise UnfitError(f"{name} is no object", key)
        self._value = value
        self._name = name
        self._key = key

    def text(self, key: str) -> str:
        """Return a text."""
        value = self._get(key)
        if not isinstance(value, str):
            raise self.unfit(key, "is not a text")
        return value

    def maybe_text(self, key: str) -> str | None:
        """Return a text, or None."""
        return None if self._get(key) is None else self.text(key)

    def number(self, key: str) -> float:
        """Return a number that is finite."""
        value = self._get(key)
        if not isinstance(value, float) or not math.isfinite(value):
            raise self.unfit(key, "is not a number")
        return value

    def maybe_number(self, key: str) -> float | None:
        """Return a number, or None."""
        return None if self._get(key) is None else self.number(key)

    def whole(self, key: str) -> int:
        """Return a whole number."""
        number = self.number(key)
        if not number.is_integer():
            raise self.unfit(key, "is not a whole number")
        return int(number)

    def maybe_whole(self, key: str) -> int | None:
        """Return a whole number, or None."""
        return None if self._get(key) is None else self.whole(key)

    def truth(self, key: str) -> bool:
        """Return true or false."""
        value = self._get(key)
        if not isinstance(value, bool):
            raise self.unfit(key, "is not true or false")
        return value

    def word(self, key: str, known: dict[str, Word]) -> Word:
        """Return what one of a few words stands for."""
        text = self.text(key)
        if text not in known:
            raise self.unfit(key, f"is not one of {', '.join(known)}")
        return known[text]

    def part(self, key: str) -> "JsonObject":
        """Return an object."""
        return JsonObject(self._get(key), f"{self._name}.{key}", self._key or key)

    def maybe_part(self, key: str) -> "JsonObject | None":
        """Return an object, or None."""
        return None if self._get(key) is None else self.part(key)

    def parts(self, key: str) -> "tuple[JsonObject, ...]":
        """Return a list of objects."""
        return tuple(
            JsonObject(value, f"{self._name}.{key}[{number}]", self._key or key)
            for number, value in enumerate(self._list(key))
        )

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise self.unfit(key, "is not a list of texts")
        return tuple(str(value) for value in values)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return the texts of an object by their keys, in their order."""
        part = self.part(key)
        return tuple((one, part.text(one)) for one in part.keys())

    def is_number(self, key: str) -> bool:
        """Say whether a value that is there is a number."""
        return isinstance(self._get(key), float)

    def keys(self) -> tuple[str, ...]:
        """Return the keys that are there."""
        return tuple(self._value)

    def unfit(self, key: str, said: str) -> UnfitError:
        """Return the error for a value that is there and of no use."""
        return UnfitError(f"{self._name}.{key} {said}", self._key or key)

    def _list(self, key: str) -> list[object]:
        value = self._get(key)
        if not isinstance(value, list):
            raise self.unfit(key, "is not a list")
        return value

    def _get(self, key: str) -> object:
        if key not in self._value:
            raise UnfitError(f"{self._name} has no '{key}'", self._key)
        found: object = self._value[key]
        return found
