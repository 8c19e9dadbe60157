"""The problems of one reading, collected: nothing is raised until everything has been looked at."""

from collections.abc import Iterable
from difflib import get_close_matches

from checker.values.diagnostic import CheckerError, Diagnostic, Severity, place_in_file
from checker.values.span import Span

__all__ = ["Problems", "closest", "meant", "meant_name", "nearest"]


class Problems:
    """Collect diagnostics; the same one found twice, under two readings, say, is one."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, Span | None], Diagnostic] = {}
        self._muted: set[str] = set()

    def add(
        self,
        code: str,
        message: str,
        span: Span | None,
        hint: str,
        severity: Severity = "error",
    ) -> None:
        """Add a problem; one that says the same at the same place stands for both."""
        if code not in self._muted:
            self._found.setdefault(
                (code, message, span), Diagnostic(code, message, span, hint, severity)
            )

    def mute(self, codes: Iterable[str]) -> None:
        """Leave out the problems of some codes from now on: they follow from one that is told."""
        self._muted.update(codes)

    def warn(self, code: str, message: str, span: Span | None, hint: str) -> None:
        """Add a warning, which does not keep the agreement from being judged."""
        self.add(code, message, span, hint, "warning")

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return all problems in the order of their places; those without one come last."""
        return tuple(sorted(self._found.values(), key=place_in_file))

    @property
    def has_errors(self) -> bool:
        """Say whether there is an error among them."""
        return any(d.severity == "error" for d in self._found.values())

    def raise_errors(self) -> None:
        """Raise ``CheckerError`` with every error, if there is one."""
        errors = [d for d in self.sorted() if d.severity == "error"]
        if errors:
            raise CheckerError(*errors)


def meant(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest word of the language, or all that may stand there."""
    words = tuple(known)
    return nearest(word, words) or f"known: {', '.join(words)}"


def meant_name(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest declared name, or those that there are if few."""
    names = tuple(known)
    if near := nearest(name, names):
        return near
    few = 12
    if 0 < len(names) <= few:
        return f"known: {', '.join(names)}"
    return "correct the spelling, or declare it"


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the one that is much like it, whatever its case; else nothing."""
    near = closest(name, known)
    return f"did you mean {near!r}?" if near is not None else ""


def closest(name: str, known: Iterable[str]) -> str | None:
    """Return the one that is much like a name, whatever its case; None where none is."""
    folded = {word.casefold(): word for word in known}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None
