"""`accord check`: exit codes, filters, what is stated, where results go."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker import outputs
from checker.cli.check import page_of
from checker.language.core.agreement import Core
from checker.plan import compile_plan
from checker.plan.plan import Plan
from tests.cli.made import AGREEMENT, HEAD, accord, result_of, row, write_deal

BREACH, LAWFUL = row("r1"), row("r2", lat="32.6")
APPARENT, VAGUE = row("r3", kind="allegation"), row("r4", radius_m="")
CLAIM = row("r5", kind="denial")
SCHEMA = json.loads(
    (Path(outputs.__file__).parent / "result.schema.json").read_text(encoding="utf-8")
)


def code(deal: str, rows: str, *arguments: str) -> int:
    return accord("check", deal, "-", *arguments, stdin=HEAD + rows).exit_code


def ids(deal: str, rows: str, *arguments: str) -> list[str]:
    result = result_of(deal, "-", *arguments, stdin=HEAD + rows)
    return [f"{one['reports'][0]['id']} {one['clause']}" for one in result["findings"]]


# -------------------------------------------------------------------------------- exit codes


def test_a_proved_violation_is_exit_1_and_a_lawful_report_is_exit_0(deal: str) -> None:
    assert code(deal, BREACH + LAWFUL) == 1
    assert code(deal, LAWFUL) == 0


@pytest.mark.parametrize(
    ("rows", "fails"),
    [
        (BREACH, ["violation", "apparent", "reading", "undetermined"]),
        (APPARENT, ["apparent", "reading", "undetermined"]),
        (VAGUE, ["undetermined"]),
        (LAWFUL, []),
    ],
)
def test_each_level_of_failure_includes_those_before_it(
    deal: str, rows: str, fails: list[str]
) -> None:
    levels = ("violation", "apparent", "reading", "undetermined", "never")
    assert [level for level in levels if code(deal, rows, "--fail-on", level) == 1] == fails


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere", "-"],
        ["deal", "nobody.csv"],
        ["deal"],
        ["deal", "-", "--fail-on", "sometimes"],
        ["deal", "-", "--as-of", "yesterday"],
        ["deal", "-", "--party", "ochre"],
        ["deal", "-", "--clause", "keep-of"],
        ["deal", "-", "--max-quarantined", "many"],
        ["deal", "-", "--radius", "100"],
        ["deal", "-", "--zone", "Syria"],
        ["deal", "-", "--mapping", "nobody.yaml"],
        ["deal", "-", "--place", "post=nobody.geojson,accuracy=1 m"],
        ["deal", "-", "-f", "pdf"],
        ["deal", "-", "-"],
        ["deal", "-", "--since", "2018-08-01", "--until", "2018-06-01"],
        ["deal", "-", "--unknown-option"],
    ],
)
def test_no_answer_is_exit_2_and_says_so_on_stderr_alone(deal: str, arguments: list[str]) -> None:
    assert deal == "deal"
    done = accord("check", *arguments, stdin=HEAD + BREACH)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_run_that_put_nothing_to_the_test_is_exit_3(deal: str) -> None:
    early = row("r6", seen_from="2018-05-01")
    green_alone = (
        AGREEMENT[: AGREEMENT.index("  keep-off:")] + (AGREEMENT[AGREEMENT.index("  keep-out:") :])
    )
    assert code(deal, "") == 3
    assert code(deal, early) == 3
    assert (
        code(write_deal(Path("green"), green_alone), row("r7", actor="green", kind="denial")) == 3
    )
    # The denial concerns no green, so under the other clause it was judged.
    assert code(deal, CLAIM) == 0
    assert code(deal, early, "--allow-empty") == 0
    done = accord("check", deal, "-", stdin=HEAD)
    assert "HOLLOW: nothing was put to the test, so this is no pass." in done.stdout
    assert "hollow: nothing was put to the test; this is no pass" in done.stderr


BAD = row("r8", lat="120")


@pytest.mark.parametrize(
    ("most", "expected"), [("0", 3), ("1", 0), ("49%", 3), ("50%", 0), ("49.9 %", 3)]
)
def test_more_rejected_rows_than_allowed_are_exit_3(deal: str, most: str, expected: int) -> None:
    assert code(deal, LAWFUL + BAD, "--max-quarantined", most) == expected
    assert code(deal, LAWFUL + BAD, "--max-quarantined", most, "--allow-empty") == expected


def test_of_several_codes_2_goes_before_1_before_3(deal: str) -> None:
    assert code(deal, BREACH + BAD, "--max-quarantined", "0") == 1
    assert accord("check", deal, "-", "nobody.csv", stdin=HEAD + BREACH).exit_code == 2


# -------------------------------------------------------------------------------- what is shown


@pytest.mark.parametrize(
    ("arguments", "shown", "exit_code"),
    [
        ([], ["r1 keep-off", "r9 keep-out"], 1),
        (["--party", "red"], ["r1 keep-off"], 1),
        (["--party", "Red Army"], ["r1 keep-off"], 1),
        (["--party", "red-unit"], [], 0),
        (["--clause", "keep-out"], ["r9 keep-out"], 1),
        (["--clause", "keep-out", "--clause", "keep-off"], ["r1 keep-off", "r9 keep-out"], 1),
        (["--since", "2018-06-03"], ["r9 keep-out"], 1),
        (["--until", "2018-06-02"], ["r1 keep-off"], 1),
        (["--until", "2018-06-01"], [], 0),
    ],
)
def test_filters_choose_what_is_shown_and_the_exit_code_follows(
    deal: str, arguments: list[str], shown: list[str], exit_code: int
) -> None:
    rows = BREACH + row("r9", actor="green", seen_from="2018-06-03T12:00:00Z")
    assert ids(deal, rows, *arguments) == shown
    assert code(deal, rows, *arguments) == exit_code
    hidden = 2 - len(shown)
    last = accord("check", deal, "-", *arguments, stdin=HEAD + rows).stdout.splitlines()[-1]
    assert (f"{hidden} more hidden by filters" in last) is bool(hidden)


def test_all_shows_the_lawful_ones_too(deal: str) -> None:
    assert ids(deal, LAWFUL) == []
    assert ids(deal, LAWFUL, "--all") == ["r2 keep-off", "r2 keep-out"]


def test_all_cuts_no_list(deal: str) -> None:
    rows = "".join(row(f"r{number}") for number in range(40))
    shown = [
        accord("check", deal, "-", *arguments, stdin=HEAD + rows).stdout.count("   finding ")
        for arguments in ((), ("--all",), ("-v",))
    ]
    assert shown == [8, 80, 40]  # with --all those of the other clause too


def test_as_of_is_an_input_and_recorded(deal: str) -> None:
    later = BREACH + row("r9", seen_from="2018-07-10T12:00:00Z")
    result = result_of(deal, "-", "--as-of", "2018-06-02", stdin=HEAD + later)
    assert result["as_of"] == "2018-06-02T23:59:59.999999+03:00"
    assert {"reason": "after_as_of", "count": 1} in result["not_judged"]
    assert len(result["findings"]) == 1
    latest = result_of(deal, "-", stdin=HEAD + later)
    assert latest["as_of"] == "2018-07-10T15:00:00+03:00"
    assert [w for w in latest["warnings"] if "state it with --as-of" in w]


# ------------------------------------------------------------------------------ what is stated


def test_what_the_file_leaves_out_is_stated_and_recorded(deal: str, here: Path) -> None:
    (here / "r.csv").write_text("lon,lat,seen_from,actor\n36,32.5,2018-06-02 15:00,Red Army\n")
    refused = accord("check", deal, "r.csv")
    assert refused.exit_code == 2
    assert "--kind position" in refused.stderr
    assert "--radius 100m" in refused.stderr
    stated = ("--kind", "position", "--radius", "100m", "--zone", "Asia/Damascus")
    result = result_of(deal, "r.csv", *stated)
    told = {"kind": "position", "radius_m": 100, "zone": "Asia/Damascus"}
    assert result["inputs"][0]["stated"] == told
    assert result["findings"][0]["reports"] == [
        {"file": "r.csv", "line": 2, "row": 1, "id": "r.csv:2"}
    ]


def test_a_mapping_says_which_column_is_which_and_is_recorded(deal: str, here: Path) -> None:
    (here / "r.csv").write_text("X,Y,km,day,who\n36,32.5,0.01,2018-06-02,Reds\n")
    (here / "m.yaml").write_text(
        "columns: {lon: X, lat: Y, radius_m: km, seen_from: day, actor: who}\n"
        "units: {radius_m: km}\nconstants: {kind: position}\nvalues: {actor: {Reds: red}}\n"
    )
    result = result_of(deal, "r.csv", "--mapping", "m.yaml")
    assert [one["standing"] for one in result["findings"]] == ["violation"]
    digest = sha256((here / "m.yaml").read_bytes()).hexdigest()
    assert result["inputs"][0]["mapping"] == {"file": "m.yaml", "sha256": digest}


POINT = {
    "type": "Feature",
    "properties": {},
    "geometry": {"type": "Point", "coordinates": [36.5, 32.5]},
}


def test_a_place_may_be_replaced_and_that_is_recorded(deal: str, here: Path) -> None:
    path = here / "p.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [POINT]}))
    moved = result_of(deal, "-", "--place", "post=p.geojson,accuracy=50m", stdin=HEAD + BREACH)
    assert moved["findings"] == []
    assert [one["place"] for one in moved["agreement"]["overrides"]] == ["post"]
    no_accuracy = accord("check", deal, "-", "--place", "post=p.geojson", stdin=HEAD + BREACH)
    assert no_accuracy.exit_code == 2
    assert "states no accuracy" in no_accuracy.stderr
    unknown = accord(
        "check", deal, "-", "--place", "pots=p.geojson,accuracy=50m", stdin=HEAD + BREACH
    )
    assert unknown.exit_code == 2
    assert "did you mean 'post'?" in unknown.stderr


# ---------------------------------------------------------------------------- where results go


def test_the_same_question_has_the_same_bytes(deal: str, here: Path) -> None:
    (here / "r.csv").write_text(HEAD + BREACH + VAGUE + APPARENT)
    for form in ("text", "json"):
        one, two = (accord("check", deal, "r.csv", "-f", form).stdout_bytes for _ in range(2))
        assert one == two
        assert b"\r" not in one
        assert str(here).encode() not in one


def test_findings_have_the_same_ids_when_rows_and_files_move(deal: str, here: Path) -> None:
    (here / "a.csv").write_text(HEAD + BREACH + VAGUE)
    (here / "b.csv").write_text(HEAD + LAWFUL + VAGUE + BREACH)
    one, two = (result_of(deal, name)["findings"] for name in ("a.csv", "b.csv"))
    assert {f["id"] for f in one} == {f["id"] for f in two}


def test_a_result_is_valid_by_its_schema(deal: str) -> None:
    rows = BREACH + LAWFUL + APPARENT + VAGUE + CLAIM + BAD + row("r9", actor="Umber")
    result = result_of(deal, "-", "--all", stdin=HEAD + rows)
    Draft202012Validator(SCHEMA).validate(result)
    first = {"file": "<stdin>", "line": 8, "row": 7, "id": "r9"}
    assert result["unknown_actors"] == [
        {"name": "Umber", "count": 1, "first": first, "nearest": []}
    ]
    assert result["rejected"][0]["hint"] == "longitude and latitude may be swapped"


def test_formats_go_to_stdout_and_to_files_in_one_run(deal: str, here: Path) -> None:
    done = accord("check", deal, "-", "-f", "text", "-f", "json=out.json", stdin=HEAD + BREACH)
    assert "BREACH: 1 FINDING" in done.stdout
    assert json.loads((here / "out.json").read_text(encoding="utf-8"))["format"] == 1
    assert done.stderr.endswith("written: out.json\n")
    quiet = accord("check", deal, "-", "-q", "-f", "json=out.json", stdin=HEAD + BREACH)
    assert (quiet.stdout, quiet.stderr) == ("", "")


def test_a_style_that_is_written_beside_a_map_is_told_too(deal: str, here: Path) -> None:
    done = accord("check", deal, "-", "-f", "geojson=out.geojson", stdin=HEAD + row("r1"))
    assert done.stderr.endswith("written: out.geojson\nwritten: out.qml\n")
    assert (here / "out.qml").is_file()


def test_a_run_without_an_answer_leaves_the_file_as_it_was(deal: str, here: Path) -> None:
    (here / "out.json").write_text("before")
    assert accord("check", deal, "nobody.csv", "-f", "json=out.json").exit_code == 2
    assert (here / "out.json").read_text() == "before"
    assert [path.name for path in here.iterdir() if path.name.startswith(".")] == []


def test_several_files_are_read_as_one(deal: str, here: Path) -> None:
    (here / "a.csv").write_text(HEAD + BREACH)
    (here / "b.csv").write_text(f"supersedes,{HEAD}r1,{row('r1b', lat='32.6')}")
    result = result_of(deal, "a.csv", "b.csv")
    assert result["findings"] == []
    assert {"reason": "superseded", "count": 1} in result["not_judged"]
    assert [one["rows"] for one in result["inputs"]] == [1, 1]


def test_notes_go_to_stderr_and_quiet_leaves_them_out(deal: str) -> None:
    rows = HEAD.replace("\n", ",extra\n") + LAWFUL.replace("\n", ",x\n") + BAD.replace("\n", ",x\n")
    loud = accord("check", deal, "-", stdin=rows)
    assert "columns that are not read: extra" in loud.stderr
    assert "not accepted: 1 row; accord validate lists them with reasons" in loud.stderr
    quiet = accord("check", deal, "-", "--quiet", stdin=rows)
    assert quiet.stderr == ""
    assert quiet.stdout == loud.stdout


def test_a_page_that_goes_nowhere_has_no_colours(deal: str, monkeypatch: Any) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in accord("check", deal, "-", stdin=HEAD + BREACH).stdout
    page = page_of("apparent")
    assert (page.width, page.is_coloured, page.fail_on) == (100, False, "apparent")


def test_what_is_read_is_never_written_over(deal: str, here: Path) -> None:
    reports, rules = here / "r.csv", Path(deal) / "agreement.yaml"
    reports.write_text(HEAD + BREACH)
    before = rules.read_bytes()
    for target in ("r.csv", f"{deal}/agreement.yaml"):
        done = accord("check", deal, "r.csv", "-f", f"json={target}")
        assert done.exit_code == 2
        assert "write the result to another file" in done.stderr
    assert reports.read_text() == HEAD + BREACH
    assert rules.read_bytes() == before


# ----------------------------------------------------------------- what may change the answer

SWAPPED = row("r6", lon="32.5", lat="36")


def test_swapped_reports_are_told_on_stderr_on_the_page_and_in_the_result(deal: str) -> None:
    done = accord("check", deal, "-", stdin=HEAD + LAWFUL + SWAPPED)
    warned = "<stdin>:3:1: warning: R156: r6 lies far from every place of the agreement"
    assert warned in done.stderr
    assert "Warning: <stdin>:3:1: R156: r6 lies far" in done.stdout
    assert "and a clause that only they" in " ".join(done.stdout.split())
    result = result_of(deal, "-", stdin=HEAD + LAWFUL + SWAPPED)
    assert [one["id"] for one in result["swapped"]] == ["r6"]
    assert any("R156" in warning for warning in result["warnings"])


def test_a_clause_that_only_swapped_reports_keep_is_not_told_as_kept(deal: str) -> None:
    standings = [
        result_of(deal, "-", stdin=HEAD + rows)["summary"][0]["standing"]
        for rows in (LAWFUL, SWAPPED, LAWFUL + SWAPPED)
    ]
    assert standings == ["no_breach_seen", "no_evidence", "no_breach_seen"]


def test_a_swapped_place_of_the_agreement_is_told_too(here: Path) -> None:
    drawn = "  post: {point: {lon: 36.0, lat: 32.5}}\n"
    others = "  hill: {point: {lon: 36.1, lat: 32.6}}\n  ford: {point: {lon: 32.4, lat: 36.2}}\n"
    text = AGREEMENT.replace(drawn, drawn + others)
    text = text.replace("2 km, of: post", "2 km, of: [post, hill, ford]")
    name = write_deal(here / "turned", text)
    done = accord("check", name, "-", stdin=HEAD + LAWFUL)
    assert "W107: 'ford' lies far" in done.stderr
    assert "W107: 'ford' lies far" in " ".join(done.stdout.split())
    assert "W107" in result_of(name, "-", stdin=HEAD + LAWFUL)["warnings"][0]


def test_every_undeclared_word_is_told_on_the_page_and_in_the_result(deal: str) -> None:
    head, more = HEAD.replace("\n", ",does,supersedes\n"), ",fier,r11\n"
    rows = head + row("r1").replace("\n", more)
    words = result_of(deal, "-", stdin=rows)["unknown_words"]
    assert [(one["kind"], one["name"], one["nearest"]) for one in words] == [
        ("doing", "fier", ["fire"]),
        ("report", "r11", ["r1"]),
    ]
    page = accord("check", deal, "-", stdin=rows).stdout
    assert "fier: 1 report, first <stdin>:2 (nearest: fire)" in page
    assert "1 report to be superseded that no file holds; nothing is corrected:" in page


def test_reports_that_change_while_they_are_judged_get_no_answer(
    deal: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "r.csv"
    path.write_text(HEAD + BREACH)

    def changing(core: Core) -> Plan:
        path.write_text(HEAD + LAWFUL)
        return compile_plan(core)

    monkeypatch.setattr("checker.runners.local.compile_plan", changing)
    done = accord("check", deal, str(path))
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{path}:1:1: R111: the file changed while it was read" in done.stderr
    assert "hint: wait until it is written" in done.stderr


def test_a_finding_tells_the_unit_of_its_report(here: Path, deal: str) -> None:
    rows = [row(name).strip() + f",{unit}\n" for name, unit in (("r1", "3rd"), ("r2", ""))]
    (here / "r.csv").write_text(HEAD.strip() + ",unit\n" + "".join(rows))
    assert [one["unit"] for one in result_of(deal, "r.csv")["findings"]] == ["3rd", None]
    table = accord("check", deal, "r.csv", "-f", "csv").stdout.splitlines()
    assert [line.rpartition("post.")[2] for line in table[1:]] == [",3rd,", ",,"]
