"""The page as a whole: what it holds without a script, and what it may not do."""

import hashlib
from base64 import b64encode

from checker.findings.finding import ConditionSpell
from tests.findings.made import finding
from tests.outputs.made import row
from tests.outputs.page.reader import page, said

SEEN = finding(
    lon=36.02, lat=33.2, radius_m=500.0, incident="i1", seen_from="2018-06-04T00:00:00+03:00"
)
SPELL = ConditionSpell("c1", (), "so long as it is kept", "lapsed", "2018-06-05", None, "r1")


def test_every_part_is_there_in_words() -> None:
    root = page(SEEN, rows=(row(),), conditions=(SPELL,))
    heads = [said(one) for one in root.iter("h2")]
    assert heads == [
        *("What happened, and where", "When", "The clauses"),
        *("What was not judged, and why", "How to get the same answer"),
    ]
    assert {one.get("href") for one in root.iter("a")} >= {"#where", "#when", "#clauses"}
    told = said(root)
    assert "suspended, from 2018-06-05" in told
    assert "Red keeps off the post." in told
    assert "Natural Earth" in told


def test_only_its_own_scripts_may_run_and_nothing_is_fetched() -> None:
    root = page(SEEN)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    allowed = policy.partition("script-src ")[2].partition(";")[0]
    scripts = [one.text for one in root.iter("script") if one.get("type") is None]
    digests = [b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in scripts]
    assert allowed == " ".join(f"'sha256-{one}'" for one in digests)
    assert policy.startswith("default-src 'none'")
    assert root.xpath("//@src") == []
    assert root.xpath("//link/@href") == ["data:,"]


def test_without_a_script_there_is_a_drawn_map_and_no_dead_button() -> None:
    root = page(SEEN)
    assert len(root.xpath("//*[local-name()='svg' and @class='still']")) == 2
    for button in root.iter("button"):
        hidden = button.xpath("ancestor-or-self::*[contains(@class, 'script')]")
        assert hidden or button.get("class") == "sort"


def test_a_result_without_findings_is_a_page_too() -> None:
    root = page()
    assert "No finding that is shown is a breach or in doubt." in said(root)


def test_of_too_many_it_says_where_all_of_them_are() -> None:
    many = [finding(id=f"{n:016x}", lon=36.0 + n / 9_000, lat=33.2) for n in range(2_003)]
    told = said(page(*many))
    assert "The table lists the 2,000 findings that are the gravest; 3 more are counted" in told
    assert ".findings.csv" in told
    assert "All 2,003 findings by clause and standing" in told
