"""Regions of random clauses, each as YAML and as what it means for setting reports at its limit."""

from collections.abc import Callable
from typing import Protocol

import numpy as np

from checker.geography.region import (
    AllOf,
    AnyOf,
    Length,
    Named,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)
from tests.strategies_ground import Ground
from tests.strategies_yaml import Node

__all__ = ["Wheres"]

_METRES = {"3 km": 3_000.0, "5 km": 5_000.0, "4 mi": 6_437.376, "2 nmi": 3_704.0, "9 km": 9_000.0}


class Asks(Protocol):
    """Take questions into an agreement."""

    questions: dict[str, Node]


class Wheres:
    """Draw regions over a ground; ``drawn`` keeps what they mean."""

    def __init__(self, rng: np.random.Generator, ground: Ground) -> None:
        self.rng = rng
        self.ground = ground
        self.drawn: list[Region] = []

    def some(self, asks: Asks | None = None) -> Node:
        """Return a region; one in ten lengths becomes a question where ``asks`` is given."""
        kinds: list[Callable[[], tuple[Node, Region]]] = [
            self._round, self._round, self._far_off, self._area, self._area, self._outside,
            self._banded, self._banded, self._both, self._beyond, self._round_area, self._either,
            self._without, self._ring, self._two, self._side, self._dissolved, self._common,
        ]  # fmt: skip
        if self.rng.random() < 0.06:
            return self._open()
        node, region = kinds[int(self.rng.integers(len(kinds)))]()
        self.drawn.append(region)
        if asks is not None and isinstance(node, dict) and self.rng.random() < 0.15:
            said = node.get("within")
            if isinstance(said, str) and ".." not in said and "+-" not in said:
                asks.questions["how-far"] = ["short", "long"]
                node["within"] = {"how-far": {"short": said, "long": "12 km"}}
        return node

    def _place(self, name: str) -> Named:
        return self.ground.places[name]

    def _name(self, *names: str) -> str:
        return names[int(self.rng.integers(len(names)))]

    def _length(self) -> tuple[Node, Length]:
        said = self._name(*_METRES)
        metres = _METRES[said]
        kind = self.rng.random()
        if kind < 0.1:
            return "4..6 km", Length(4_000.0, 6_000.0, "4..6 km")
        if kind < 0.2:
            return "5 km +- 200 m", Length(4_800.0, 5_200.0, "5 km +- 200 m")
        if kind < 0.3:
            return {"assumed": said, "why": "nobody said"}, Length(metres, metres, said)
        return said, Length(metres, metres, said)

    def _spot(self) -> str:
        return self._name("town", "camp")

    def _round(self) -> tuple[Node, Region]:
        said, length = self._length()
        name = self._spot()
        return {"within": said, "of": name}, Within(length, (self._place(name),))

    def _far_off(self) -> tuple[Node, Region]:
        said, length = self._length()
        name = self._spot()
        return {"beyond": said, "of": name}, Not(Within(length, (self._place(name),)))

    def _area(self) -> tuple[Node, Region]:
        name = self._name("gate", "land", "circle-of-camp")
        return name, self._place(name)

    def _outside(self) -> tuple[Node, Region]:
        name = self._name("gate", "land")
        return {"outside": name}, Not(self._place(name))

    def _witness(self) -> Witness:
        name = self._name("eastham", "weston")
        return Witness(name, self._place(name).shape)

    def _banded(self) -> tuple[Node, Region]:
        said, length = self._length()
        toward = self._witness()
        node: Node = {"within": said, "of": "border", "toward": toward.name}
        return node, Within(length, (self._place("border"),), toward)

    def _both(self) -> tuple[Node, Region]:
        said, length = self._length()
        node: Node = {"within": said, "of": "border", "toward": "both"}
        return node, Within(length, (self._place("border"),))

    def _beyond(self) -> tuple[Node, Region]:
        said, length = self._length()
        toward = self._witness()
        border = (self._place("border"),)
        node: Node = {"beyond": said, "of": "border", "toward": toward.name}
        return node, AllOf((SideOf(border, toward), Not(Within(length, border))))

    def _round_area(self) -> tuple[Node, Region]:
        said, length = self._length()
        name = self._name("gate", "land", "circle-of-camp")
        return {"within": said, "of": name}, Within(length, (self._place(name),))

    def _either(self) -> tuple[Node, Region]:
        one, first = self._round()
        two, second = self._area()
        return {"any_of": [one, two]}, AnyOf((first, second))

    def _without(self) -> tuple[Node, Region]:
        one, first = self._round()
        assert isinstance(one, dict)
        two, second = self._area()
        return {**one, "not": two}, AllOf((first, Not(second)))

    def _ring(self) -> tuple[Node, Region]:
        name = self._spot()
        place = (self._place(name),)
        low, high = Length(3_000.0, 3_000.0, "3 km"), Length(8_000.0, 8_000.0, "8 km")
        node: Node = {"ring": ["3 km", "8 km"], "of": name}
        return node, AllOf((Within(high, place), Not(Within(low, place))))

    def _two(self) -> tuple[Node, Region]:
        said, length = self._length()
        both = (self._place("town"), self._place("camp"))
        return {"within": said, "of": ["town", "camp"]}, Within(length, both)

    def _side(self) -> tuple[Node, Region]:
        toward = self._witness()
        node: Node = {"side_of": "border", "toward": toward.name}
        return node, SideOf((self._place("border"),), toward)

    def _dissolved(self) -> tuple[Node, Region]:
        return {"any_of": ["gate", "land"]}, AnyOf((self._place("gate"), self._place("land")))

    def _common(self) -> tuple[Node, Region]:
        return {"all_of": ["gate", "land"]}, AllOf((self._place("gate"), self._place("land")))

    def _open(self) -> Node:
        deferred: Node = {"deferred": "no depth was published"}
        if self.rng.random() < 0.4:
            return "nowhere"
        if self.rng.random() < 0.5:
            return {"within": deferred, "of": "town"}
        return {"within": deferred, "of": "border", "toward": "eastham"}
