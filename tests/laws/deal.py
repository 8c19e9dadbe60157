"""A deal to judge by in laws, in a folder of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cli.made import AGREEMENT, write_deal

__all__ = ["standing"]

# A clause under which other reports count: green may come once red has come too near.
DEAL = (
    AGREEMENT
    + """\
  stay-out:
    says: Green keeps 2 km off the post, while red is not near it.
    source: text
    binds: green
    prohibits: presence
    where: {within: 2 km, of: post}
    while: [{none: {who: red, does: presence, where: {within: 1 km, of: post}}, lapse: ends}]
"""
)


@contextmanager
def standing() -> Iterator[None]:
    """Stand in a folder with the deal in it."""
    before = Path.cwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            write_deal(Path("deal"), DEAL)
            yield
        finally:
            os.chdir(before)
