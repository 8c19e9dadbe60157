"""A finding for the public: coarser where, the same when and what, nothing that names its report.

What a finding says in words is said anew from what is left. Margins, likelihoods and radii that
would decide go: each of them is a distance from the report to a line that everybody knows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from checker.findings.acceptance import Acceptance
from checker.findings.block import Block
from checker.findings.edition.ground import PublicGround
from checker.findings.edition.names import PublicNames
from checker.findings.finding import Edition, Finding, Measured, ReadingFinding
from checker.findings.message import message_of
from checker.geography.coarsened import coarsened
from checker.language.core.clause import Answers

__all__ = ["Editing", "public_acceptance", "public_lapse"]

_GOOD_TO = re.compile(r"a position good to -?[\d,.]+ k?m\b")
_LAPSED = re.compile(
    r"(?P<kept>the condition of .*?\)) (?P<how>had lapsed|did not hold yet)", re.DOTALL
)
_WITHHELD = "not told in a public edition"
_NOBODY = "An actor that a public edition does not name"


class Editing:
    """Make the findings of an edition, block by block; names go on from one to the next."""

    def __init__(self, edition: Edition, ground: PublicGround, names: PublicNames) -> None:
        self._edition = edition
        self._ground = ground
        self._names = names

    def block(self, block: Block) -> Block:
        """Return the findings of a block as the public may read them, in the same order."""
        findings = [*block.findings()]
        coarse = [
            self._bare(one, *at) for one, at in zip(findings, self._places(findings), strict=True)
        ]
        measured = self._ground.measured(findings, coarse)
        return Block.of(*map(self._told, coarse, measured))

    def _places(
        self, findings: Sequence[Finding]
    ) -> Iterator[tuple[float | None, float | None, float | None]]:
        lon_deg, lat_deg, radii_m = (
            np.array([np.nan if one is None else one for one in axis], dtype=np.float64)
            for axis in (
                [finding.lon for finding in findings],
                [finding.lat for finding in findings],
                [finding.radius_m for finding in findings],
            )
        )
        coarse = coarsened(lon_deg, lat_deg, radii_m, self._edition.cell_m)
        for place in zip(*(axis.tolist() for axis in coarse), strict=True):
            lon, lat, radius_m = (one if np.isfinite(one) else None for one in place)
            is_placed = lon is not None and lat is not None
            yield (lon, lat, radius_m) if is_placed else (None, None, None)

    def _bare(
        self, one: Finding, lon: float | None, lat: float | None, radius_m: float | None
    ) -> Finding:
        """Return a finding without what names or places its report; its words are still old."""
        names = self._names
        acts = (self._ground.act(written) for written in one.does)
        return replace(
            one,
            reports=tuple(map(names.report, one.reports)),
            incident=names.incident(one.incident),
            readings=tuple(map(self._reading, one.readings)),
            reported_actor=self._actor(one),
            does=tuple(dict.fromkeys(act for act in acts if act is not None)),
            lon=lon,
            lat=lat,
            radius_m=radius_m,
            within_area=None,
            measured=(),
            margin_m=None,
            likelihood=None,
            conditions=tuple(dict.fromkeys(map(public_lapse, one.conditions))),
            decides=_decides(one.decides),
            decides_radius_m=None,
            unit=None,
            accepted=public_acceptance(one.accepted),
        )

    def _reading(self, one: ReadingFinding) -> ReadingFinding:
        return replace(
            one,
            margin_m=None,
            likelihood=None,
            decides=_decides(one.decides),
            decides_radius_m=None,
            lapse=public_lapse(one.lapse) if one.lapse is not None else None,
            measured=(),
            incident=self._names.incident(one.incident),
        )

    def _told(self, one: Finding, measured: dict[Answers, tuple[Measured, ...]]) -> Finding:
        """Put the distances of the coarsened disc in, and say it all in words."""
        readings = tuple(
            replace(reading, measured=measured.get(reading.answers, ())) for reading in one.readings
        )
        found = replace(
            one, readings=readings, measured=tuple(m for r in readings for m in r.measured)
        )
        if found.reports:
            found = replace(found, message=message_of(found, who=one.reported_actor or _NOBODY))
        told = (
            *(found.clause, found.subject, found.standing.word, found.message),
            *(found.kind or "", found.seen_from or "", found.seen_to or ""),
            *(f"{found.lon} {found.lat} {found.radius_m}",),
        )
        return replace(found, id=self._names.finding(*told))

    def _actor(self, one: Finding) -> str | None:
        """Return the declared actors by their names in the agreement; None for nobody declared."""
        if one.actor is None:
            return None
        joint = " or " if " or " in (one.reported_actor or "") else ", "
        return joint.join(map(self._ground.title, one.actor.split(";")))


def public_lapse(said: str) -> str:
    """Return what is said of a lapse without the report that caused it."""
    match = _LAPSED.match(said)
    return f"{match['kept']} {match['how']}" if match else "a condition had lapsed"


def public_acceptance(one: Acceptance | None) -> Acceptance | None:
    """Return that somebody accepts it, until when, and neither who nor why."""
    return replace(one, reason=_WITHHELD, author=_WITHHELD) if one is not None else None


def _decides(said: str | None) -> str | None:
    """Return what would decide without how good a position would have to be."""
    return _GOOD_TO.sub("a closer position", said) if said is not None else None
