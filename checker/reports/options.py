"""What a user states for files of reports: the words they may use, zones, and what is left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.reports.batch import KINDS, Vocabulary
from checker.reports.clock import is_zone
from checker.reports.columns import BY_NAME
from checker.reports.encoding import is_encoding
from checker.reports.layout import Stated
from checker.reports.mapping import NO_MAPPING, Mapping
from checker.reports.position.atlas import NO_ATLAS, Atlas
from checker.reports.source import Form
from checker.reports.spelling import did_you_mean, zone_meant
from checker.values.diagnostic import Diagnostic

__all__ = ["ReadOptions", "misstated"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Say how reports are read.

    ``zone`` is the agreement's, for dates alone; ``stated_zone`` is for instants without an
    offset. ``kind`` and ``radius_m`` are for files that leave them out; ``encoding`` and ``sheet``
    say how a file is written, and what of it is read. ``observations`` are the files that say where
    somebody looked, by their names; ``atlas`` says where names lie.
    """

    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary({}, {}, {}, {}))
    zone: str = "UTC"
    stated_zone: str | None = None
    kind: str | None = None
    radius_m: float | None = None
    mapping: Mapping = NO_MAPPING
    encoding: str | None = None
    sheet: str | None = None
    observations: tuple[str, ...] = ()
    atlas: Atlas = NO_ATLAS

    @property
    def form(self) -> Form:
        """Return what is stated of how files are written; an option goes before the mapping.

        An encoding that there is none of is told by ``misstated``, and states nothing.
        """
        said = self.mapping.form
        encoding = self.encoding or said.encoding
        is_known = encoding is not None and is_encoding(encoding)
        return Form(encoding if is_known else None, self.sheet or said.sheet)

    @property
    def stated(self) -> Stated:
        """Return what is stated for files that leave it out."""
        return Stated(self.kind, self.radius_m, self.mapping)


def misstated(options: ReadOptions) -> Iterator[Diagnostic]:
    """Yield what is wrong with the options themselves."""
    if options.stated_zone is not None and not is_zone(options.stated_zone):
        message = f"unknown time zone '{options.stated_zone}'"
        yield Diagnostic("R110", message, None, zone_meant(options.stated_zone))
    if options.kind is not None and options.kind not in KINDS:
        yield Diagnostic(
            "R110", f"unknown kind '{options.kind}'", None, did_you_mean(options.kind, KINDS)
        )
    if options.radius_m is not None and not 0 <= options.radius_m <= BY_NAME["radius_m"].most:
        message = f"a radius of {options.radius_m:.15g} m is out of range"
        yield Diagnostic("R110", message, None, "such as 100m or 2km")
    if options.encoding is not None and not is_encoding(options.encoding):
        hint = "such as windows-1252, windows-1251, windows-1256, utf-8"
        yield Diagnostic("R110", f"unknown encoding '{options.encoding}'", None, hint)
