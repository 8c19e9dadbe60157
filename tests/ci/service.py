"""The CI kit as a service runs it: the shell steps of its files, in a throw-away repository."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

__all__ = [
    "EXAMPLE",
    "ROOT",
    "Done",
    "Machine",
    "Repository",
    "data_of",
    "files_of",
    "installed",
    "shell",
]

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "fixtures" / "ci-example"
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")


@dataclass(frozen=True)
class Done:
    """How a run ended, and what it left for its readers."""

    code: int
    log: str
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    after: str = ""

    def annotations(self, kind: str) -> list[str]:
        """Return the annotations as the runner reads the log: not while commands are stopped."""
        found, resume = [], ""
        for line in map(str.lstrip, self.log.splitlines()):
            if resume:
                resume = "" if line == f"::{resume}::" else resume
            elif line.startswith("::stop-commands::"):
                resume = line.removeprefix("::stop-commands::")
            elif line.startswith(f"::{kind}"):
                found.append(line)
        assert not resume
        return found


def data_of(path: Path) -> Any:
    """Return what a file of YAML holds, each value as its text."""
    return yaml.BaseLoader(path.read_text(encoding="utf-8")).get_single_data()


def shell(script: str, folder: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=env,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )


def installed(folder: Path) -> Path:
    """Make an empty environment whose pip asks no index, and return its folder of programs.

    What Accord needs is lent to it from the environment of the tests; Accord itself is not. To save
    time it is installed once, unless the variable ANEW is set.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    programs = folder / "bin"
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = programs / "pip"
    flags = "--no-index --no-deps --no-build-isolation"
    pip.write_text(
        f'#!/bin/sh\n[ -n "$ANEW" ] || [ ! -e "{programs}/accord" ] || exit 0\n'
        f'exec "{programs}/python" -I -m pip "$@" {flags}\n',
        encoding="utf-8",
    )
    pip.chmod(0o755)
    return programs


@dataclass(frozen=True)
class Machine:
    """A runner with an environment of its own; ``folder`` outlives the runs, as a cache does."""

    programs: Path
    folder: Path

    def env(self, **more: str) -> dict[str, str]:
        """Return what every step finds: its programs first, and nothing of ours."""
        path = f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        fixed = {"PATH": path, "HOME": str(self.folder), "LANG": "C.UTF-8"}
        return {**fixed, **more}

    def action(self, workspace: Path, inputs: dict[str, str], **variables: str) -> Done:
        """Run the steps of action.yml until one fails."""
        action = data_of(ROOT / "action.yml")
        temp, outside = self.folder / "temp", self.folder / "outside"
        for one in (temp, outside):
            one.mkdir(exist_ok=True)
        for old in [*temp.glob("accord*.*"), *outside.iterdir()]:  # the cache alone is restored
            old.unlink()
        # The values of expressions; what is not among them is an error of the test.
        known = {f"inputs.{key}": one.get("default", "") for key, one in action["inputs"].items()}
        known |= {f"inputs.{key}": value for key, value in inputs.items()}
        assert set(inputs) <= set(action["inputs"])
        log, code, outputs = "", 0, {}
        for step in action["runs"]["steps"]:
            if "run" not in step or not self._is_wanted(step, known):
                continue
            given = {key: filled(value, known) for key, value in step.get("env", {}).items()}
            env = self.env(
                **given,
                **variables,
                RUNNER_TEMP=str(temp),
                GITHUB_ACTION_PATH=str(ROOT),
                GITHUB_OUTPUT=str(outside / "output"),
                GITHUB_STEP_SUMMARY=str(outside / "summary"),
            )
            done = shell(step["run"], workspace, env)
            log += done.stdout
            outputs = dict(line.split("=", 1) for line in read(outside / "output").splitlines())
            (outside / "output").unlink(missing_ok=True)
            if "id" in step:
                known |= {f"steps.{step['id']}.outputs.{key}": one for key, one in outputs.items()}
            code = done.returncode
            if code:
                break
        (value,) = action["outputs"].values()
        outputs = {"exit-code": filled(value["value"], known)}
        kept = frozenset(path.name for path in (temp / "accord-cache").rglob("*") if path.is_file())
        return Done(code, log, read(outside / "summary"), outputs, files_of(workspace), kept)

    def _is_wanted(self, step: dict[str, str], known: dict[str, str]) -> bool:
        left, _, right = step.get("if", "'' == ''").partition(" == ")
        return known.get(left, left.strip("'")) == right.strip("'")


@dataclass(frozen=True)
class Repository:
    """A repository of reports, at first the example; each run gets a fresh checkout of it."""

    folder: Path
    machine: Machine
    source: Path = EXAMPLE

    def __post_init__(self) -> None:
        shutil.copytree(self.source, self.folder)
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit()

    def git(self, *arguments: str) -> str:
        """Run git with nobody's settings, and return what it says."""
        env = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        known = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
        return subprocess.run(
            ["git", *known, *arguments],
            cwd=self.folder,
            env=self.machine.env(**env),
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout

    def write(self, name: str, text: str) -> None:
        """Write a file, and the folders above it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a place of a file."""
        text = read(self.folder / name)
        assert text.count(old) == 1
        self.write(name, text.replace(old, new))

    def commit(self) -> None:
        """Put everything into one commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Reports of the day")

    def checkout(self) -> Path:
        """Return a fresh copy of what was committed last."""
        workspace = self.machine.folder / "workspace"
        shutil.rmtree(workspace, ignore_errors=True)
        self.git("clone", "--quiet", str(self.folder), str(workspace))
        return workspace

    def push(self, **more: str) -> Done:
        """Commit, and run the workflow: the action as it is called there, and the steps after it.

        Capital names are variables of the runner, others inputs of the action.
        """
        if self.git("status", "--porcelain"):
            self.commit()
        workflow = data_of(self.folder / ".github/workflows/accord.yml")
        (job,) = workflow["jobs"].values()
        steps = job["steps"]
        (given,) = (step["with"] for step in steps if step.get("uses") == "./accord")
        inputs = {name.replace("_", "-"): one for name, one in more.items() if name.islower()}
        variables = {name: one for name, one in more.items() if name.isupper()}
        workspace = self.checkout()
        done = self.machine.action(workspace, {**given, **inputs}, **variables)
        for step in steps:
            if "run" in step:
                assert step["if"] == "success() || failure()"
                after = shell(step["run"], workspace, self.machine.env(ACCORD_CACHE=""))
                done = replace(done, code=done.code or after.returncode, after=after.stdout)
        return done


def filled(text: str, known: dict[str, str]) -> str:
    """Return a text of a workflow with its expressions replaced by what they stand for."""
    return EXPRESSION.sub(lambda found: known[found[1]], text)


def read(path: Path) -> str:
    """Return the text of a file, nothing where it is not."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def files_of(workspace: Path) -> dict[str, str]:
    """Return what a run wrote beside what was checked out."""
    command = ["git", "ls-files", "--others", "-z"]
    done = subprocess.run(command, cwd=workspace, check=True, capture_output=True, encoding="utf-8")
    return {name: read(workspace / name) for name in done.stdout.split("\0") if name}
