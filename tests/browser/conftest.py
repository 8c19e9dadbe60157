"""One browser for all tests, and the pages that they look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli.main import main
from tests.browser.window import WIDE, Window, opened

DEMO = Path(__file__).parents[2] / "fixtures" / "south-syria-2018"


@pytest.fixture(scope="session")
def window() -> Iterator[Window]:
    with opened(WIDE) as found:
        yield found


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("demo") / "page.html"
    files = [str(DEMO / "reports.csv"), str(DEMO / "article.csv")]
    mapping = ["--mapping", str(DEMO / "mapping.yaml"), "--no-cache"]
    command = ["check", "south-syria-2018", *files, *mapping, "-f", f"html={page}"]
    done = CliRunner().invoke(main, command, prog_name="accord")
    assert done.exit_code == 1, done.output
    return page
