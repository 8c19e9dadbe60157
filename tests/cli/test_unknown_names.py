"""Names that an agreement does not know, listed and drafted by `accord validate`."""

import json
from pathlib import Path

import pytest

from checker.cli.unknown_names import agreement_among
from checker.values.diagnostic import CheckerError
from tests.cli.made import AGREEMENT, HEAD, accord, row, write_deal

ROWS = HEAD + row("r1", actor="Rēd Army") + row("r2", actor="Red-Army; Rēd Army") + row("r3")


def test_each_name_is_listed_once_with_its_first_place_count_and_nearest(here: Path) -> None:
    (here / "r.csv").write_text(ROWS)
    done = accord("validate", write_deal(here / "deal"), "r.csv")
    assert done.exit_code == 0
    assert done.stdout == (
        "r.csv:2: R280: the actor 'Rēd Army' is not declared (2 reports)\n"
        "  hint: nearest: red, green\n"
        "r.csv:3: R280: the actor 'Red-Army' is not declared (1 report)\n"
        "  hint: nearest: red, green\n"
        "no name is matched by likeness; --write-aliases FILE drafts them to be confirmed\n"
        "r.csv: 3 reports accepted, 0 rows not accepted\n"
    )


def test_what_was_drafted_and_confirmed_is_known_from_then_on(here: Path) -> None:
    (here / "r.csv").write_text(ROWS)
    deal = write_deal(here / "deal", AGREEMENT + "use: [aliases.yaml]\n")
    (here / "deal" / "aliases.yaml").write_text("")
    done = accord("validate", deal, "r.csv", "--write-aliases", "draft.yaml")
    assert (done.exit_code, "written: draft.yaml" in done.stderr) == (0, True)
    draft = (here / "draft.yaml").read_text()
    # The same name in the other spelling is asked about as well, and nothing counts by itself.
    assert accord("check", deal, "r.csv").exit_code == 1
    (here / "deal" / "aliases.yaml").write_text(draft.replace("\n# ", "\n"))
    assert accord("validate", deal, "r.csv").stdout == (
        "r.csv: 3 reports accepted, 0 rows not accepted\n"
    )


def test_a_draft_on_stdout_stands_alone(here: Path) -> None:
    (here / "r.csv").write_text(ROWS)
    deal = write_deal(here / "deal")
    first = accord("validate", deal, "r.csv", "--write-aliases", "-")
    assert first.stdout.startswith("## Names in reports that the agreement")
    assert "R280: the actor 'Rēd Army'" in first.stderr
    assert first.stdout == accord("validate", deal, "r.csv", "--write-aliases", "-").stdout


def test_the_same_is_told_as_json(here: Path) -> None:
    (here / "r.csv").write_text(ROWS + row("r4", lat="99") + row("r5", actor="Zz"))
    done = accord("validate", write_deal(here / "deal"), "r.csv", "-f", "json")
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert [*told] == ["inputs", "rejected", "diagnostics", "unknown_actors", "unknown_words"]
    (counts,) = told["inputs"]
    counted = [counts[name] for name in ("read", "accepted", "quarantined", "rows")]
    assert counted == [5, 4, 1, 4]
    named = [(u["name"], u["count"], u["first"]["line"]) for u in told["unknown_actors"]]
    assert named == [("Rēd Army", 2, 2), ("Red-Army", 1, 3), ("Zz", 1, 6)]
    assert [u["nearest"] for u in told["unknown_actors"]] == [
        ["red", "green"],
        ["red", "green"],
        [],
    ]
    assert [one["code"] for one in told["rejected"]] == ["R203"]
    assert json.loads(accord("validate", "r.csv", "-f", "json").stdout)["unknown_actors"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("r.csv", "--write-aliases", "new.yaml"), "U140"),
        (("deal", "r.csv", "--write-aliases", "r.csv"), "U141"),
        (("deal",), "name the reports after the agreement"),
        (("deal", "r.csv", "--write-aliases", "-", "-f", "json"), "both go to stdout"),
        (("nobody.yaml", "r.csv"), "U102"),
    ],
)
def test_what_does_not_go_together_is_exit_2(
    arguments: tuple[str, ...], said: str, here: Path
) -> None:
    (here / "r.csv").write_text(ROWS)
    write_deal(here / "deal")
    done = accord("validate", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert (here / "r.csv").read_text() == ROWS


def test_an_agreement_is_told_from_reports(deal: str, here: Path) -> None:
    (here / "r.csv").write_text(ROWS)
    (here / "south-syria-2018").write_text(ROWS)
    assert agreement_among([deal, "r.csv"]) == deal
    assert agreement_among(["deal/agreement.yaml", "r.csv"]) == "deal/agreement.yaml"
    with pytest.raises(CheckerError, match="U160"):
        agreement_among(["r.csv", deal])
    assert agreement_among(["south-syria-2018", "r.csv"]) is None
