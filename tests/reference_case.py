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

Opened = dict[str, tuple[frozenset[str], ...]]
"""The names of the tests that a weakness opens: of the clause, then of each exception."""
Exceptions = list[tuple[str, dict[str, Tested]]]
_SURE = Tested(TRUE)


@dataclass(frozen=True)
class Case:
    """Hold all that a verdict rests on: tests, region, exceptions, and what the row cannot prove.

    ``opened`` says which tests each weakness of the row leaves open. ``unsure`` has what each
    exception's register says where some of what it asks for is weak.
    """

    tests: dict[str, Tested]
    region: Tested
    exceptions: Exceptions
    opened: Opened
    weak: frozenset[str]
    unsure: tuple[dict[frozenset[str], Tested], ...] = ()

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
        return self._blurred().at_face()

    def reasons(self) -> frozenset[str]:
        """List the doubts of which one alone, removed, would decide; else all that are present."""
        present = self._present()
        alone = {r for r in present if self._without(r).proved() != V.UNDETERMINED}
        return frozenset(alone or present)

    def _blurred(self) -> "Case":
        exceptions = []
        for number, ((name, e), told) in enumerate(zip(self.exceptions, self.unsure, strict=True)):
            asked = self.weak & frozenset[str]().union(*told)
            changed = {"registered": told[asked]} if asked else {}
            exceptions.append((name, e | self._open(number + 1) | changed))
        own = self._open(0)
        region = own.pop("where", self.region)
        return replace(self, tests=self.tests | own, region=region, exceptions=exceptions)

    def _open(self, number: int) -> dict[str, Tested]:
        """Return the tests of the clause (0), or of an exception, that are not proved."""
        return {
            name: Tested(UNKNOWN, frozenset({weakness}))
            for weakness, names in self.opened.items()
            if weakness in self.weak
            for name in names[number]
        }

    def _present(self) -> frozenset[str]:
        found = {r for t in self._doubtful() for r in t.reasons}
        said = self.weak & {"source_weak", "kind_weak"}
        said |= {w for w in self.weak if any(self.opened.get(w, ()))}
        said |= self.weak & frozenset[str]().union(*(key for told in self.unsure for key in told))
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
            self.opened,
            weak - {ADMISSION} if reason == "kind_weak" else weak,
            self.unsure,
        )
