"""What a worker process started here does first: its parent alone is interrupted."""

import os
import signal
from time import sleep

from checker.runners.workers import Workers


def interrupted() -> int:
    os.kill(os.getpid(), signal.SIGINT)
    sleep(0.05)
    return os.getpid()


def test_a_worker_that_is_interrupted_works_on(workers: Workers) -> None:
    pids = workers._client.run(interrupted)
    assert len({*pids.values()}) == len(pids) == 2
    assert os.getpid() not in pids.values()
