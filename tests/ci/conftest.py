"""A runner of a CI service with Accord installed from the sources, and a repository of reports."""

from pathlib import Path

import pytest

from tests.ci.service import Machine, Repository, installed


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed(tmp_path_factory.mktemp("runner") / "env")


@pytest.fixture
def machine(programs: Path, tmp_path: Path) -> Machine:
    folder = tmp_path / "machine"
    folder.mkdir()
    return Machine(programs, folder)


@pytest.fixture
def repository(machine: Machine, tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository", machine)
