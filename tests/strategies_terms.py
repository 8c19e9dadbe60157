"""The terms of a random world: actors, conditions, exceptions, readings and some clauses."""

from collections.abc import Callable

import numpy as np

from checker.geography.region import Region
from tests.strategies_ground import Ground
from tests.strategies_where import Wheres
from tests.strategies_yaml import Node, emit

__all__ = ["Terms"]

Clause = dict[str, Node]

_ACTORS: dict[str, Node] = {
    "red": {"name": "Red army", "aliases": ["Reds"]},
    "blue": {"name": "Blue army"},
    "farmers": {"name": "Farmers", "armed": "false"},
}
_DOINGS: dict[str, Node] = {
    "fight": {"includes": ["fire", "shell"]},
    "patrol": {},
    "relief": {},
    "open-road": {},
}
_THINGS: dict[str, Node] = {"heavy": {"includes": ["tanks", "guns"]}, "trucks": {}}
_NOTICES = """id,actor,unit,does,place,from,until,given,to
n1,red,,,gate,2018-06-04,2018-06-05,2018-06-01T00:00:00Z,mission
n2,,u1,patrol,,2018-06-07T06:00:00Z,2018-06-08T12:00:00Z,2018-06-04T09:00:00Z,mission
n3,blue,,,land,2018-06-03,2018-06-10,,ministry
n4,red,,,gate,2018-06-06,2018-06-08T09:00:00Z,2018-06-01T00:00:00Z,mission
n5,red,,,gate,2018-06-08T12:00:00Z,2018-06-10,,mission
n6,blue,,,,2018-06-04,2018-06-05,,
n7,blue,,,,2018-06-06,2018-06-07,,
"""


class Terms:
    """Draw an agreement over a ground."""

    def __init__(self, rng: np.random.Generator, ground: Ground) -> None:
        self.rng = rng
        self.ground = ground
        self.wheres = Wheres(rng, ground)
        self.questions: dict[str, Node] = {}
        self.files: dict[str, str] = {}
        self.clauses: dict[str, Clause] = {}
        self.used_first = False
        self.actors: dict[str, Node] = dict(_ACTORS)
        self.instants = [
            "2018-06-01T00:00:00Z", "2018-05-31T23:59:59Z", "2018-06-05T12:00:00Z",
            "2018-06-05T11:59:59.999999Z", "2018-06-08T00:00:00Z", "2018-06-07T23:59:59Z",
            "2018-06-07T21:00:00Z", "2018-06-14T21:00:00Z", "2018-06-14T20:59:59.999999Z",
        ]  # fmt: skip
        self._who()
        self._clauses()

    @property
    def regions(self) -> list[Region]:
        """Return the regions that the clauses use, to set reports at their limits."""
        return self.wheres.drawn

    def _one(self, *choices: Node) -> Node:
        return choices[int(self.rng.integers(len(choices)))]

    def _happens(self, share: float) -> bool:
        return bool(self.rng.random() < share)

    def text(self) -> str:
        """Return the agreement as YAML."""
        lines = [
            "accord: 1",
            "id: world",
            "title: Invented world",
            f"timezone: {self._one('Etc/UTC', 'Asia/Damascus', 'America/St_Johns')}",
            f"edges: {self.ground.edges}",
            f"in_force: {emit(self._in_force())}",
        ]
        if self._happens(0.5):
            lines.append(f"standard_of_proof: {emit(self._standard())}")
        if self._happens(0.25):
            lines.append("theatre: basin")
            inner: Node = {"any_of": ["land", "gate"]}
            self.ground.nodes["basin"] = inner if self._happens(0.3) else self._wide()
        if "coverage.csv" in self.files:
            lines.append("coverage: {file: coverage.csv}")
        lines.append("sources: {draft: {kind: invented, title: Invented, published: 2018-01-01}}")
        sections: dict[str, dict[str, Node]] = {
            "questions": self.questions,
            "sides": self._sides(),
            "actors": self.actors,
            "doings": _DOINGS,
            "things": _THINGS,
            "events": self._events(),
            "registers": {
                "notices": {"file": "registers/notices.csv", "complete_until": "2018-06-06"}
            },
            "places": self.ground.nodes,
            "clauses": dict(self.clauses),
        }
        if "registers/notices.csv" not in self.files:
            del sections["registers"]
        for section, entries in sections.items():
            if entries:
                lines.append(f"{section}:")
                lines += [f"  {name}: {emit(node)}" for name, node in entries.items()]
        return "\n".join(lines) + "\n"

    def _in_force(self) -> Node:
        return self._one(
            {"from": "2018-01-01"},
            {"from": "2018-01-01"},
            {"from": "2018-06-01"},
            {"from": "2018-06-03", "until": "2018-06-14"},
        )

    def _standard(self) -> Node:
        return self._one(
            {"reliability": "C", "credibility": "3", "attribution": "reported"},
            {"reliability": "B"},
            {"attribution": "claimed", "credibility": "2"},
        )

    def _wide(self) -> Node:
        return {"within": "25 km", "of": "town"}

    def _sides(self) -> dict[str, Node]:
        if not any(c.get("binds") == "each_side" for c in self.clauses.values()):
            return {}
        return {
            "north": {"forces": "red", "own_ground": "gate"},
            "south": {"forces": "blue", "own_ground": "land"},
        }

    def _events(self) -> dict[str, Node]:
        events: dict[str, Node] = {
            "start": {"at": "2018-06-05T12:00:00Z"},
            "meeting": {"between": ["2018-06-05", "2018-06-08"]},
            "vote": {"not_before": "2018-06-07"},
            "survey": {"deferred": "no date"},
            "first-shot": {"first": {"who": "red", "does": "fire"}},
        }
        written = emit(dict(self.clauses))
        return {name: node for name, node in events.items() if name in written}

    def _who(self) -> None:
        dated: Node = {"until": "2018-06-08"}
        assert isinstance(dated, dict)
        backed: dict[str, Node] = {
            "backed_by": "red",
            "confidence": self._one("confirmed", "likely", "possible"),
        }
        if self._happens(0.2):
            backed |= dated
        within: Node = [{"embedded_in": "blue", "confidence": "likely"}, {"backed_by": "red"}]
        if isinstance(within, list) and isinstance(within[1], dict):
            within[1]["confidence"] = "confirmed"
        part: Node = [{"part_of": "red", "confidence": self._one("confirmed", "likely")}]
        self.actors["red-unit"] = {"name": "Red unit", "edges": part}
        self.actors["client"] = {"name": "Client", "edges": [backed]}
        self.actors["adviser"] = {"name": "Advisers", "edges": within}
        clients: Node = {"backed_by": "red", "at_least": "likely", "except": ["red-unit"]}
        if self._happens(0.3):
            self.questions["who-is"] = ["narrow", "broad"]
            clients = {"who-is": {"narrow": "red", "broad": clients}}
        self.actors["clients"] = clients
        self.actors["guests"] = {"embedded_in": "blue", "at_least": "likely"}

    def _bound(self) -> Node:
        return self._one(
            "red", "blue", "clients", "anyone", ["red", "blue"], "everyone", "everyone",
            {"all_except": ["red-unit"]}, "everyone",
        )  # fmt: skip

    def _does(self) -> Node:
        return self._one(
            "presence", "presence", "presence", "fight", "fight", "fire", ["fire", "patrol"]
        )

    def _lapse(self) -> Node:
        if self._happens(0.2):
            self.questions["effect"] = ["suspends", "ends"]
            return "effect"
        return self._one("suspends", "suspends", "ends")

    def _condition(self, kept: str | None) -> Node:
        rest: dict[str, Node] = {"lapse": self._lapse()}
        if self._happens(0.4):
            rest["lasts"] = self._one("1 d", "36 h", "3 d", "2 h")
        if self._happens(0.6):
            rest["unproved"] = self._one("holds", "open", "holds")
        pattern: dict[str, Node] = {"who": self._one("blue", "clients", "blue", "client")}
        pattern["does"] = self._one("fight", "shell", ["patrol", "fight"], "presence", "fight")
        if self._happens(0.4):
            pattern["where"] = self.wheres.some()
        if kept is not None:
            return {"kept": kept, **rest}
        if self._happens(0.1):
            return {"event": self._one("start", "meeting", "vote"), "lapse": "suspends"}
        if self._happens(0.12):
            return {"some": dict(pattern), **rest}
        return {"none": dict(pattern), **rest}

    def _exception(self) -> Node:
        rest: list[Callable[[], Node]] = [
            lambda: {"who": self._one("red", "guests", "blue", "red-unit")},
            lambda: {"does": self._one("relief", "patrol", "fire")},
            lambda: {"who": "red", "when": {"from": "2018-06-05", "until": "2018-06-07"}},
            lambda: {"where": self.wheres.some()},
            lambda: {"who": self._one("red", "blue"), "while": self._condition(None)},
            lambda: {"who": "red", "where": self.wheres.some(), "does": "patrol"},
            self._registered,
        ]
        return rest[int(self.rng.integers(len(rest)))]()

    def _registered(self) -> Node:
        self.files["registers/notices.csv"] = _NOTICES
        return {"registered": "notices"}

    def _common(self) -> Clause:
        return {"says": "Invented.", "source": "draft"}

    def _ban(self, kept: str | None) -> Clause:
        clause = self._common() | {"binds": self._bound()}
        clause["confines" if self._happens(0.08) else "prohibits"] = self._does()
        clause["where"] = self.wheres.some(self)
        if self._happens(0.15):
            clause["things"] = self._one("heavy", "tanks", ["tanks", "trucks"])
        if self._happens(0.12):
            clause["against"] = self._one("blue", "red", "anyone", ["blue", "farmers"])
        if self._happens(0.2):
            clause["when"] = self._one(
                {"from": "2018-06-05T12:00:00Z"}, {"until": "2018-06-07"}, {"before": "2018-06-08"},
                {"from": "start"}, {"from": "meeting"}, {"from": "vote"}, {"until": "survey"},
                {"from": "first-shot"}, {"until": "meeting"}, {"until": "first-shot"},
                {"from": "2018-06-05", "until": {"after": "start", "plus": "3 d"}},
                {"from": "start", "until": "meeting"},
            )  # fmt: skip
        if self._happens(0.35):
            clause["unless"] = [self._exception() for _ in range(int(self.rng.integers(1, 3)))]
        if kept is not None and self._happens(0.4):
            clause["in_return_for"] = self._condition(kept)
        elif self._happens(0.15):
            clause["while"] = self._condition(None)
        if self._happens(0.06):
            self.files["registers/notices.csv"] = _NOTICES
            clause["requires_notice"] = {"lead": "72 h", "to": "mission", "register": "notices"}
        return clause

    def _duty(self) -> Clause:
        clause = self._common() | {"binds": self._one("red", "blue", "clients")}
        clause["obliges"] = self._one("leave", "be_in", ["open-road"])
        clause["where"] = self.wheres.some()
        clause["by"] = self._one("2018-06-05", "2018-06-25", {"after": "start", "plus": "1 d"})
        if self._happens(0.3):
            clause["while"] = self._condition("c0" if self._happens(0.6) else None)
        if self._happens(0.7):
            self.ground.nodes["zone"] = clause["where"]
            clause["where"] = "zone"
            self.files["coverage.csv"] = self._coverage()
        return clause

    def _coverage(self) -> str:
        """Draw who looked: mostly somebody all the time, in turns, with a gap now and then."""
        turn = str(self._one("2018-06-06", "2018-06-08T09:00:00Z", "2018-06-10"))
        after = turn if self._happens(0.7) else str(self._one("2018-06-09T06:00:00Z", "2018-06-12"))
        last = self._one("2018-06-20", "2018-06-20", "2018-06-12")
        rows = [
            f"{self._one('', 'zone')},2018-01-01,{turn},watched",
            f"{self._one('', '', 'zone', 'zone', 'far')},{after},{last},watched",
        ]
        if self._happens(0.15):
            rows.append(f"far,{self._one('2018-06-02', '2018-06-09')},2018-06-09,denied")
        return "\n".join(["place,from,to,status", *rows, ""])

    def _sided(self) -> Clause:
        clause = self._common() | {"binds": "each_side", "prohibits": self._does()}
        ground: Node = {"any_of": ["gate", "land"]}
        clause["where"] = self._one(
            "own_ground", {"all_of": [ground, {"not": "own_ground"}]}, ground
        )
        return clause

    def _clauses(self) -> None:
        count = int(self.rng.integers(1, 4))
        for i in range(count):
            kept = f"c{int(self.rng.integers(count))}"
            self.clauses[f"c{i}"] = self._ban(kept if kept != f"c{i}" else None)
        if self._happens(0.35):
            self.clauses["duty"] = self._duty()
        if self._happens(0.2):
            self.clauses["sided"] = self._sided()
        if self._happens(0.6):
            self.clauses["leave"] = self._permission(self.clauses["c0"])

    def _permission(self, ban: Clause) -> Clause:
        """Draw a permission that mostly reaches what the ban forbids."""
        permission = self._common()
        same = ban.get("prohibits", "presence")
        permission["permits"] = (
            same if self._happens(0.7) else self._one(["fire", "patrol"], "fight")
        )
        permission["to"] = self._one("red", "blue", "clients", "red")
        if self._happens(0.7):
            permission["where"] = ban["where"] if self._happens(0.5) else self.wheres.some()
        permission["lifts"] = ["c0"]
        if self._happens(0.2):
            self.questions["can-lift"] = ["yes", "no"]
            permission["lifts"] = {"can-lift": {"yes": ["c0"], "no": []}}
        if self._happens(0.75):
            permission["so_long_as"] = self._condition(None)
        return permission
