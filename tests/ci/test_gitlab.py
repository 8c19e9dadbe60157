"""The GitLab template, run as a runner runs it: the state of a pipeline, and its reports."""

import json
import shutil
from dataclasses import dataclass
from typing import Any

import pytest
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema import Draft7Validator
from junitparser import JUnitXml

from tests.ci.service import EXAMPLE, ROOT, Done, Machine, Repository, data_of, files_of, shell
from tests.language.drafted import as_typed

HEAD = "id,kind,lon,lat,radius_m,seen_from,actor\n"
BREACH = "p-301,position,20.18,45.01,300,2020-06-03T12:00:00Z,Red Army\n"
DAY = "reports/2020-06-03.csv"
WRITTEN = {"accord.md", "accord-junit.xml", "accord-codequality.json"}


@dataclass(frozen=True)
class Pipeline:
    """Runs the job of the example on each push, with the cache that GitLab keeps beside it."""

    repository: Repository

    def push(self, **more: str) -> Done:
        if self.repository.git("status", "--porcelain"):
            self.repository.commit()
        job = data_of(ROOT / "ci/gitlab.yml")[".accord"]
        given = data_of(EXAMPLE / ".gitlab-ci.yml")["reports"]["variables"]
        workspace = self.repository.checkout()
        (workspace / "accord").symlink_to(ROOT)  # the submodule of the example
        (cached,) = job["cache"]["paths"]
        kept = self.repository.machine.folder / "kept"
        if kept.exists():
            shutil.copytree(kept, workspace / cached)
        known = {**job["variables"], **given, **more}
        env = {key: one.replace("$CI_PROJECT_DIR", str(workspace)) for key, one in known.items()}
        # A runner joins the lines of a script, and stops at the first that fails.
        script = "\n".join(job["script"])
        done = shell(script, workspace, self.repository.machine.env(**env))
        (workspace / "accord").unlink()
        shutil.rmtree(kept, ignore_errors=True)
        if (workspace / cached).exists():
            (workspace / cached).rename(kept)
        written = files_of(workspace)
        names = frozenset(path.name for path in kept.rglob("*") if path.is_file())
        return Done(done.returncode, done.stdout, written.get("accord.md", ""), {}, written, names)


@pytest.fixture
def pipeline(repository: Repository, machine: Machine) -> Pipeline:
    assert repository.machine == machine
    return Pipeline(repository)


def issues(done: Done) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done.files["accord-codequality.json"])
    return found


def test_a_clean_push_passes_with_its_reports(pipeline: Pipeline) -> None:
    done = pipeline.push()
    assert done.code == 0
    assert set(done.files) == WRITTEN
    assert [one["severity"] for one in issues(done)] == ["info"]


def test_a_violation_fails_the_job_and_is_in_both_reports(pipeline: Pipeline) -> None:
    pipeline.repository.write(DAY, HEAD + BREACH)
    done = pipeline.push()
    assert done.code == 1
    (grave,) = (one for one in issues(done) if one["severity"] == "critical")
    assert grave["location"] == {"path": DAY, "lines": {"begin": 2}}
    assert JUnitXml.fromstring(done.files["accord-junit.xml"].encode()).failures == 1


def test_broken_reports_and_broken_rules_are_no_pass(pipeline: Pipeline) -> None:
    pipeline.repository.write(DAY, HEAD + BREACH.replace("45.01", "95.01"))
    assert pipeline.push().code == 3
    pipeline.repository.write(DAY, "no,reports\n1,2\n")
    done = pipeline.push()
    assert (done.code, done.files) == (2, {})
    pipeline.repository.edit("agreement.yaml", "prohibits:", "prohibts:")
    assert pipeline.push().code == 2


def test_what_was_committed_under_the_names_of_the_reports_is_not_taken_for_them(
    pipeline: Pipeline,
) -> None:
    pipeline.repository.write("accord-junit.xml", "of yesterday")
    pipeline.repository.edit("agreement.yaml", "prohibits:", "prohibts:")
    assert pipeline.push().code == 2
    assert not (pipeline.repository.machine.folder / "workspace" / "accord-junit.xml").exists()


def test_of_a_growing_folder_only_what_is_new_is_judged(pipeline: Pipeline) -> None:
    first = pipeline.push(ANEW="1")
    pipeline.repository.write(DAY, HEAD + BREACH)
    then = pipeline.push(ANEW="1")
    assert first.kept
    assert then.kept > first.kept
    # Of each file two answers are kept, and a third one where there is something to tell of it.
    assert (len(first.kept), len(then.kept - first.kept)) == (5, 3)
    alone = pipeline.push(ACCORD_CACHE="")
    assert alone.files == then.files


def test_names_are_never_run_and_arguments_stand_one_a_line(pipeline: Pipeline) -> None:
    name = "reports/$(touch ran) `touch ran`; 'a' \"b\".csv"
    pipeline.repository.write(name, HEAD + BREACH)
    assert pipeline.push(ACCORD_REPORTS=f"{name}\nreports/2020*.csv").code == 1
    done = pipeline.push(ACCORD_ARGS="--party=$(touch ran)\n--all")
    assert done.code == 2
    assert "$(touch ran)" in done.log
    assert "ran" not in done.files
    assert pipeline.push(ACCORD_ARGS="--until=2020-06-01", ACCORD_FAIL_ON="undetermined").code == 0


def test_the_files_are_valid_and_what_is_kept_is_kept_of_failed_jobs_too() -> None:
    for path in (ROOT / "ci/gitlab.yml", EXAMPLE / ".gitlab-ci.yml"):
        errors = Draft7Validator(get_builtin_schema("vendor.gitlab-ci")).iter_errors(
            as_typed(path.read_text("utf-8"))
        )
        assert [error.message for error in errors] == []
    job = data_of(ROOT / "ci/gitlab.yml")[".accord"]
    assert (job["cache"]["when"], job["artifacts"]["when"]) == ("always", "always")
    assert {*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()} == WRITTEN
    assert data_of(EXAMPLE / ".gitlab-ci.yml")["include"][0]["file"] == "/ci/gitlab.yml"
