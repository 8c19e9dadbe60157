"""The program that answers, as one hash: another version, or an edited one, answers anew."""

import os
import platform
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

from checker import __version__

__all__ = ["program_digest"]

_PACKAGE = Path(__file__).parents[1]


@cache
def program_digest() -> str:
    """Return a hash of this program, of Python and of every package that is installed beside it.

    Files of the program count by name and bytes, and not by where or when they were put there: a
    CI service installs the same program anew for each run. To read them takes 8 ms at each start.
    Packages count by the name of their metadata's folder, which holds their version.
    """
    parts = [__version__, sys.version, platform.machine(), *_packages(), *_files()]
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _packages() -> list[str]:
    found = set()
    for folder in sys.path:
        if folder and Path(folder).is_dir():
            found |= {path.name for path in Path(folder).glob("*.dist-info")}
    return sorted(found)


def _files() -> list[str]:
    found = []
    for folder, folders, names in os.walk(_PACKAGE):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            path = Path(folder, name)
            content = sha256(path.read_bytes()).hexdigest()
            found.append(f"{path.relative_to(_PACKAGE).as_posix()}:{content}")
    return sorted(found)
