"""Files beside the agreement: inside its folder, and nowhere else."""

from pathlib import Path

from checker.language.document import Document, text_of
from checker.language.problems import nearest
from checker.language.text import Node

__all__ = ["file_in"]

_FEW = 12
"""More files than that are no help in a hint."""


def file_in(document: Document, value: Node, pattern: str, folder: str) -> Path | None:
    """Return a file that the agreement names, if it lies in the agreement's folder.

    ``pattern`` finds files that may have been meant, ``folder`` is where such files usually lie.
    """
    name, root = text_of(value), document.folder.resolve()
    if name is None:
        hint = f"write its path, such as {folder}/NAME{pattern.lstrip('*')}"
        document.problems.add("L710", "the name of a file is missing", value.span, hint)
        return None
    path = _resolved(root, name)
    if path is not None and not path.is_relative_to(root):
        message = f"the file {name!r} lies outside the agreement's folder"
        hint = f"copy it into {folder}/ beside agreement.yaml"
        document.problems.add("L711", message, value.span, hint)
        return None
    if path is None or not path.is_file():
        files = sorted(p.relative_to(root).as_posix() for p in root.rglob(pattern))
        known = f"known: {', '.join(files)}" if 0 < len(files) <= _FEW else ""
        hint = nearest(name, files) or known or f"put it into {folder}/ beside agreement.yaml"
        document.problems.add("L712", f"there is no file {name!r}", value.span, hint)
        return None
    # As it is named, so that a link that leads elsewhere tomorrow is noted to have been read.
    return document.folder / name


def _resolved(root: Path, name: str) -> Path | None:
    """Return where a name leads; None for one that no file can have, or links in a circle."""
    try:
        path = (root / name).resolve()
        path.exists()
    except (OSError, RuntimeError, ValueError):
        return None
    return path
