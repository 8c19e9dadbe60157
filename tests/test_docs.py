"""What the documents say holds: examples run, and nothing of the interface is left out of them."""

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner, Result
from pydantic import BaseModel

import checker.language.models
from checker.cli.main import main
from checker.outputs import WRITERS
from checker.reports.columns import COLUMNS, markdown_table
from checker.values.verdict import LEVELS, ClauseStanding, Reason, Standing, Verdict

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")]
FENCE = re.compile(r"^```(\w*)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what stands beside the language, its text."""

    language: str
    info: str
    text: str


def blocks(page: Path, language: str) -> list[Block]:
    found = FENCE.findall(page.read_text(encoding="utf-8"))
    return [Block(*match) for match in found if match[0] == language]


def words(page: str) -> set[str]:
    """Return what stands between backticks, and each word of it."""
    quoted = re.findall(r"`([^`\n]+)`", (DOCS / page).read_text(encoding="utf-8"))
    return {word for text in quoted for word in (text, *re.findall(r"[\w-]+", text))}


def made(page: str, name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compare the part of a page that is made from the code; with --accept, write it anew."""
    path = DOCS / page
    start, end = f"<!-- made: {name} -->\n", "<!-- end -->"
    before, _, rest = path.read_text(encoding="utf-8").partition(start)
    got, _, after = rest.partition(end)
    assert rest, f"{page} lacks {start}"
    if request.config.getoption("--accept"):
        path.write_text(f"{before}{start}{text}{end}{after}", encoding="utf-8", newline="\n")
        got = text
    assert got == text


def accord(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="accord")


# --------------------------------------------------------------------------- the rule language


def data(text: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.BaseLoader(text).get_single_data()
    return content


def agreements() -> Iterator[Any]:
    """Return every example of the reference put into the agreement of its first section."""
    page = DOCS / "language.md"
    base, *parts = [block.text for block in blocks(page, "yaml")]
    yield pytest.param(base, id="the-whole-agreement")
    for part in parts:
        whole = data(base)
        for key, value in data(part).items():
            whole[key] = {**whole.get(key, {}), **value} if isinstance(value, dict) else value
        yield pytest.param(
            yaml.safe_dump(whole, allow_unicode=True, sort_keys=False),
            id=part.splitlines()[1].strip().partition(":")[0],
        )


def write_example(folder: Path, agreement: str) -> None:
    (folder / "agreement.yaml").write_text(agreement, encoding="utf-8")
    for language in ("json", "csv"):
        for block in blocks(DOCS / "language.md", language):
            path = folder / block.info
            path.parent.mkdir(exist_ok=True)
            path.write_text(block.text, encoding="utf-8")


def is_shown(problem: dict[str, Any]) -> bool:
    """Say whether an example means to draw a warning.

    It declares what other examples refer to, and section 4 shows what nobody can decide.
    """
    is_open = problem["code"] == "W110" and re.search("'(vague|unknown)'", problem["message"])
    return problem["code"] == "W101" or bool(is_open)


@pytest.mark.parametrize("agreement", list(agreements()))
def test_every_example_of_the_language_reference_can_be_read(
    agreement: str, tmp_path: Path
) -> None:
    write_example(tmp_path, agreement)
    done = accord("lint", str(tmp_path), "-f", "json")
    said = json.loads(done.stdout)["diagnostics"]
    assert [one for one in said if not is_shown(one)] == []
    assert done.exit_code == 0


def test_every_word_of_the_language_is_in_the_reference() -> None:
    listed = accord("words").stdout
    known = {line.split()[0] for line in listed.splitlines() if line[:1].isalpha()}
    assert known - words("language.md") == set()


def models() -> Iterator[type[BaseModel]]:
    for kind in vars(checker.language.models).values():
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind is not BaseModel:
            yield kind


def test_every_key_of_an_agreement_is_in_the_reference() -> None:
    keys = {field.alias or name for model in models() for name, field in model.model_fields.items()}
    assert keys - words("language.md") == set()


# ------------------------------------------------------------------- verdicts, columns, commands


def test_every_verdict_standing_and_reason_is_explained() -> None:
    said = {value.name.lower() for kind in (Verdict, Standing, ClauseStanding) for value in kind}
    said |= {reason.name.lower() for reason in Reason if reason.name}
    assert said - words("verdicts.md") == set()


def test_the_columns_of_reports_are_documented_as_they_are(request: pytest.FixtureRequest) -> None:
    made("reports.md", "columns", markdown_table(), request)
    assert {column.name for column in COLUMNS} - words("reports.md") == set()


def test_the_mapping_of_the_reference_reads_its_export(tmp_path: Path) -> None:
    (whole, *_) = blocks(DOCS / "language.md", "yaml")
    (tmp_path / "agreement.yaml").write_text(whole.text, encoding="utf-8")
    for block in (*blocks(DOCS / "reports.md", "csv"), *blocks(DOCS / "reports.md", "yaml")):
        if block.info:
            (tmp_path / block.info).write_text(block.text, encoding="utf-8")
    done = accord(
        *("check", str(tmp_path), str(tmp_path / "export.csv"), "--all", "-f", "json"),
        *("--mapping", str(tmp_path / "mapping.yaml")),
    )
    result = json.loads(done.stdout)
    assert {finding["reports"][0]["id"] for finding in result["findings"]} == {"A-1", "A-2"}
    assert {(item["reason"], item["count"]) for item in result["not_judged"]} >= {("R211", 1)}


def commands() -> Iterator[tuple[str, click.Command]]:
    assert isinstance(main, click.Group)
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        yield name, command


def test_every_command_and_option_is_documented() -> None:
    said = words("index.md")
    missing = [name for name, _ in commands() if f"accord {name}" not in " ".join(said)]
    missing += [
        f"{name} {option}"
        for name, command in commands()
        for parameter in command.params
        for option in parameter.opts
        if isinstance(parameter, click.Option) and option.startswith("--")
        if option not in " ".join(said)
    ]
    assert missing == []


def test_every_format_is_documented() -> None:
    assert {one.name for one in WRITERS} - words("formats.md") == set()


def test_every_level_of_failure_is_documented() -> None:
    assert set(LEVELS) - words("index.md") == set()


# ---------------------------------------------------------------------------------- the result


def keys_of(schema: Any) -> set[str]:
    """Return every key and every word of a list of words, at any depth."""
    if isinstance(schema, list):
        return set().union(*(keys_of(part) for part in schema))
    if not isinstance(schema, dict):
        return set()
    found = set(schema.get("properties", ())) | {
        word for word in schema.get("enum", ()) if isinstance(word, str)
    }
    return found.union(*(keys_of(part) for part in schema.values()))


def test_every_key_and_word_of_a_result_is_documented() -> None:
    keys = keys_of(json.loads(accord("schema", "result").stdout))
    assert {"violated_under", "limit_low_m", "lapsed", "deadline"} <= keys
    assert keys - words("result.md") - words("verdicts.md") == set()


def test_every_key_and_word_of_an_explanation_is_documented() -> None:
    keys = keys_of(json.loads(accord("schema", "explanation").stdout))
    assert {"flips", "kept_by", "limit_said"} <= keys
    assert keys - words("explain.md") - words("verdicts.md") == set()


PARTS = {
    "report": "| `reports` |",
    "judged_reading": "Each of `readings` holds",
    "measured": "Each of `measured` holds",
    "finding": "## A finding",
    "row": "| `summary` | `clause`",
    "spell": "| `conditions` | `clause`",
}
"""Where result.md tells what a part of a result holds: a heading, a paragraph, a row."""


@pytest.mark.parametrize("part", PARTS)
def test_every_key_of_a_part_of_a_result_is_documented_where_that_part_is(part: str) -> None:
    schema = json.loads(accord("schema", "result").stdout)["$defs"][part]
    page = (DOCS / "result.md").read_text(encoding="utf-8")
    begin = page.index(PARTS[part])
    ends = {"#": "\n## ", "E": "\n\n", "|": "\n"}
    said = page[begin : page.index(ends[PARTS[part][0]], begin)]
    assert set(schema["properties"]) - set(re.findall(r"`(\w+)`", said)) == set()


def test_the_keys_that_are_of_the_gravest_reading_are_named() -> None:
    finding = json.loads(accord("schema", "result").stdout)["$defs"]["finding"]["properties"]
    told = {key: one.get("description", "") for key, one in finding.items()}
    gravest = {key for key, said in told.items() if "under the gravest reading" in said.lower()}
    page = (DOCS / "result.md").read_text(encoding="utf-8")
    said = page[page.index("At the top, those of") :].partition("are of the gravest reading")[0]
    assert gravest == set(re.findall(r"`(\w+)`", said))


def is_part(shown: Any, whole: Any) -> bool:
    """Say whether a shortened value is what the whole one says; `...` ends a shortened text."""
    if isinstance(shown, dict):
        return all(key in whole and is_part(value, whole[key]) for key, value in shown.items())
    if isinstance(shown, list):
        return bool(shown or not whole) and all(
            any(is_part(one, other) for other in whole) for one in shown
        )
    if isinstance(shown, str) and shown.endswith("..."):
        return str(whole).startswith(shown[:-3])
    return bool(shown == whole)


def test_the_example_of_a_result_is_part_of_what_the_program_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_readme_example(tmp_path)
    monkeypatch.chdir(tmp_path)
    (shown,) = blocks(DOCS / "result.md", "json")
    result = json.loads(accord("check", "deal", "reports.csv", "-f", "json").stdout)
    assert list(json.loads(shown.text)) == list(result)
    assert is_part(json.loads(shown.text), result)


# ---------------------------------------------------------------------------------- the README


def test_the_agreement_of_the_readme_has_no_problem(tmp_path: Path) -> None:
    (block,) = blocks(ROOT / "README.md", "yaml")
    (tmp_path / "agreement.yaml").write_text(block.text, encoding="utf-8")
    assert accord("lint", str(tmp_path)).stdout == "No problems.\n"


def test_no_other_page_prints_an_agreement() -> None:
    pages = {
        page.name for page in PAGES for block in blocks(page, "yaml") if "clauses:" in block.text
    }
    assert pages == {"README.md", "language.md"}


def test_the_readme_fits_on_one_screen() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 80


def write_readme_example(folder: Path) -> None:
    for language in ("yaml", "csv"):
        (block,) = blocks(ROOT / "README.md", language)
        path = folder / block.info
        path.parent.mkdir(exist_ok=True)
        path.write_text(block.text, encoding="utf-8")


def findings_of(printed: str) -> str:
    """Return the findings of a page, each with all its lines, and nothing that is round them."""
    found = re.findall(r"^  \S+ \(\S+:\d+\) .*\n(?:    .*\n)+", printed, re.MULTILINE)
    return "\n".join(found)


def test_the_example_of_the_readme_is_what_the_program_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    page = ROOT / "README.md"
    write_readme_example(tmp_path)
    monkeypatch.chdir(tmp_path)
    (shown,) = blocks(page, "text")
    command = shlex.split(shown.info)
    assert command[0] == "accord"
    printed = findings_of(accord(*command[1:]).stdout)
    assert printed.count("finding ") == 2
    if request.config.getoption("--accept"):
        old, new = (f"```text {shown.info}\n{text}```" for text in (shown.text, printed))
        text = page.read_text(encoding="utf-8").replace(old, new)
        page.write_text(text, encoding="utf-8", newline="\n")
        (shown,) = blocks(page, "text")
    assert shown.text == printed


def test_the_commands_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line for block in blocks(ROOT / "README.md", "sh") for line in block.text.splitlines()]
    ours = [shlex.split(line, comments=True) for line in lines if line.startswith("accord ")]
    assert ours
    monkeypatch.chdir(tmp_path)
    for command in ours:
        assert accord(*command[1:]).exit_code in {0, 1}, command


def test_the_targets_that_the_pages_name_are_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {
        target
        for page in PAGES
        for target in re.findall(r"\bmake ([a-z]+)`", page.read_text(encoding="utf-8"))
    }
    assert named
    assert named - targets == set()


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        there = page.parent / path if path else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            broken.append(target)
    assert broken == []
