"""The problems of one reading, collected: nothing is raised until everything has been looked at."""

from collections.abc import Iterable
from difflib import get_close_matches

from checker.values.diagnostic import CheckerError, Diagnostic, Severity
from checker.values.span import Span

__all__ = ["Problems", "meant"]


class Problems:
    """Collect diagnostics; the same one found twice, under two readings, say, is one."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def add(
        self,
        code: str,
        message: str,
        span: Span | None,
        hint: str = "",
        severity: Severity = "error",
    ) -> None:
        """Add a problem; an earlier one of the same code at the same place stands for both."""
        if span is not None and any(d.span == span and d.code == code for d in self._found):
            return
        self._found[Diagnostic(code, message, span, hint, severity)] = None

    def warn(self, code: str, message: str, span: Span | None, hint: str = "") -> None:
        """Add a warning, which does not keep the agreement from being judged."""
        self.add(code, message, span, hint, "warning")

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return all problems in the order of their places; those without one come last."""
        return tuple(sorted(self._found, key=_place))

    @property
    def has_errors(self) -> bool:
        """Say whether there is an error among them."""
        return any(d.severity == "error" for d in self._found)

    def raise_errors(self) -> None:
        """Raise ``CheckerError`` with every error, if there is one."""
        errors = [d for d in self.sorted() if d.severity == "error"]
        if errors:
            raise CheckerError(*errors)


def meant(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or the words there are if they are few."""
    words = list(known)
    near = get_close_matches(name, words, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]!r}?"
    few = 12
    return f"known: {', '.join(words)}" if 0 < len(words) <= few else ""


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    span = diagnostic.span
    return (span.file, span.line, span.column, diagnostic.code) if span else ("~", 0, 0, "")
