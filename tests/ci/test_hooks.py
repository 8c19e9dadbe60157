"""The hooks of pre-commit, run by their entry on the files that they are for."""

import re
import shlex
import subprocess
from typing import Any

import pytest

from checker.reports import READERS
from tests.ci.service import EXAMPLE, ROOT, Repository, data_of, shell

HOOKS: dict[str, Any] = {one["id"]: one for one in data_of(ROOT / ".pre-commit-hooks.yaml")}
HEAD = "id,lon,lat,radius_m,seen_from,actor\n"
PIP = 'pip install "$SOURCE"'


@pytest.fixture
def here(repository: Repository) -> Repository:
    env = repository.machine.env(SOURCE=str(ROOT))
    assert shell(PIP, repository.folder, env).returncode == 0
    return repository


def commit(here: Repository, hook: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Do as pre-commit does: entry, arguments, and the staged names that the hook is for."""
    here.git("add", "--all")
    staged = here.git("ls-files", "-z").split("\0")
    names = [name for name in staged if name and re.search(HOOKS[hook]["files"], name)]
    command = [*shlex.split(HOOKS[hook]["entry"]), *arguments, *names]
    return shell(shlex.join(command), here.folder, here.machine.env(ACCORD_CACHE=""))


def test_a_sound_repository_can_be_committed(here: Repository) -> None:
    rules, reports = commit(here, "accord-lint"), commit(here, "accord-validate")
    assert (rules.returncode, rules.stdout) == (0, "No problems.\n")
    assert reports.returncode == 0
    assert "reports/2020-06-02.csv: 2 reports accepted, 0 rows not accepted" in reports.stdout


def test_a_problem_of_the_rules_stops_the_commit_with_its_line(here: Repository) -> None:
    here.edit("agreement.yaml", "prohibits:", "prohibts:")
    done = commit(here, "accord-lint")
    assert done.returncode == 1
    assert re.search(r"^agreement\.yaml:\d+:5: L\d+", done.stdout, re.MULTILINE)


def test_a_bad_row_stops_the_commit_with_its_line(here: Repository) -> None:
    here.edit("reports/2020-06-02.csv", "44.90", "144.90")
    done = commit(here, "accord-validate")
    assert done.returncode == 1
    assert "reports/2020-06-02.csv:2:" in done.stdout


def test_names_with_marks_of_a_shell_are_names(here: Repository) -> None:
    here.write("reports/$(touch ran) 'x'.csv", "id,kind\n")
    done = commit(here, "accord-validate")
    assert "reports/$(touch ran) 'x'.csv" in done.stdout
    assert not (here.folder / "ran").exists()


def test_arguments_of_the_user_stand_before_the_names(here: Repository) -> None:
    here.write("reports/2020-06-03.csv", f"{HEAD}a,20.4,45,9,2020-06-03,Reds\n")
    assert commit(here, "accord-validate").returncode != 0
    assert commit(here, "accord-validate", "--kind", "position").returncode == 0


def test_reports_of_every_format_are_looked_at_and_other_files_are_not() -> None:
    pattern = re.compile(HOOKS["accord-validate"]["files"])
    ends = {end for reader in READERS for end in reader.suffixes} - {".txt"}  # is often no report
    assert {end for end in ends if not pattern.search(f"reports/may/1{end}")} == set()
    for name in ("reports.csv", "deal/reports.csv", "reports/a.csv.gz", "x/reports/y z.json.zst"):
        assert pattern.search(name)
    for name in ("cases.csv", "reports/README.md", "myreports/a.csv", "reports.csv.bak"):
        assert not pattern.search(name)


def test_the_example_names_hooks_that_there_are() -> None:
    (repo,) = data_of(EXAMPLE / ".pre-commit-config.yaml")["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == [*HOOKS]
    assert all(hook["language"] == "python" for hook in HOOKS.values())
