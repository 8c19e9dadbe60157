"""A gazetteer file, and the places of an agreement, as what says where names lie."""

from hashlib import sha256
from pathlib import Path

from checker.geography.extent import extent_of
from checker.language.core.agreement import Core
from checker.reports.position.atlas import NO_ATLAS, Atlas
from checker.reports.position.gazetteer import gazetteer_of
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.ledger import read_bytes

__all__ = ["extents_of", "read_gazetteer"]


def read_gazetteer(file: str | None) -> Atlas:
    """Return what a gazetteer file knows, nothing where there is no file.

    Raises ``CheckerError`` with every problem of the file.
    """
    if file is None:
        return NO_ATLAS
    try:
        content = read_bytes(Path(file))
    except OSError as error:
        said = (error.strerror or "it cannot be read").lower()
        message = f"cannot open the gazetteer '{file}': {said}"
        raise CheckerError(Diagnostic("R250", message, None, "check its name")) from error
    return gazetteer_of(file, content, sha256(content).hexdigest())


def extents_of(core: Core) -> dict[str, tuple[float, float, float]]:
    """Return the disc that holds each place of an agreement, by every spelling of its name.

    A place that nobody drew, or that hangs on a question, has none.
    """
    extents = {
        index: extent
        for index, place in enumerate(core.places)
        if place is not None and (extent := extent_of(place)) is not None
    }
    return {spelling: extents[index] for spelling, index in core.place_names if index in extents}
