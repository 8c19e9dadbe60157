"""What a verdict rests on, and the verdict: the table, what proof weakens, which doubts bear."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.values.verdict import Verdict
from tests.reference_region import FALSE, TRUE, UNKNOWN
from tests.reference_tests import Tested

__all__ = ["ADMISSION", "Case", "Exceptions"]

V = Verdict
_TABLE = {
    (TRUE, TRUE): V.COMPLIANT,
    (TRUE, UNKNOWN): V.UNDETERMINED,
    (TRUE, FALSE): V.VIOLATION,
    (UNKNOWN, TRUE): V.NO_BREACH,
    (UNKNOWN, UNKNOWN): V.UNDETERMINED,
    (UNKNOWN, FALSE): V.UNDETERMINED,
}
ADMISSION = "kind_weak for compliance"
"""An admission proves a breach and no compliance: it weakens one of the two verdicts."""

Exceptions = list[tuple[str, dict[str, Tested]]]
_SURE = Tested(TRUE)


@dataclass(frozen=True)
class Case:
    """Hold all that a verdict rests on: tests, region, exceptions, and what the row cannot prove.

    ``asks_who`` says for the clause, then for each exception, whether it matters who it was;
    ``unsure`` has what each exception's register says of somebody unknown.
    """

    tests: dict[str, Tested]
    region: Tested
    exceptions: Exceptions
    asks_who: tuple[bool, ...]
    weak: frozenset[str]
    unsure: tuple[Tested | None, ...] = ()

    def excepted(self) -> list[int]:
        """Return whether each exception covers, as a truth."""
        return [min(t.truth for t in e.values()) for _, e in self.exceptions]

    def at_face(self) -> Verdict:
        """Return the verdict with everything taken as true that is reported."""
        applies = min(t.truth for t in self.tests.values())
        if applies == FALSE:
            return V.NOT_APPLICABLE
        return _TABLE[applies, max([TRUE - self.region.truth, *self.excepted()])]

    def proved(self) -> Verdict:
        """Return the verdict with what is not proved UNKNOWN: it only ever weakens."""
        face = self.at_face()
        if face not in (V.VIOLATION, V.COMPLIANT):
            return face
        if self.weak & {"source_weak", "kind_weak"}:
            return V.UNDETERMINED
        if face == V.COMPLIANT and ADMISSION in self.weak:
            return V.UNDETERMINED
        return self._blurred().at_face() if "attribution_weak" in self.weak else face

    def reasons(self) -> frozenset[str]:
        """List the doubts of which one alone, removed, would decide; else all that are present."""
        present = self._present()
        alone = {r for r in present if self._without(r).proved() != V.UNDETERMINED}
        return frozenset(alone or present)

    def _blurred(self) -> "Case":
        unsure = Tested(UNKNOWN, frozenset({"attribution_weak"}))
        own, *others = self.asks_who
        exceptions = []
        for (name, e), asks, told in zip(self.exceptions, others, self.unsure, strict=True):
            changed = {"who": unsure} if asks else {}
            changed |= {"registered": told} if told is not None else {}
            exceptions.append((name, e | changed))
        return replace(
            self, tests=self.tests | ({"who": unsure} if own else {}), exceptions=exceptions
        )

    def _present(self) -> frozenset[str]:
        found = {r for t in self._doubtful() for r in t.reasons}
        said = self.weak & {"source_weak", "kind_weak"}
        if any(self.asks_who) or any(told is not None for told in self.unsure):
            said |= self.weak & {"attribution_weak"}
        if ADMISSION in self.weak and self.at_face() == V.COMPLIANT:
            said |= {"kind_weak"}
        return said | found

    def _doubtful(self) -> Iterator[Tested]:
        for test in (*self.tests.values(), self.region):
            if test.truth == UNKNOWN:
                yield test
        for (_, inner), truth in zip(self.exceptions, self.excepted(), strict=True):
            if truth == UNKNOWN:
                yield from (t for t in inner.values() if t.truth == UNKNOWN)

    def _without(self, reason: str) -> "Case":
        """Return the case with every test TRUE that this doubt leaves open."""

        def cleared(tests: dict[str, Tested]) -> dict[str, Tested]:
            return {n: _SURE if reason in t.reasons else t for n, t in tests.items()}

        weak = self.weak - {reason}
        return Case(
            cleared(self.tests),
            _SURE if reason in self.region.reasons else self.region,
            [(name, cleared(inner)) for name, inner in self.exceptions],
            self.asks_who,
            weak - {ADMISSION} if reason == "kind_weak" else weak,
            self.unsure,
        )
