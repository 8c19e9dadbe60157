"""The GitHub action as a workflow runs it: what a reviewer sees, and what state a push gets."""

import json
import re
from pathlib import Path

import pytest
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema import Draft7Validator
from junitparser import JUnitXml

from tests.ci.service import EXAMPLE, ROOT, Machine, Repository, data_of
from tests.cli.made import accord
from tests.language.drafted import as_typed

HEAD = "id,kind,lon,lat,radius_m,seen_from,actor\n"
BREACH = "p-301,position,20.18,45.01,300,2020-06-03T12:00:00Z,Red Army\n"
FAR = "p-302,position,20.40,45.01,300,2020-06-03T12:00:00Z,Red Army\n"
MOVED = "p-401,position,20.27,44.97,300,2020-06-04T12:00:00Z,Reds\n"
DAY = "reports/2020-06-03.csv"


def test_a_clean_push_passes_and_says_what_is_still_open(repository: Repository) -> None:
    done = repository.push()
    assert (done.code, done.outputs) == (0, {"exit-code": "0"})
    assert "4 reports from 2 files, 0 rows not accepted" in done.summary
    assert "**1** undetermined" in done.summary
    assert done.annotations("error") == []
    (open_one,) = done.annotations("notice")
    assert "file=reports/2020-06-02.csv,line=3," in open_one


def test_a_violation_fails_the_job_and_shows_at_its_line(repository: Repository) -> None:
    repository.write(DAY, HEAD + FAR + BREACH)
    done = repository.push()
    assert (done.code, done.outputs) == (1, {"exit-code": "1"})
    at_its_line, of_the_job = done.annotations("error")
    assert f"file={DAY},line=3,title=violation%3A stand-off::" in at_its_line
    assert "Findings at or above the level of failure" in of_the_job
    assert "- **violation**: stand-off, p-301 (reports/2020-06-03.csv:3)" in done.summary


def test_a_report_that_is_not_accepted_is_no_pass(repository: Repository) -> None:
    repository.write(DAY, HEAD + FAR + FAR.replace("p-302", "p-303").replace("45.01", "95.01"))
    done = repository.push()
    assert done.code == 3
    assert "This is no pass." in done.annotations("error")[-1]
    assert any(f"file={DAY},line=3," in one for one in done.annotations("warning"))
    assert "1 row not accepted" in done.summary
    assert repository.push(max_quarantined="1").code == 0


def test_a_file_that_cannot_be_read_is_no_answer_and_the_summary_says_why(
    repository: Repository,
) -> None:
    repository.write(DAY, HEAD.replace("lon,", "") + "p-303,position\x00\n")
    done = repository.push()
    assert (done.code, done.outputs) == (2, {"exit-code": "2"})
    assert done.summary.startswith("**No answer**: nothing was judged.\n\n    reports/2020-06-03")
    assert done.annotations("error")[-1].startswith("::error title=Accord::No answer")


def test_a_folder_without_reports_is_no_pass(repository: Repository) -> None:
    for name in ("2020-06-01.csv", "2020-06-02.csv"):
        repository.write(f"reports/{name}", HEAD)
    assert repository.push().code == 3
    for name in ("2020-06-01.csv", "2020-06-02.csv"):
        (repository.folder / "reports" / name).unlink()
    done = repository.push()
    assert done.code == 2
    assert "no file matches 'reports/**/*.csv'" in done.summary


def test_of_a_growing_folder_only_what_is_new_is_judged(repository: Repository) -> None:
    # As on a service, each run installs Accord anew.
    first = repository.push(ANEW="1")
    again = repository.push(ANEW="1")
    assert first.kept
    assert again.kept == first.kept
    repository.write(DAY, HEAD + FAR)
    one_more = repository.push(ANEW="1")
    # Of each file two answers are kept, and a third one where there is something to tell of it.
    assert (len(first.kept), len(one_more.kept - first.kept)) == (5, 2)
    assert one_more.kept > first.kept
    assert repository.push(cache="false").summary == one_more.summary


def test_a_correction_of_an_old_report_is_judged_too(repository: Repository) -> None:
    repository.push()
    head = HEAD.replace("\n", ",supersedes\n")
    repository.write(DAY, head + BREACH.replace("\n", ",p-102\n"))
    done = repository.push()
    assert done.code == 1
    assert "5 reports from 3 files" in done.summary


def test_a_pull_request_that_changes_a_clause_shows_what_it_makes_of_the_reports(
    repository: Repository,
) -> None:
    assert repository.push().code == 0
    repository.git("switch", "--quiet", "--create", "wider")
    repository.edit("agreement.yaml", "within: 10 km", "within: 15 km")
    done = repository.push()
    assert done.code == 1
    assert "- **violation**: stand-off, p-102 (reports/2020-06-01.csv:3)" in done.summary
    repository.git("switch", "--quiet", "main")
    assert repository.push().code == 0


def test_a_pull_request_that_breaks_the_rules_shows_it_at_the_line(repository: Repository) -> None:
    repository.edit("agreement.yaml", "prohibits:", "prohibts:")
    done = repository.push()
    assert done.code == 2
    text = (repository.folder / "agreement.yaml").read_text(encoding="utf-8").splitlines()
    (line,) = (number for number, one in enumerate(text, 1) if "prohibts" in one)
    assert any(f"file=agreement.yaml,line={line}," in one for one in done.annotations("error"))
    assert "did you mean" in done.summary


def test_the_level_of_failure_and_further_arguments_are_those_of_check(
    repository: Repository,
) -> None:
    assert repository.push(fail_on="undetermined").code == 1
    given = "--clause=stand-off\n--until\n2020-06-01\n"
    assert repository.push(fail_on="undetermined", args=given).code == 0
    wrong = repository.push(args="--claus=x")
    assert wrong.code == 2
    assert "No such option" in wrong.summary


def test_sarif_junit_and_the_summary_are_written_where_they_are_asked_for(
    repository: Repository,
) -> None:
    repository.write(DAY, HEAD + BREACH)
    done = repository.push(sarif="accord.sarif", junit="a junit.xml", markdown="accord.md")
    assert set(done.files) == {"accord.sarif", "a junit.xml", "accord.md"}
    results = json.loads(done.files["accord.sarif"])["runs"][0]["results"]
    assert sorted(one["kind"] for one in results) == ["fail", "open"]
    assert JUnitXml.fromstring(done.files["a junit.xml"].encode()).failures == 1
    assert done.files["accord.md"] == done.summary


def test_what_an_earlier_run_wrote_is_not_taken_for_the_answer(repository: Repository) -> None:
    repository.write("accord.sarif", "of yesterday")
    repository.edit("agreement.yaml", "prohibits:", "prohibts:")
    done = repository.push(sarif="accord.sarif", markdown="accord.md")
    assert done.code == 2
    assert set(done.files) == {"accord.md"}
    assert not (repository.machine.folder / "workspace" / "accord.sarif").exists()


def test_names_are_never_run(repository: Repository) -> None:
    hostile = "$(touch ran) `touch ran`; touch ran; 'a' \"b\" & c.csv"
    repository.write(f"reports/{hostile}", HEAD + BREACH)
    repository.write("re ports/-f json=x.csv", HEAD + FAR)
    done = repository.push(
        reports=f"reports/{hostile}\nre ports/-f json=x.csv\nreports/2020*.csv",
        sarif="$(touch ran).sarif",
        args='--party=$(touch ran)"',
    )
    assert done.code == 2  # there is no such party, and nothing else is wrong
    assert "$(touch ran)" in done.summary
    done = repository.push(reports="re*/*.csv", sarif="$(touch ran).sarif")
    assert done.code == 1
    assert "6 reports from 4 files" in done.summary
    assert set(done.files) == {"$(touch ran).sarif"}


def test_a_report_gives_the_runner_no_commands(repository: Repository) -> None:
    name = '"\n::add-mask::e\n::error::invented\n::set-output name=exit-code::0\n##[error]x"'
    repository.write(DAY, HEAD + FAR.replace("Red Army", name) + BREACH)
    done = repository.push(max_quarantined="5")
    assert done.code == 1
    assert done.annotations("add-mask") == []
    assert done.annotations("set-output") == []
    assert not any("::error::" in one for one in done.annotations("error"))


def test_a_baseline_is_passed_on_only_if_there_is_one(
    repository: Repository, tmp_path: Path
) -> None:
    recorder = tmp_path / "programs"
    recorder.mkdir()
    (recorder / "accord").write_text('#!/bin/sh\nprintf "<%s>" "$@"\n', encoding="utf-8")
    (recorder / "pip").write_text("#!/bin/sh\n", encoding="utf-8")
    for name in ("accord", "pip"):
        (recorder / name).chmod(0o755)
    machine = Machine(recorder, repository.machine.folder)
    given = {"agreement": "a b", "reports": "r.csv", "annotations": "false"}
    workspace = repository.checkout()
    assert "--baseline" not in machine.action(workspace, given).log
    done = machine.action(workspace, {**given, "baseline": "our baseline.yaml"})
    assert "<--baseline><our baseline.yaml><--fail-on><violation>" in done.log
    assert "<--max-quarantined><0><--><a b><r.csv>" in done.log


def test_what_a_baseline_accepts_fails_no_push_and_another_breach_does(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(DAY, HEAD + BREACH)
    monkeypatch.chdir(repository.folder)
    result = repository.folder.parent / "result.json"
    assert accord("check", ".", "reports/*.csv", "-f", f"json={result}").exit_code == 1
    given = ("--reason", "Settled", "--author", "Desk", "--expires", "2020-12-31")
    accord("baseline", "write", str(result), *given, "-o", "accepted.json")
    done = repository.push(baseline="accepted.json")
    assert (done.code, done.annotations("error")) == (0, [])
    assert any("Accepted: Settled" in one for one in done.annotations("notice"))
    another = BREACH.replace("p-301", "p-311").replace("-06-03", "-06-20")
    repository.write("reports/2020-06-20.csv", HEAD + another)
    assert repository.push(baseline="accepted.json").code == 1


def test_the_cases_are_run_whatever_the_reports_say(repository: Repository) -> None:
    repository.write(DAY, HEAD + BREACH)
    done = repository.push()
    assert (done.code, done.after.splitlines()[-1]) == (1, "6 cases: 6 passed, 0 failed.")
    (repository.folder / DAY).unlink()
    repository.edit(
        "cases.csv", ",violation,violation,,6 km east", ",compliant,compliant,,6 km east"
    )
    done = repository.push()
    assert (done.code, done.outputs) == (1, {"exit-code": "0"})
    assert "1 failed" in done.after


def test_the_workflow_of_a_new_folder_runs(machine: Machine, tmp_path: Path) -> None:
    assert accord("init", str(tmp_path / "new")).exit_code == 0
    done = Repository(tmp_path / "repository", machine, tmp_path / "new").push()
    assert (done.code, done.outputs) == (1, {"exit-code": "1"})
    assert "- **violation**: stand-off, r1 (reports.csv:2)" in done.summary
    assert "6 passed" in done.after


def test_without_annotations_and_cache_neither_is_there(repository: Repository) -> None:
    done = repository.push(annotations="false", cache="false")
    assert (done.code, done.kept) == (0, frozenset())
    assert done.annotations("notice") == []
    assert done.summary


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (ROOT / "action.yml", "vendor.github-actions"),
        (EXAMPLE / ".github/workflows/accord.yml", "vendor.github-workflows"),
        (ROOT / "checker/cli/start/workflow.yml", "vendor.github-workflows"),
    ],
    ids=["action", "example", "start"],
)
def test_the_files_are_valid_by_the_schemas_that_editors_use(path: Path, schema: str) -> None:
    errors = Draft7Validator(get_builtin_schema(schema)).iter_errors(
        as_typed(path.read_text("utf-8"))
    )
    assert [error.message for error in errors] == []


def test_no_expression_stands_in_a_script_and_every_action_has_its_version() -> None:
    steps = data_of(ROOT / "action.yml")["runs"]["steps"]
    steps += data_of(EXAMPLE / ".github/workflows/accord.yml")["jobs"]["reports"]["steps"]
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]
    assert all(step.get("shell") == "bash" for step in steps[:-3] if "run" in step)
    used = [step["uses"] for step in steps if "uses" in step]
    assert all(re.fullmatch(r"actions/[\w/-]+@v\d+|\./accord", one) for one in used)


def test_the_cache_is_saved_under_the_key_it_is_looked_for_and_before_the_job_can_fail() -> None:
    steps = data_of(ROOT / "action.yml")["runs"]["steps"]
    names = [step.get("uses") or step["name"] for step in steps]
    restore, save = (names.index(f"actions/cache/{one}@v4") for one in ("restore", "save"))
    assert names.index("Check the reports") < save < names.index("Pass or fail")
    # Of a step of an action, github.action is its own name and not that of the whole action.
    assert "github.action " not in steps[save]["with"]["key"]
    assert steps[restore]["with"].items() > steps[save]["with"].items()
    assert steps[save]["with"]["key"].startswith(steps[restore]["with"]["restore-keys"])


def test_the_example_may_only_read_and_has_no_secrets() -> None:
    workflow = data_of(EXAMPLE / ".github/workflows/accord.yml")
    assert workflow["permissions"] == {"contents": "read"}
    for path in (ROOT / "action.yml", EXAMPLE / ".github/workflows/accord.yml"):
        assert "secrets" not in path.read_text(encoding="utf-8")
