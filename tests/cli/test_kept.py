"""An answer that was given before is given again, if nothing changed that it was made from."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli import kept as module
from checker.cli.kept import FRESH, KEPT
from checker.cli.main import COMMANDS, main
from tests.cli.made import HEAD, accord, row

ROOT = Path(__file__).parents[2]
CHECK = ("check", "deal", "reports.csv", "-f", "text", "-f", "json=result.json", "-v")


@pytest.fixture
def runs(here: Path, deal: str, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Count the runs that judge; the deal and its reports lie here, and answers are kept."""
    assert deal == "deal"
    (here / "reports.csv").write_text(HEAD + row("r1", lon="36.0", lat="32.501"), encoding="utf-8")
    monkeypatch.setenv("ACCORD_CACHE", str(here / "cache"))
    judged: list[object] = []
    kept_run = module._kept_run

    def counted(*given: object) -> object:
        judged.append(given)
        return kept_run(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_kept_run", counted)
    return judged


def test_the_second_answer_is_the_first_to_the_byte(here: Path, runs: list[object]) -> None:
    first = accord(*CHECK)
    written = (here / "result.json").read_bytes()
    (here / "result.json").unlink()
    second = accord(*CHECK)
    assert len(runs) == 1
    assert (first.exit_code, first.stdout_bytes) == (second.exit_code, second.stdout_bytes)
    assert first.exit_code == 1
    assert (here / "result.json").read_bytes() == written
    said = f"as answered before for the same files; {FRESH} judges anew\n"
    assert second.stderr == first.stderr + said


def test_what_it_was_made_from_and_how_it_was_asked_is_judged_anew(
    here: Path, runs: list[object]
) -> None:
    accord(*CHECK)
    rules, reports = here / "deal" / "agreement.yaml", here / "reports.csv"
    rules.write_text(rules.read_text("utf-8").replace("1 km", "90 m"), encoding="utf-8")
    other = accord(*CHECK)
    assert (len(runs), other.exit_code) == (2, 0)
    reports.write_text(HEAD + row("r2", lon="36.0", lat="32.5001", radius_m="10"), encoding="utf-8")
    assert (accord(*CHECK).exit_code, len(runs)) == (1, 3)
    accord(*CHECK, "--as-of", "2018-07-01")
    assert len(runs) == 4
    accord(*CHECK)
    assert len(runs) == 4


def test_another_baseline_makes_another_answer(here: Path, runs: list[object]) -> None:
    accord(*CHECK)
    why = ("--reason", "known", "--author", "M. O.", "--expires", "2019-01-01")
    accord("baseline", "write", "result.json", *why, "-o", "base.json")
    accepting = (*CHECK, "--baseline", "base.json")
    assert [accord(*accepting).exit_code for _ in range(2)] == [0, 0]
    assert len(runs) == 2
    text = (here / "base.json").read_text("utf-8")
    (here / "base.json").write_text(text.replace("2019-01-01", "2018-01-01"), encoding="utf-8")
    told, anew = accord(*accepting), accord(*accepting, FRESH)
    assert (told.exit_code, len(runs)) == (1, 3)
    assert told.stdout_bytes == anew.stdout_bytes


def test_another_gazetteer_makes_another_answer(here: Path, runs: list[object]) -> None:
    head = "name,lon,lat,radius_m\n"
    (here / "g.csv").write_text(f"{head}Nawa,36,33,5\n", encoding="utf-8")
    placed = (*CHECK, "--gazetteer", "g.csv")
    accord(*placed)
    accord(*placed)
    assert len(runs) == 1
    (here / "g.csv").write_text(f"{head}Nawa,37,33,5\n", encoding="utf-8")
    accord(*placed)
    assert len(runs) == 2


def test_a_folder_that_takes_the_name_of_a_shipped_agreement_is_judged(
    here: Path, runs: list[object]
) -> None:
    shutil.copytree(here / "deal", here / "elsewhere")
    check = ("check", "south-syria-2018", "reports.csv")
    first = accord(*check)
    (here / "elsewhere").rename(here / "south-syria-2018")
    second = accord(*check)
    assert len(runs) == 2
    assert first.stdout != second.stdout


def test_a_link_that_leads_elsewhere_is_followed(here: Path, runs: list[object]) -> None:
    text = (here / "deal" / "agreement.yaml").read_text("utf-8")
    drawn = text.replace(
        "{point: {lon: 36.0, lat: 32.5}}", "{file: at.geojson, accuracy: 1 m, source: text}"
    )
    for name in ("near", "far"):
        folder = here / f"deal-{name}"
        folder.mkdir()
        (folder / "agreement.yaml").write_text(drawn, encoding="utf-8")
        for at in ("near", "far"):
            point = f'{{"type": "Point", "coordinates": [36.0, {32.5 if at == "near" else 33.5}]}}'
            (folder / f"{at}.geojson").write_text(point, encoding="utf-8")
        (folder / "at.geojson").symlink_to(f"{name}.geojson")
    for link, names in (
        (here / "deal-near" / "at.geojson", ("near.geojson", "far.geojson")),
        (here / "current", ("deal-near", "deal-far")),
    ):
        codes = []
        for name in names:
            link.unlink(missing_ok=True)
            link.symlink_to(name)
            named = "current" if link.name == "current" else "deal-near"
            codes.append(accord("check", named, "reports.csv").exit_code)
        assert codes == [1, 0]
        link.unlink()
        link.symlink_to(names[0])
    assert len(runs) == 4


def test_a_result_takes_the_place_of_nothing_that_is_read(here: Path, runs: list[object]) -> None:
    check = ("check", "deal", "reports.csv", "-f", "json=out.json")
    assert accord(*check).exit_code == 1
    (here / "out.json").unlink()
    (here / "out.json").symlink_to("reports.csv")
    before = (here / "reports.csv").read_bytes()
    refused = accord(*check)
    assert (refused.exit_code, len(runs)) == (2, 2)
    assert (here / "reports.csv").read_bytes() == before


def test_other_rules_of_a_zone_make_another_answer(
    here: Path, runs: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    accord(*CHECK)
    monkeypatch.setenv("PYTHONTZPATH", str(here / "tz"))
    accord(*CHECK)
    assert len(runs) == 2


def test_no_answer_is_kept_of_what_is_refused_or_comes_from_stdin_or_is_not_to_be_kept(
    here: Path, runs: list[object]
) -> None:
    (here / "bad.csv").write_text("id\n", encoding="utf-8")
    for _ in range(2):
        assert accord("check", "deal", "bad.csv").exit_code == 2
    assert len(runs) == 2
    text = (here / "reports.csv").read_text("utf-8")
    assert accord("check", "deal", "-", stdin=text).exit_code == 1
    assert accord(*CHECK, FRESH).exit_code == 1
    assert len(runs) == 2
    assert not [path for path in (here / "cache").rglob("*") if path.is_file()]


def test_a_run_that_only_writes_files_never_meets_a_closed_stdout(
    here: Path, runs: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        with pytest.raises(SystemExit) as ended:
            main(["check", "deal", "reports.csv", "-q", "-f", "json=result.json"])
    assert (ended.value.code, len(runs)) == (1, 1)
    assert (here / "result.json").is_file()


def test_in_a_folder_that_is_gone_it_is_judged_as_ever(
    runs: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    assert accord("demo").exit_code == 0
    assert runs == []


def test_a_demo_that_writes_a_folder_writes_it_each_time(here: Path, runs: list[object]) -> None:
    for name in ("one", "one"):
        shutil.rmtree(here / name, ignore_errors=True)
        assert accord("demo", name).exit_code == 0
        assert (here / name / "reports.csv").is_file()
    assert len(runs) == 2


def test_a_folder_for_the_result_that_is_gone_is_told_of_as_ever(
    here: Path, runs: list[object]
) -> None:
    (here / "out").mkdir()
    check = ("check", "deal", "reports.csv", "-f", "json=out/a.json")
    assert accord(*check).exit_code == 1
    shutil.rmtree(here / "out")
    refused = accord(*check)
    assert (refused.exit_code, len(runs)) == (2, 2)
    assert "there is no folder 'out'" in refused.stderr


def test_every_command_that_keeps_has_the_switch() -> None:
    for name in COMMANDS:
        assert (FRESH in accord(name, "--help").stdout) is (name in KEPT)


_WATCHED = """
import os, sys
from checker.cli.main import main
from checker.values.ledger import recording
opened = set()
def watch(event, given):
    if event == "open" and isinstance(given[0], str) and not (given[2] or 0) & os.O_CREAT:
        opened.add(os.path.realpath(given[0]))
for name in sys.argv[1].split(","):
    __import__(name)
sys.addaudithook(watch)
with recording() as ledger:
    try:
        main(sys.argv[2:])
    except SystemExit:
        pass
import json
read = [os.path.realpath(path) for path, sha in ledger.read.items() if sha]
print(json.dumps([sorted(opened), sorted(read), ledger.is_whole]), file=sys.stderr)
"""


@pytest.mark.parametrize("command", ["check", "accept", "observe", "test", "explain", "demo"])
def test_every_file_that_a_run_opens_is_noted(here: Path, command: str) -> None:
    shutil.copytree(ROOT / "rules" / "south-syria-2018", here / "deal")
    shutil.copytree(ROOT / "fixtures" / "south-syria-2018", here / "data")
    (here / "post.geojson").write_text(
        '{"type": "Point", "coordinates": [36.1, 32.6]}', encoding="utf-8"
    )
    baseline = {"baseline": 1, "agreement": "south-syria-2018", "accepted": []}
    (here / "base.json").write_text(json.dumps(baseline), encoding="utf-8")
    visits = "area,from,to,status\nderaa-city,2018-06-01,2018-06-02,refused\n"
    (here / "visits.csv").write_text(visits, encoding="utf-8")
    reports = ["data/reports.csv", "data/article.csv"]
    judged = ["deal", *reports, "--mapping", "data/mapping.yaml"]
    (here / "places.csv").write_text("name,lon,lat,radius_m\nNawa,36,33,5\n", encoding="utf-8")
    place = ["--place", "tanf=post.geojson,accuracy=50m", "--gazetteer", "places.csv"]
    arguments = {
        "check": ["check", *judged, *place],
        "accept": ["check", *judged, "--baseline", "base.json"],
        "observe": ["check", *judged, "--observations", "visits.csv"],
        "test": ["test", "deal"],
        "explain": ["explain", *judged, "--clause", "SYR18-2", "--report", "SS18-017"],
        "demo": ["demo"],
    }[command]
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, "numpy,pyarrow,checker.cli.check,tzdata", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "ACCORD_CACHE": ""},
        check=False,
    )
    opened, read, is_whole = json.loads(done.stderr.splitlines()[-1])
    ours = [path for path in opened if _is_input(Path(path), here)]
    assert is_whole
    assert ours
    assert command != "observe" or str((here / "visits.csv").resolve()) in ours
    assert command != "accept" or str((here / "base.json").resolve()) in ours
    assert command != "check" or str((here / "places.csv").resolve()) in ours
    assert set(ours) <= set(read)


def _is_input(path: Path, here: Path) -> bool:
    rules = (here, ROOT / "rules", ROOT / "fixtures")
    return any(path.is_relative_to(folder.resolve()) for folder in rules)
