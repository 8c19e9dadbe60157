"""What a worker process that was started here does first: leave it to its parent to be interrupted.

A terminal interrupts all processes that were started from it. The one that the user called ends the
others, and says so once.
"""

import signal

__all__ = ["dask_setup"]


def dask_setup(worker: object) -> None:
    """Ignore interrupts; Dask calls this by its name where a worker is about to start."""
    del worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
