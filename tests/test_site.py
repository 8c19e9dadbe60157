"""The site of the documentation: commands print what it shows, and it builds offline."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli.main import main
from scripts import make_pictures, make_reference, make_site

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
TAUGHT = [DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CUT = "[...]"


def run(line: str) -> tuple[int, str]:
    words = shlex.split(line)
    assert words[0] == "accord", line
    files = [
        name
        for word in words[1:]
        for name in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
    ]
    done = CliRunner().invoke(main, files, prog_name="accord")
    return done.exit_code, done.stdout


def is_shown(shown: str, printed: str) -> bool:
    """Say whether what is shown is what was printed, where ``[...]`` leaves something out."""
    parts = re.split(rf"^{re.escape(CUT)}\n", shown, flags=re.MULTILINE)
    rest = printed
    for number, part in enumerate(parts):
        at = rest.find(part)
        if at < 0 or (number == 0 and at > 0):
            return False
        if number == len(parts) - 1 and part:
            return rest.endswith(part)
        rest = rest[at + len(part) :]
    return True


@pytest.mark.parametrize("page", TAUGHT, ids=lambda page: page.stem)
def test_every_command_of_a_page_prints_what_the_page_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = []
    for language, info, text in FENCE.findall(page.read_text(encoding="utf-8")):
        if language == "text":
            code, printed = run(info)
            if code not in {0, 1} or not is_shown(text, printed):
                wrong.append(f"{info} ends with {code} and prints\n{printed}")
        elif language == "sh":
            for line in text.splitlines():
                code, printed = run(line)
                if code not in {0, 1}:
                    wrong.append(f"{line} ends with {code} and prints\n{printed}")
        else:
            assert info, f"{page.name} shows {language} without saying which file it is"
            path = tmp_path / info
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    assert wrong == []


def test_every_page_that_teaches_runs_commands() -> None:
    assert len(TAUGHT) == 6
    for page in TAUGHT:
        kinds = [language for language, _, _ in FENCE.findall(page.read_text(encoding="utf-8"))]
        assert kinds.count("text") >= 1, page.name


@pytest.mark.parametrize(
    ("shown", "is_it"),
    [
        ("one\ntwo\nthree\n", True),
        ("one\n[...]\nthree\n", True),
        ("[...]\ntwo\n[...]\n", True),
        ("[...]\nthree\n", True),
        ("one\ntwo\n", False),
        ("two\nthree\n", False),
        ("[...]\ntwo\n", False),
        ("[...]\nfour\n[...]\n", False),
        ("[...]\ntwo\n[...]\none\n[...]\n", False),
    ],
)
def test_what_is_shown_is_compared_whole_but_for_what_is_cut(shown: str, is_it: bool) -> None:
    assert is_shown(shown, "one\ntwo\nthree\n") == is_it


@pytest.mark.parametrize("name", ["commands", "words", "schemas"])
def test_a_made_page_is_what_the_program_says(name: str, request: pytest.FixtureRequest) -> None:
    page = f"reference/{name}.md"
    text = make_reference.pages()[page]
    if request.config.getoption("--accept"):
        (DOCS / page).write_text(text, encoding="utf-8", newline="\n")
    assert (DOCS / page).read_text(encoding="utf-8") == text


def test_the_help_of_the_page_is_the_help_of_the_command() -> None:
    page = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    shown = {info: text for _, info, text in FENCE.findall(page)}
    assert len(shown) > 15
    for line, text in shown.items():
        assert line.endswith("--help")
        assert run(line) == (0, text)


def test_the_pictures_are_what_the_program_draws(request: pytest.FixtureRequest) -> None:
    drawn = make_pictures.pictures()
    folder = DOCS / "pictures"
    if request.config.getoption("--accept"):
        for name, svg in drawn.items():
            (folder / name).write_text(svg, encoding="utf-8", newline="\n")
    assert {path.name for path in folder.iterdir()} == set(drawn)
    assert [n for n, svg in drawn.items() if (folder / n).read_text("utf-8") != svg] == []


def test_every_page_is_in_the_navigation() -> None:
    listed = set(re.findall(r'"([\w/-]+\.md)"', (ROOT / "zensical.toml").read_text("utf-8")))
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert listed == {page for page in pages if not page.startswith("adr/")}


def zensical(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build the site that lies in a folder."""
    program = shutil.which("zensical", path=Path(sys.executable).parent) or shutil.which("zensical")
    if program is None:
        assert "CI" not in os.environ, "zensical is of the extra dev"
        pytest.skip("zensical is not installed")
    return subprocess.run(
        [program, "build", "--strict", "--clean"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def fetched(html: str) -> Iterator[str]:
    """Yield what a browser would fetch for a page from elsewhere."""
    for tag in re.findall(r"<(?:script|img|iframe|source|link)\b[^>]*>", html):
        if re.search(r'rel="?(?:canonical|next|prev)\b', tag) is None:
            yield from re.findall(r'(?:src|href)="?((?:https?:)?//[^"\s>]*)', tag)
    yield from re.findall(r"@import[^;]*//[^;]*;", html)


def test_the_site_builds_without_a_broken_link_and_fetches_nothing(tmp_path: Path) -> None:
    make_site.lay(DOCS, tmp_path / "build" / "docs")
    shutil.copyfile(ROOT / "zensical.toml", tmp_path / "zensical.toml")
    done = zensical(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted((tmp_path / "build" / "site").rglob("*.html"))
    assert len(pages) > 30
    for page in pages:
        assert [*fetched(page.read_text(encoding="utf-8"))] == [], page.name
    styles = [path.read_text("utf-8") for path in (tmp_path / "build").rglob("*.css")]
    assert styles
    assert [
        one for style in styles for one in re.findall(r"url\(\"?(?:https?:)?//[^)]*", style)
    ] == []


@pytest.mark.parametrize(("link", "is_built"), [("index.md#here", True), ("nowhere.md", False)])
def test_a_broken_link_breaks_the_build(tmp_path: Path, link: str, is_built: bool) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(f"# Here\n\n[there]({link})\n", encoding="utf-8")
    (tmp_path / "zensical.toml").write_text('[project]\nsite_name = "x"\n', encoding="utf-8")
    assert (zensical(tmp_path).returncode == 0) == is_built


def test_a_page_is_laid_out_with_titles_and_without_links_that_leave() -> None:
    page = '[a](../README.md) [b](ci.md#x) [c](../rules/x.json)\n```text say "&"\n[d](../e)\n```\n'
    assert make_site.laid(page, Path("index.md")) == (
        'a [b](ci.md#x) c\n```text title="say &quot;&amp;&quot;"\n[d](../e)\n```\n'
    )
    assert make_site.laid("[a](../ci.md) [b](../../x)", Path("how-to/x.md")) == "[a](../ci.md) b"
