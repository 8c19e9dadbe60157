"""How a source is cited: as people do, for nobody who reads a page knows its id."""

from collections.abc import Sequence

from checker.language.core.agreement import Source

__all__ = ["citation"]


def citation(sources: Sequence[Source], name: str | None, *, is_brief: bool = False) -> str:
    """Return where something was read; the bare name where no source has it.

    A brief one, for a sentence, leaves the address out.
    """
    source = next((one for one in sources if one.id == name), None)
    if source is None:
        return name or "no source is named"
    url = None if is_brief else source.url
    said = (source.title, source.kind, source.publisher, source.published, url)
    return ", ".join(part for part in said if part)
