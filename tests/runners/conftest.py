"""What tests of a cluster share: two worker processes on this machine, started once."""

from collections.abc import Iterator

import pytest

from checker.runners.workers import Workers, workers_here


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    with workers_here(2) as started:
        yield started


@pytest.fixture(scope="session")
def scheduler(workers: Workers) -> str:
    """Return the address of their scheduler."""
    address: str = workers._client.scheduler.address
    return address
