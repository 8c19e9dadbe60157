"""The page in a real browser: it loads by itself, is linked, and nothing in a text runs."""

from pathlib import Path

import pytest

from checker.findings.block import Block
from checker.outputs.html import FORMAT
from checker.outputs.writer import Page
from checker.values.verdict import Standing
from tests.browser.window import NARROW, Window, opened
from tests.findings.made import finding
from tests.golden.test_hostile_texts import HOSTILE, case
from tests.outputs.made import HEADER, summary

SHOWN = "return document.getElementById('shown').textContent"
SPOTS = "return accord.models.spots.data.place.length"


def test_it_loads_from_disk_without_network_and_complaints(window: Window, demo: Path) -> None:
    window.asked()
    window.show(demo)
    assert window.asked() == [demo.as_uri()]
    assert window.complaints() == []
    assert window.run("return document.querySelectorAll('#map *').length") > 0
    assert len(window.rows()) == 120


def test_filters_leave_what_matches_in_table_and_map(window: Window, demo: Path) -> None:
    window.show(demo)
    spots = window.run(SPOTS)
    window.choose("standing", "violation")
    assert len(window.rows()) == 5
    assert all(row.startswith("violation") for row in window.rows())
    assert 0 < window.run(SPOTS) < spots
    assert window.run(SHOWN) == "5 of 120 listed findings are shown."
    window.choose("side", "Israel")
    assert len(window.rows()) == 2
    window.choose("clause", "standoff")
    assert window.rows() == []
    window.run("document.getElementById('filters').reset()")
    window.until("return document.querySelectorAll('#findings > tbody.hidden').length === 0")
    window.choose("words", "zulfiqar")
    assert 0 < len(window.rows()) < 120
    assert all("ulfiqar" in row for row in window.rows())


def test_under_a_reading_the_standings_are_those_of_the_reading(window: Window, demo: Path) -> None:
    window.show(demo)
    window.choose("reading", "who-is-irans = backed-forces")
    window.choose("standing", "violation")
    rows = window.rows()
    assert len(rows) > 5
    assert all("under this reading: " in row for row in rows if row.startswith("depends"))


def test_a_spot_on_the_map_chooses_its_rows_and_a_row_rings_its_spot(
    window: Window, demo: Path
) -> None:
    window.show(demo)
    window.run(
        "const spots = accord.models.spots;"
        "const index = spots.data.number.indexOf('15'); spots.selected.indices = [index];"
    )
    assert len(window.rows()) == 15
    assert window.run("return document.querySelectorAll('.chosen').length") == 1
    assert "at the spot that is chosen" in window.run(SHOWN)
    window.run("document.querySelector('#shown button').click()")
    assert len(window.rows()) == 120
    window.run("document.querySelector('#finding-1 .message').click()")
    assert window.run("return accord.models.ring.data.x.length") == 1
    assert window.run("return accord.models['ring-disc'].data.xs.length") == 1


def test_the_map_is_drawn_as_long_east_as_north_and_moves_by_keys(
    window: Window, demo: Path
) -> None:
    window.show(demo)
    shape = (
        "const {map} = accord.models; const wide = map.x_range.end - map.x_range.start;"
        "const high = map.y_range.end - map.y_range.start;"
        "return [wide / map.inner_width, high / map.inner_height, wide, map.x_range.start]"
    )
    east, north, wide, start = window.run(shape)
    assert east == pytest.approx(north, rel=0.01)
    window.run("document.querySelector('[data-move=in]').focus(); document.activeElement.click()")
    assert window.run(shape)[2] == pytest.approx(wide / 2, rel=0.01)
    window.run("document.querySelector('[data-move=whole]').click()")
    window.run("document.querySelector('[data-move=west]').click()")
    assert window.run(shape)[3] < start


def test_a_row_opens_by_its_button_and_sorts_by_its_column(window: Window, demo: Path) -> None:
    window.show(demo)
    opened_by = "document.querySelector('#finding-0 .open')"
    assert window.run(f"return {opened_by}.tabIndex") == 0
    window.run(f"{opened_by}.click()")
    assert window.run(f"return {opened_by}.getAttribute('aria-expanded')") == "true"
    assert window.run("return document.getElementById('why-0').offsetHeight") > 50
    for way in ("ascending", "descending"):
        window.run("document.querySelector('[data-by=when]').click()")
        head = "return document.querySelector('[data-by=when]').closest('th').ariaSort"
        assert window.run(head) == way
        begins = window.run(
            "const data = JSON.parse(document.getElementById('data').textContent);"
            "return [...document.querySelectorAll('#findings > tbody')]"
            ".map((one) => data.findings[one.dataset.number].begins)"
        )
        assert begins == sorted(begins, reverse=way == "descending")


def test_without_a_script_all_of_it_reads(window: Window, demo: Path) -> None:
    window.show(demo, script=False)
    told = window.driver.find_element("tag name", "body").text
    window.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    for said in (
        *("69 reports from 2 files", "Liwa Zulfiqar (capture)", "Tehran-backed militias"),
        *("What was not judged, and why", "SHA-256", "The report"),
    ):
        assert said in told
    assert "Why?" not in told


def test_on_paper_the_reasons_are_open_and_the_drawn_map_is_there(
    window: Window, demo: Path
) -> None:
    window.show(demo)
    window.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert window.run("return document.getElementById('why-3').offsetHeight") > 50
        assert (
            window.run("return document.querySelector('.still').getBoundingClientRect().width")
            > 100
        )
        assert window.run("return document.getElementById('map').offsetHeight") == 0
        assert window.run("return document.querySelector('nav').offsetHeight") == 0
    finally:
        window.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_on_a_narrow_screen_nothing_runs_out_of_it(demo: Path) -> None:
    with opened(NARROW) as window:
        window.show(demo)
        wide = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        inner, outer = window.run(wide)
        assert inner == outer == NARROW[0]
        assert window.run("return document.getElementById('map').offsetWidth") > 300
        window.run("document.querySelector('#finding-0 .open').click()")
        assert window.run(wide)[0] == outer
        clauses = "const one = document.querySelector('#clauses .wide');"
        inner, outer = window.run(f"{clauses} return [one.scrollWidth, one.clientWidth]")
        assert inner == outer
        window.driver.find_element("link text", "When").click()
        bar, head = (
            window.run(f"return document.querySelector('{one}').getBoundingClientRect().toJSON()")
            for one in ("nav", "#when h2")
        )
        assert bar["bottom"] <= head["top"]
        assert window.complaints() == []


@pytest.mark.parametrize("width", [1200, 1300, 1366, 1400])
def test_on_the_screen_of_a_laptop_the_reasons_fit_beside_the_map(width: int, demo: Path) -> None:
    with opened((width, 800)) as window:
        window.show(demo)
        window.run("document.querySelector('#finding-0 .open').click()")
        chart, table = (
            window.run(f"return document.querySelector('{one}').getBoundingClientRect().toJSON()")
            for one in ("#chart", "#list")
        )
        assert chart["right"] <= table["left"]
        inner, outer = window.run(
            "const one = document.querySelector('#findings').parentElement;"
            "return [one.scrollWidth, one.clientWidth]"
        )
        assert inner == outer
        broken = window.run(
            "const lines = (one) => { const text = document.createRange();"
            "text.selectNodeContents(one.lastChild); return text.getClientRects().length; };"
            "return [...document.querySelectorAll('#findings .badge')]"
            ".filter((one) => !one.textContent.includes(' ') && lines(one) !== 1).length"
        )
        assert broken == 0


@pytest.mark.parametrize("what", ["script", "picture", "end of data", "quotes", "braces", "arabic"])
def test_a_hostile_text_is_shown_and_does_not_run(
    what: str, window: Window, tmp_path: Path
) -> None:
    header, found, end = case(HOSTILE[what])
    page = tmp_path / "page.html"
    with page.open("w", encoding="utf-8") as stream:
        writer = FORMAT.writer(stream, Page())
        writer.begin(header)
        writer.add(Block.of(found))
        writer.end(end)
    window.asked()
    window.show(page)
    window.run("accord.models.spots.selected.indices = [0]")
    window.run("document.querySelector('#finding-0 .open').click()")
    assert window.run("return window.ran") == []
    assert window.asked() == [page.as_uri()]
    assert window.complaints() == []
    message = "return document.querySelector('.message bdi').textContent"
    assert window.run(message) == HOSTILE[what]


def test_fifty_thousand_findings_are_counted_exactly_and_filtered_at_once(
    window: Window, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    standings = [Standing.VIOLATION, Standing.UNDETERMINED]
    with page.open("w", encoding="utf-8") as stream:
        writer = FORMAT.writer(stream, Page())
        writer.begin(HEADER)
        for start in range(0, 50_000, 5_000):
            writer.add(
                Block.of(
                    *(
                        finding(
                            id=f"{number:016x}",
                            clause=f"c{number % 3}",
                            standing=standings[number % 5 > 0],
                            lon=36.0 + number % 211 / 400,
                            lat=33.0 + number % 197 / 400,
                            reported_actor="Red",
                            actor="red" if number % 2 else "blue",
                        )
                        for number in range(start, start + 5_000)
                    )
                )
            )
        writer.end(summary())
    assert page.stat().st_size < 20_000_000
    window.show(page)
    assert "of all 50,000 findings, 50,000 match" in window.run(SHOWN)
    squares = "return accord.models.crowds.data.head.map((one) => parseInt(one.replace(/,/g, '')))"
    assert sum(window.run(squares)) == 50_000
    assert window.run(SPOTS) == 0
    window.choose("standing", "undetermined")
    assert sum(window.run(squares)) == 40_000
    window.choose("side", "red")
    window.choose("clause", "c1")
    exact = sum(1 for n in range(50_000) if n % 2 and n % 3 == 1 and n % 5)
    assert f"of all 50,000 findings, {exact:,} match" in window.run(SHOWN)
    assert window.complaints() == []
