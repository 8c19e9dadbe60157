"""The passes of a run where what was found out about a file before is not found out again.

A part of the reports is read, gathered from and told of by pure tasks. What a task returned is kept
under all that it followed from: the bytes of the file and how they are read, the plan, what the
other files say that bears on this one, and the program. Another clause, place, list or version is
another key; a new report in another file is not, unless it bears on this one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pickle import UnpicklingError
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from checker.cache.content import Digests, content_digest
from checker.cache.frozen import frozen, thawed
from checker.cache.program import program_digest
from checker.cache.store import Store
from checker.evaluate import JudgedBatch, JudgedRun
from checker.evaluate.engine import IN_TURN, Engine
from checker.evaluate.facts import Facts
from checker.evaluate.gather import OnBatch
from checker.findings.gathered import Gathered, gathered_from, gathered_of
from checker.findings.incidents import Incidents
from checker.reports import Reports
from checker.reports.batch import Batch
from checker.reports.parts import Part, Survey
from checker.reports.strings import strings_of
from checker.runners.passes import Looking, judged_size
from checker.runners.tasks import Ground, noted, surveyed, told, worked
from checker.runners.telling import Telling, Told, is_told
from checker.runners.threads import Threads
from checker.runners.versions import versions_here
from checker.values.held import Held

if TYPE_CHECKING:
    from checker.runners.processes import Processes

__all__ = ["PassesRemembered"]

_MOST_BYTES = 1 << 25
"""A larger answer is not kept: 32 MiB."""

Result = TypeVar("Result")


@dataclass(slots=True)
class _Known:
    """Hold a part with the key of what it holds, and what of it is still in memory.

    ``is_told`` says that there is a finding about it that is a breach or in doubt.
    """

    part: Part
    key: str
    survey: Survey
    batches: tuple[Batch, ...] | None = None
    judged: tuple[JudgedBatch, ...] | None = None
    is_told: bool = True

    def __len__(self) -> int:
        return self.part.rows

    def among(self, ids: frozenset[str]) -> tuple[str, ...]:
        """Return those of some ids that reports of the part may have."""
        if not ids or self.survey.hashes is None:
            return ()  # no file gives ids, or none corrects another
        names = sorted(ids)
        is_mine = np.isin(strings_of(names).hashes(), self.survey.hashes)
        return tuple(names[at] for at in np.flatnonzero(is_mine).tolist())


@dataclass(frozen=True, slots=True)
class _Asked:
    """Say what is asked of each part: ``known`` is a hash of the task and the plan.

    ``facts`` are what all reports said before, and ``incidents`` those of the reports of each file:
    of both, what bears on a part is part of its key.
    """

    known: str
    facts: Facts
    incidents: Mapping[str, Incidents] = field(default_factory=dict)
    digests: Digests = field(default_factory=Digests)

    def of(self, one: _Known, file: str) -> str:
        """Return the key of what is answered about a part of a file."""
        facts, last_us = self.facts, one.survey.last_us
        if last_us is not None:
            facts = facts.until(last_us, file)
        facts = replace(facts, superseded=frozenset(one.among(facts.superseded)))
        incidents = self.incidents.get(file)
        own = incidents.named if incidents is not None else None
        return self.digests.of((one.key, one.part.crossed, self.known, facts, own))


class PassesRemembered:
    """Read and judge what nothing is known of, part by part, and remember it.

    ``is_whole`` says that whole findings are asked for, and not their columns alone. ``workers``
    find out what is not known, as many parts at a time as ``engine`` works on; None is this
    process. A result has the bytes that it has without a memory. Call ``end`` once all is told.
    """

    def __init__(
        self,
        reports: Reports,
        store: Store,
        engine: Engine = IN_TURN,
        workers: "Processes | None" = None,
        *,
        is_whole: bool = True,
    ) -> None:
        self._store = store
        self._engine = engine
        self._workers = workers
        self._is_whole = is_whole
        self._digests = Digests()  # the plan is hashed once, and so is what tasks share of it
        self._reader = reports.part_reader()
        self._room = reports.most_held
        self._has_hashes = reports.compares_ids
        how = program_digest(), self._reader.options, self._has_hashes
        self._how = content_digest(how)
        if workers is not None:
            ground = Ground(self._reader, versions_here(), self._has_hashes)
            self._ground = workers.share(ground)
        parts = reports.parts()
        asking: Engine = IN_TURN if workers is None else Threads(workers.count)
        self._parts = [*asking.map(self._surveyed, parts)]
        surveys = [one.survey for one in self._parts]
        if not reports.are_told_by(surveys):
            # Which rows are bad beside others is told by all of them together, read anew.
            surveys = [*reports.surveyed(parts)]
        for one, part in zip(self._parts, reports.settle(parts, surveys), strict=True):
            one.part = part
            if part.crossed:
                one.batches = None

    def over(self, work: Callable[[Batch], Result]) -> Iterator[Result]:
        """Yield what ``work`` returns for each batch."""
        if isinstance(work, OnBatch):
            asked = _Asked(self._digests.of(("over", work.plan, work.work)), work.facts)
        else:
            asked = _Asked(self._digests.of(work), Facts())
        make = self._by(worked, work) or partial(self._worked, work)
        yield from self._answers(asked, make)

    def gathered(self, judged: JudgedRun) -> Gathered:
        """Return what all batches say, and hold their answers, if they are few."""
        asked = _Asked(self._digests.of(("gathered", judged.plan)), judged.facts)
        make = self._by(noted, Looking(judged)) or partial(self._gathered, judged)
        answers = self._answers(asked, make)
        return gathered_from(judged, map(self._noted, self._parts, answers))

    def told(self, telling: Telling) -> Iterator[Told]:
        """Yield what is told of each batch, in the order of the batches; not where nothing is."""
        judged = telling.judged
        # What is listed beside the findings bears on none of them.
        request = replace(telling.request, lists_reports=False)
        known = self._digests.of(("told", judged.plan, request, self._is_whole))
        asked = _Asked(known, judged.facts, telling.incidents.by_file())
        some = [one for one in self._parts if one.is_told or request.is_all]
        make = self._by(told, (telling, self._is_whole)) or partial(self._told, telling)
        yield from self._answers(asked, make, some)

    def end(self) -> None:
        """Make room for what other runs will keep."""
        self._store.prune()

    def _surveyed(self, part: Part) -> _Known:
        key = content_digest((self._how, self._reader.content_of(part)))
        held: Held[Batch] = Held(max(self._room, 0), len)

        def read() -> Survey:
            if self._workers is not None:
                return self._workers.done(surveyed, (self._ground,), part)
            return self._reader.survey(part, held, has_hashes=self._has_hashes)

        survey = self._recalled(key, read)
        self._room -= sum(map(len, held.items or ()))
        return _Known(part, key, survey, held.items)

    def _by(
        self, task: Callable[..., list[Result]], value: object
    ) -> Callable[[_Known], list[Result]] | None:
        """Return how workers do a task, of a value that they share, on a part; None without any."""
        if self._workers is None:
            return None
        workers, shared = self._workers, (self._ground, self._workers.share(value))
        return lambda one: workers.done(task, shared, one.part)

    def _worked(self, work: Callable[[Batch], Result], one: _Known) -> list[Result]:
        return [work(batch) for batch in self._batches(one)]

    @staticmethod
    def _noted(one: _Known, found: tuple[Gathered, bool]) -> Gathered:
        gathered, one.is_told = found
        return gathered

    def _gathered(self, judged: JudgedRun, one: _Known) -> list[tuple[Gathered, bool]]:
        batches = [judged.judge(batch) for batch in self._batches(one)]
        self._room -= sum(map(judged_size, batches))
        if self._room >= 0:
            one.judged = tuple(batches)
        found = gathered_from(judged, (gathered_of(judged, batch) for batch in batches))
        return [(found, any(is_told(judged, batch) for batch in batches))]

    def _told(self, telling: Telling, one: _Known) -> list[Told]:
        told: Iterable[Told] = map(telling.anew, self._batches(one))
        if one.judged is not None:
            told = map(telling.of, one.judged)
        return [
            (block.detached(is_whole=self._is_whole), hidden, failed)
            for block, hidden, failed in told
        ]

    def _batches(self, one: _Known) -> Iterable[Batch]:
        return self._reader.batches(one.part) if one.batches is None else one.batches

    def _answers(
        self,
        asked: _Asked,
        make: Callable[[_Known], list[Result]],
        some: Sequence[_Known] | None = None,
    ) -> Iterator[Result]:
        """Yield what is answered about each part, or about ``some`` of them."""
        parts = self._parts if some is None else some
        for results in self._engine.map(partial(self._answer, asked, make), parts):
            yield from results

    def _answer(
        self, asked: _Asked, make: Callable[[_Known], list[Result]], one: _Known
    ) -> list[Result]:
        key = asked.of(one, self._reader.content_of(one.part)[0])
        return self._recalled(key, lambda: make(one))

    def _recalled(self, key: str, make: Callable[[], Result]) -> Result:
        """Return what was kept under a key; else make it, and keep it if it is not too large."""
        kept = self._store.get(key)
        if kept is not None:
            try:
                return thawed(kept)  # type: ignore[return-value]  # what was made for this key
            except UnpicklingError:
                pass  # somebody else wrote it
        made = make()
        content = frozen(made)
        if len(content) <= _MOST_BYTES:
            self._store.put(key, content)
        return made
