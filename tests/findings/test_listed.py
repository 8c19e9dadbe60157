"""Every accepted report is listed by what it says, whatever line it stands on."""

from pathlib import Path

import pytest

from checker.findings import listed
from checker.reports import reports as reports_module
from tests.cli.made import HEAD, accord, result_of, row

COLUMNS = HEAD.strip() + ",supersedes\n"


def reports(deal: str, text: str, *arguments: str) -> dict[str, tuple[str, str, str | None]]:
    """Return what is listed by id: the content, the state and what it supersedes."""
    Path("r.csv").write_text(text, encoding="utf-8")
    found = result_of(deal, "r.csv", *arguments)["every_report"]
    return {one["id"]: (one["content"], one["state"], one["supersedes"]) for one in found}


def line(name: str, supersedes: str = "", **given: str) -> str:
    return row(name, **given).strip() + f",{supersedes}\n"


@pytest.fixture(autouse=True)
def _stand(deal: str, here: Path) -> None:
    """Stand beside the deal."""


def test_the_content_is_what_a_report_says_and_not_where_it_stands(deal: str) -> None:
    first = reports(deal, HEAD + row("r1") + row("r2", lat="33"))
    moved = reports(deal, HEAD + row("r0") + row("r2", lat="33.0") + row("r1", radius_m="11"))
    assert first["r2"] == moved["r2"]
    assert first["r1"] != moved["r1"]


def test_a_report_without_an_id_is_called_by_its_place_and_told_to_have_none(deal: str) -> None:
    Path("r.csv").write_text(HEAD + row(""), encoding="utf-8")
    (one,) = result_of(deal, "r.csv")["every_report"]
    assert (one["id"], one["named"]) == ("r.csv:2", False)


def test_what_is_corrected_and_what_comes_later_is_listed_and_does_not_count(deal: str) -> None:
    text = COLUMNS + line("r1") + line("r2", "r1") + line("r3", seen_from="2019-01-01T00:00:00Z")
    found = reports(deal, text, "--as-of", "2018-12-31")
    assert [(state, old) for _, state, old in found.values()] == [
        ("superseded", None),
        ("judged", "r1"),
        ("after_as_of", None),
    ]


def test_of_very_many_none_is_listed(deal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "MOST_LISTED", 1)
    assert len(reports(deal, HEAD + row("r1"))) == 1
    assert reports(deal, HEAD + row("r1") + row("r2")) == {}
    assert result_of(deal, "r.csv")["lists_reports"] is False
    accord("check", deal, "r.csv", "-f", "json=result.json")
    assert accord("report", "result.json", "-f", "json").stdout == Path("result.json").read_text()


def test_what_is_listed_is_always_held() -> None:
    assert listed.MOST_LISTED < reports_module._KEPT_ROWS


def test_no_report_is_listed_for_a_format_that_tells_of_none(
    deal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("r.csv").write_text(HEAD + row("r1"), encoding="utf-8")
    monkeypatch.setattr(listed, "listed_in", None)
    assert accord("check", deal, "r.csv", "-f", "csv", "-f", "text=page.txt").exit_code == 1
    assert accord("check", deal, "r.csv", "-f", "json").exit_code == 2
