"""What has to be the same wherever a run is worked on, for its answer to be the same."""

import platform
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from checker import __version__

__all__ = ["Versions", "differences", "versions_here"]

Versions = Mapping[str, str]
"""The version of each thing by its name."""

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = (
    "dask",
    "defusedxml",
    "distributed",
    "numpy",
    "openpyxl",
    "pyarrow",
    "pyproj",
    "shapely",
    "tzdata",
)


@cache
def versions_here() -> Versions:
    """Return the versions of this process: program, Python, libraries, and the kind of machine.

    The program counts by the bytes of its modules, not by where they lie or when they were written,
    which differ between machines.
    """
    return {
        "accord": f"{__version__} ({_digest()[:12]})",
        "Python": platform.python_version(),
        "the machine": platform.machine(),
        **{name: _version(name) for name in _LIBRARIES},
    }


def differences(mine: Versions, theirs: Versions) -> list[str]:
    """Return what differs, in words."""
    return [
        f"{name} is {theirs.get(name, 'not there')} there and {own} here"
        for name, own in mine.items()
        if theirs.get(name) != own
    ]


def _digest() -> str:
    found = sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        content = path.read_bytes()
        found.update(f"{path.relative_to(_PACKAGE).as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not there"
