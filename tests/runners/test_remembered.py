"""Of a folder of reports only what changed is judged, and the answer has the same bytes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cache.store import Store
from checker.cli import kept
from checker.reports import Reports
from checker.reports.parts import PartReader
from checker.runners import remembered as module
from checker.runners.remembered import PassesRemembered
from checker.runners.telling import Telling
from tests.cli.made import HEAD, accord, row, write_deal

NAMES = ("a.csv", "b.csv", "c.csv")
KEEPS = "    in_return_for: {kept: keep-off, lapse: suspends, unproved: holds}\n"
"""Green keeps out as long as Red keeps off."""

Ask = Callable[..., list[str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACCORD_CACHE", str(tmp_path / "kept"))
    write_deal(tmp_path / "deal")
    for day, name in enumerate(NAMES, start=1):
        seen = f"2018-06-0{day}T12:00:00Z"
        rows = row(f"{name[0]}1", seen_from=seen) + row(f"{name[0]}2", seen_from=seen, lat="33.5")
        (tmp_path / name).write_text(HEAD + rows, encoding="utf-8")
    return tmp_path


@pytest.fixture
def ask(here: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask, compare with the answer of no memory, and return which files were worked on anew."""
    assert here.is_dir()
    monkeypatch.setattr(kept, "KEPT", frozenset())  # whole answers are not what is asked for here
    worked_on: list[str] = []

    def note(task: str) -> None:
        make = getattr(PassesRemembered, task)

        def noted(self: PassesRemembered, known: object, one: module._Known) -> object:
            worked_on.append(self._reader.content_of(one.part)[0])
            return make(self, known, one)

        monkeypatch.setattr(PassesRemembered, task, noted)

    note("_gathered")
    note("_told")

    def asked(*arguments: str, names: tuple[str, ...] = NAMES) -> list[str]:
        worked_on.clear()
        whole = ("check", "deal", *names, "-f", "json", *arguments)
        one = accord(*whole)
        found = list(dict.fromkeys(worked_on))
        other = accord(*whole, "--no-cache")
        assert (one.exit_code, one.stdout_bytes) == (other.exit_code, other.stdout_bytes)
        assert one.exit_code in {0, 1}
        return found

    return asked


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_of_a_growing_folder_only_what_is_new_or_changed_is_judged(here: Path, ask: Ask) -> None:
    assert ask() == [*NAMES]
    later = row("d1", seen_from="2018-06-04T12:00:00Z")
    (here / "b2.csv").write_text(HEAD + later, encoding="utf-8")
    names = ("a.csv", "b.csv", "b2.csv", "c.csv")
    assert ask(names=names) == ["b2.csv"]
    edit(here / "b.csv", "33.5", "33.6")
    assert ask(names=names) == ["b.csv"]
    assert ask(names=("a.csv", "c.csv")) == []
    (here / "a.csv").rename(here / "z.csv")
    assert ask(names=("c.csv", "z.csv")) == ["z.csv"]  # findings tell the name of the file


def test_a_comment_changes_nothing_and_each_rule_that_bears_on_reports_does(
    here: Path, ask: Ask
) -> None:
    rules = here / "deal" / "agreement.yaml"
    rules.write_text(rules.read_text("utf-8") + KEEPS, encoding="utf-8")
    ask()
    edit(rules, "clauses:\n", "# a comment\nclauses:\n")
    assert ask() == []
    edit(rules, "1 km", "2 km")
    assert ask() == [*NAMES]
    assert ask("--all") == [*NAMES]
    assert ask("--fail-on", "apparent") == [*NAMES]
    assert ask("--fail-on", "apparent") == []
    edit(rules, "32.5", "32.6")
    assert ask() == [*NAMES]


def test_another_version_judges_anew(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    ask()
    monkeypatch.setattr(module, "program_digest", lambda: "of another version")
    assert ask() == [*NAMES]


def test_a_correction_is_news_to_the_report_that_it_corrects_alone(here: Path, ask: Ask) -> None:
    ask()
    head = HEAD.replace("\n", ",supersedes\n")
    rows = row("d1", seen_from="2018-06-04T12:00:00Z").replace("\n", ",b1\n")
    (here / "d.csv").write_text(head + rows, encoding="utf-8")
    assert ask(names=(*NAMES, "d.csv")) == ["b.csv", "d.csv"]


def test_an_id_that_another_file_has_too_is_rejected_as_without_a_memory(
    here: Path, ask: Ask
) -> None:
    ask()
    edit(here / "c.csv", "c1,", "a1,")
    assert ask() == ["c.csv"]
    assert "R208" in accord("check", "deal", *NAMES, "-f", "json").stdout


def test_what_others_say_of_later_days_is_no_news(here: Path, ask: Ask) -> None:
    rules = here / "deal" / "agreement.yaml"
    rules.write_text(rules.read_text("utf-8") + KEEPS, encoding="utf-8")
    greens = row("g1", actor="green", seen_from="2018-06-02T18:00:00Z")
    (here / "b.csv").write_text(HEAD + greens, encoding="utf-8")
    ask()
    edit(here / "c.csv", "c1,position,36,32.5", "c1,position,36,34")
    assert ask() == ["c.csv"]
    edit(here / "a.csv", "a1,position,36,32.5", "a1,position,36,34")
    assert ask() == [*NAMES]  # Red broke its word no more, which bears on all that follows


def baseline_of(*arguments: str) -> str:
    """Accept what a run finds, and return the file of the baseline."""
    accord("check", "deal", *NAMES, "-f", "json=result.json", *arguments)
    why = ("--reason", "known", "--author", "M. O.", "--expires", "2019-01-01")
    assert accord("baseline", "write", "result.json", *why, "-o", "base.json").exit_code == 0
    return "base.json"


def test_what_a_baseline_accepts_is_marked_on_what_was_kept(here: Path, ask: Ask) -> None:
    base = baseline_of()
    assert ask("--baseline", base) == []
    assert accord("check", "deal", *NAMES, "--baseline", base).exit_code == 0
    edit(here / base, "2019-01-01", "2018-01-01")
    assert ask("--baseline", base) == []
    assert accord("check", "deal", *NAMES, "--baseline", base).exit_code == 1
    assert ask() == [], "what is accepted must never be kept as accepted"


@pytest.mark.parametrize("form", ["csv", "parquet", "text"])
def test_a_table_of_what_was_kept_as_columns_tells_what_is_accepted(
    here: Path, ask: Ask, form: str
) -> None:
    del ask  # whole answers are not kept
    base = baseline_of("--no-cache")
    ended = "ended.json"
    shutil.copy(base, ended)
    edit(here / ended, "2019-01-01", "2018-01-01")
    for accepting, code in (((), 1), (("--baseline", base), 0), (("--baseline", ended), 1)):
        whole = ("check", "deal", *NAMES, "-f", f"{form}=one", *accepting)
        one = accord(*whole)
        content = (here / "one").read_bytes()
        other = accord(*whole, "--no-cache")
        assert (one.exit_code, other.exit_code) == (code, code)
        assert content == (here / "one").read_bytes()


def test_a_blob_that_somebody_else_wrote_is_made_anew(here: Path, ask: Ask) -> None:
    ask()
    store = Store(here / "kept")
    for path in (here / "kept").glob("??/*"):
        store.put(path.parent.name + path.name, b"cposix\nsystem\n(S'exit 3'\ntR.")
    assert ask() == [*NAMES]


def test_one_file_and_large_files_are_judged_without_a_memory(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask(names=("a.csv",)) == []
    monkeypatch.setattr("checker.reports.parts._MOST_BYTES", 10)
    assert ask() == []


def test_a_file_of_which_nothing_is_told_is_judged_once_and_not_told_of(
    here: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    make = PassesRemembered._told

    def noted(self: PassesRemembered, telling: Telling, one: module._Known) -> object:
        told.append(self._reader.content_of(one.part)[0])
        return make(self, telling, one)

    monkeypatch.setattr(PassesRemembered, "_told", noted)
    edit(here / "b.csv", "b1,position,36,32.5", "b1,position,36,34")
    assert ask() == [*NAMES]
    assert told == ["a.csv", "c.csv"]
    told.clear()
    ask("--all")
    assert told == [*NAMES]


def test_ids_are_compared_only_where_a_file_gives_some(here: Path, ask: Ask) -> None:
    # Without ids a report is named by its place, which no other has.
    for name in NAMES:
        lines = (here / name).read_text("utf-8").splitlines()
        (here / name).write_text(
            "".join(f"{line.partition(',')[2]}\n" for line in lines), encoding="utf-8"
        )
    assert ask() == [*NAMES]
    edit(here / "c.csv", "33.5", "33.6")
    assert ask() == ["c.csv"]


def test_another_format_tells_what_was_kept(ask: Ask) -> None:
    assert accord("check", "deal", *NAMES).exit_code == 1
    assert ask() == []


def test_what_is_listed_is_known_of_each_file_too(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask()
    monkeypatch.setattr(Reports, "batches", None)
    assert accord("check", "deal", *NAMES, "-f", "json").exit_code == 1


def test_a_file_is_read_once_where_nothing_is_known_and_not_at_all_where_all_is(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    batches = PartReader._batches

    def noted(self: PartReader, *given: object) -> object:
        read.append(given)
        return batches(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(PartReader, "_batches", noted)
    assert ask() == [*NAMES]
    assert len(read) == 3
    assert ask() == []
    assert len(read) == 3
