"""One report against one pattern: every test by name, and the places at which it is made."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from checker.language.core.agreement import Standard
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import Pattern, Period, Words
from tests.reference_placed import Placed
from tests.reference_region import FALSE, TRUE, UNKNOWN, Disc
from tests.reference_rows import Row, Word
from tests.reference_tests import (
    Span,
    Tested,
    against,
    during,
    hidden,
    joined,
    presence,
    where,
    who,
    words,
)

__all__ = ["CLAIMS", "Part", "Tests", "exempted", "grade", "match", "parts", "unsure"]

CLAIMS = ("statement", "denial", "withdrawal_claim")
_ATTRIBUTIONS = ("confirmed", "reported", "claimed", "alleged", "disputed")

Resolve = Callable[[tuple[Period, ...]], tuple[Period, ...]]


@dataclass(frozen=True)
class Part:
    """Hold one half of what a pattern names: presence, acts, or (None) anything at all."""

    of_presence: bool | None
    wanted: Words | None = None


@dataclass(frozen=True)
class Tests:
    """Hold a pattern's answers for one actor of one report; ``place`` says the region's."""

    tests: dict[str, Tested]
    place: Placed
    span: Span
    is_silent: bool
    is_elsewhere: bool

    @property
    def truth(self) -> int:
        """Return the AND of all, place included."""
        return min([self.place.truth, *(t.truth for t in self.tests.values())])


def parts(does: Words | None) -> list[Part]:
    """Split what is named into presence and acts."""
    if does is None:
        return [Part(None)]
    found = [Part(of_presence=True)] if does.truths[0] == TRUE else []
    rest = (FALSE, *does.truths[1:])
    if any(rest):
        found.append(Part(of_presence=False, wanted=replace(does, truths=rest)))
    return found or [Part(of_presence=False, wanted=does)]


def places(part: Part, row: Row) -> list[Disc | None]:
    """List where the report says that it happened; debris proves no place."""
    if part.of_presence:
        return [row.at]
    here = None if row.position_of == "debris" else row.at
    return [p for p in (here, row.origin, row.target) if p is not None]


def _counted(row: Row) -> Tested:
    """A count of zero reports absence, a count from zero may."""
    if row.count_high == 0.0:
        return Tested(FALSE)
    if row.count_low == 0.0:
        return Tested(UNKNOWN, frozenset({"count_vague"}))
    return Tested(TRUE)


def _worst(*answers: Tested) -> Tested:
    truth = min(a.truth for a in answers)
    reasons = frozenset(r for a in answers if a.truth == UNKNOWN for r in a.reasons)
    return Tested(truth, reasons if truth == UNKNOWN else frozenset())


def _done(part: Part, row: Row, said: tuple[Word, ...], *, is_cover: bool = False) -> Tested:
    if row.kind == "access_denied":
        return Tested(UNKNOWN, frozenset({"access_denied"}))
    if part.of_presence is None:
        return _counted(row)
    if part.of_presence:
        return _worst(presence(row), _counted(row))
    assert part.wanted is not None
    if row.role in ("struck", "target"):
        return Tested(FALSE)
    word = words(part.wanted, said, "doing_unknown", is_cover=is_cover)
    role = Tested(TRUE) if row.role else Tested(UNKNOWN, frozenset({"doing_unknown"}))
    return _worst(word, role, _counted(row))


def _weakened(answer: Tested, *, is_weak: bool) -> Tested:
    return Tested(UNKNOWN, frozenset({"attribution_weak"})) if is_weak else answer


def match(
    pattern: Pattern,
    part: Part,
    row: Row,
    actor: Word,
    resolve: Resolve,
    weak: frozenset[str] = frozenset(),
) -> Tests:
    """Ask whether some of what a report says is what a pattern names; ``weak`` is not proved."""
    when = resolve(pattern.when)
    span = joined(when, row)
    needs = pattern.who is not None and pattern.who.needs_attribution
    tests = {
        "who": _weakened(
            hidden(who(pattern.who, actor, span), row, actor),
            is_weak="attribution_weak" in weak and needs,
        ),
        "does": _done(part, row, row.does),
        "against": against(pattern.against, row, span),
        "when": during(when, row, None),
    }
    if pattern.things is not None:
        tests["things"] = words(pattern.things, row.things, "thing_unknown")
        if row.kind == "access_denied":
            tests["things"] = Tested(UNKNOWN, frozenset({"access_denied"}))
    place = where(pattern.where, places(part, row))
    if "place_swapped" in weak and pattern.where is not None:
        place = Placed(UNKNOWN, frozenset({"place_swapped"}))
    silent = set()
    if row.kind != "access_denied":
        silent |= {"does"} if part.of_presence is False and not row.does else set()
        silent |= {"things"} if pattern.things is not None and not row.things else set()
    others = all(t.truth != FALSE for name, t in tests.items() if name not in silent)
    elsewhere = bool(part.of_presence) and row.position_of in ("target", "debris")
    return Tests(tests, place, span, bool(silent) and others, elsewhere)


def covered(wanted: Words, part: Part, row: Row) -> Tested:
    """Ask whether words cover what a clause forbids: all of its acts that were named, or presence.

    That presence was for an act is to be shown of the actor; whether the actor did what the clause
    forbids, the clause asks itself.
    """
    if part.of_presence and wanted.truths[0] == TRUE:
        return Tested(TRUE)
    if row.kind == "access_denied" or part.of_presence is not False:
        return _done(Part(of_presence=False, wanted=wanted), row, row.does, is_cover=True)
    assert part.wanted is not None
    forbids = part.wanted.truths
    said = tuple(w for w in row.does if not isinstance(w, int) or forbids[w] != FALSE)
    return words(wanted, said or row.does, "doing_unknown", is_cover=True)


def exempted(
    exemption: Exemption, of: tuple[Part, Part | None], row: Row, actor: Word, span: Span
) -> dict[str, Tested]:
    """Ask whether an exception's pattern covers all that is bound; no time, no conditions.

    ``of`` is the part of the clause that is asked, and the same again if it names acts: of
    several acts only those that the clause may forbid need cover.
    """
    pattern = exemption.pattern
    part, acts = of
    tests = {
        "who": hidden(who(pattern.who, actor, span, is_cover=True), row, actor),
        "against": against(pattern.against, row, span, is_cover=True),
    }
    if pattern.does is not None:
        tests["does"] = covered(pattern.does, acts or part, row)
    if pattern.things is not None:
        tests["things"] = words(pattern.things, row.things, "thing_unknown", is_cover=True)
    if exemption.bound is not None and exemption.bound.at_most is not None:
        low, high = exemption.bound.at_most
        tests["bound"] = Tested(UNKNOWN, frozenset({"count_vague"}))
        if row.count_high <= low:
            tests["bound"] = Tested(TRUE)
        elif row.count_low > high:
            tests["bound"] = Tested(FALSE)
    place = where(pattern.where, places(part, row), is_cover=True)
    tests["where"] = Tested(place.truth, place.reasons)
    return tests


def unsure(row: Row, standard: Standard) -> frozenset[str]:
    """Name what a report does not prove of who it was, and of where."""
    weak = {"attribution_weak"} if grade(row, standard)[1] else set()
    return frozenset(weak | ({"place_swapped"} if row.is_swapped else set()))


def grade(row: Row, standard: Standard) -> tuple[bool, bool]:
    """Say whether the source, and whether the attribution, is below the standard of proof."""
    source = False
    if standard.reliability is not None:
        source |= row.reliability is None or row.reliability == "F"
        source |= (row.reliability or "F") > standard.reliability
    if standard.credibility is not None:
        source |= row.credibility in (None, 6)
        source |= (row.credibility or 6) > standard.credibility
    attribution = False
    if standard.attribution is not None:
        order = {name: i for i, name in enumerate(_ATTRIBUTIONS)}
        bar = order[standard.attribution]
        attribution = order.get(row.attribution or "", math.inf) > bar
    return source, attribution
