"""One thing wrong with an input: where, which code, what is wrong and what to write instead."""

from dataclasses import dataclass
from typing import Literal

from checker.values.span import Span

__all__ = ["CheckerError", "Diagnostic", "Severity", "place_in_file"]

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Say one problem of an input; ``span`` is None where no place in a file is to blame."""

    code: str
    message: str
    span: Span | None = None
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        return f"{place}{self.code}: {self.message}"


class CheckerError(Exception):
    """Carry every problem found in an input; a defect of ours is never a ``CheckerError``."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(str(diagnostic) for diagnostic in diagnostics))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type["CheckerError"], tuple[Diagnostic, ...]]:
        """Keep the problems apart where another process raised it."""
        return CheckerError, self.diagnostics


def place_in_file(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    """Return what sorts problems by their places; those without one come last."""
    span = diagnostic.span
    return (span.file, span.line, span.column, diagnostic.code) if span else ("~", 0, 0, "")
