"""The agreement beside a stored result, for what a map draws: the one that it was judged by."""

from collections.abc import Sequence
from dataclasses import replace

from checker.cli.amounts import override_of
from checker.cli.judging import read_agreement
from checker.findings.drawn import drawn_of
from checker.findings.endings import endings_of
from checker.findings.finding import Header
from checker.findings.whose import sides_of
from checker.language.core.agreement import Core
from checker.language.prints import prints_of
from checker.outputs.plain import counted
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["drawing"]


def drawing(header: Header, named: str, places: Sequence[str]) -> tuple[Header, Core]:
    """Return the header of a result with what its agreement draws, and the agreement.

    ``places`` are ``--place``.

    Raises ``CheckerError`` for an agreement that cannot be read, and for one whose files, replaced
    places or drawings are not those that the result records.
    """
    core = read_agreement(named, [override_of(text) for text in places]).core
    found = _otherwise(header, core, named)
    if found is not None:
        message, hint = found
        raise CheckerError(Diagnostic("U126", message, None, hint))
    drawn = replace(header, drawn=drawn_of(core), sides=sides_of(core), endings=endings_of(core))
    return drawn, core


def _otherwise(header: Header, core: Core, named: str) -> tuple[str, str] | None:
    """Return how an agreement is not the one of a result, and what to do; None where it is."""
    if core.id != header.agreement_id:
        hint = f"name the agreement '{header.agreement_id}'"
        return f"'{named}' is '{core.id}'; the result is of '{header.agreement_id}'", hint
    # A replaced place is no file of the agreement, so that both hashes change: it is told first.
    if {*core.overrides} != {*header.overrides}:
        names = ", ".join(f"{place} (sha256 {sha256[:12]})" for place, sha256 in header.overrides)
        hint = "give --place as accord check was given it"
        count = counted(len(header.overrides), "replaced place")
        return f"the result has {count}{f': {names}' * bool(names)}; here are others", hint
    if core.digest != header.agreement_sha256:
        was, now = header.agreement_sha256[:12], core.digest[:12]
        hint = "name the draft that it was judged by, or judge anew with accord check"
        return f"'{named}' has changed: the result is of files of sha256 {was}, not {now}", hint
    moved = {*prints_of(core).places} - {*header.prints.places}
    if moved:
        names = ", ".join(sorted(place for place, _ in moved))
        hint = "give --place with the accuracy that accord check was given"
        return f"'{named}' draws otherwise than the result was judged by: {names}", hint
    return None
