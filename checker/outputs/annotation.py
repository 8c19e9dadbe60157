"""One annotation as a workflow command of GitHub: a line of which no text ends or starts another.

Source: GitHub Docs, Workflow commands for GitHub Actions; actions/toolkit, command.ts, for what is
escaped where.
"""

from collections.abc import Mapping

__all__ = ["annotation"]


def annotation(level: str, properties: Mapping[str, str], message: str) -> str:
    """Return a line that GitHub shows as an error, a warning or a notice."""
    named = ",".join(f"{key}={_property(text)}" for key, text in properties.items())
    return f"::{level} {named}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
