"""The repository keeps the shape that CONTRIBUTING.md promises, whoever adds to it."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "checker"
TESTS = ROOT / "tests"

LAYERS = {
    "values",
    "cache",
    "geography",
    "language",
    "reports",
    "operators",
    "folds",
    "plan",
    "evaluate",
    "findings",
    "outputs",
    "runners",
    "cli",
}
OTHER_TESTS = {"laws", "golden", "browser", "scripts", "ci"}
NOT_OURS = {"build", "dist", "htmlcov"}
TEXT_SUFFIXES = {".py", ".md", ".toml", ".yaml", ".yml", ".json", ".csv", ".geojson", ".txt", ""}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared"}

# Put together here, so that this file does not name what it forbids.
HOSTS = re.compile(
    "|".join(
        (
            r"registry\." + "npm" + "js",
            "python" + r"hosted\.org",
            "pypi" + r"\.org/simple",
            "deb" + r"\.debian",
        )
    )
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.:/])/(?:"
    + "|".join(("ro" + "ot", "ho" + "me", "Us" + "ers", "wo" + "rk", "fa" + "rm", "tm" + "p"))
    + r")/\w"
)

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "shipped" not in path.parts)
UNLISTED = {"__init__.py", "__main__.py"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def ours() -> Iterator[Path]:
    for folder, names, files in os.walk(ROOT):
        names[:] = sorted(
            name
            for name in names
            if (not name.startswith(".") or name == ".ci")
            and name not in NOT_OURS
            and name != "__pycache__"
            and not name.endswith(".egg-info")
        )
        yield from (Path(folder) / name for name in sorted(files))


def functions(tree: ast.Module) -> Iterator[Function]:
    yield from (node for node in ast.walk(tree) if isinstance(node, Function))


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in MODULES:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def argument_names(function: Function) -> list[str]:
    listed = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    return [argument.arg for argument in listed if argument.arg not in {"self", "cls"}]


def does_something(tree: ast.Module) -> bool:
    return any(not function.name.startswith("__") for function in functions(tree))


def test_a_module_has_at_most_300_lines() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_a_module_tells_its_one_idea_in_the_first_line() -> None:
    mute = []
    for path, tree in trees():
        first = (ast.get_docstring(tree) or "").partition("\n")[0]
        if len(first) < 20 or not first.endswith((".", "?")):
            mute.append(f"{named(path)}: {first!r}")
    assert mute == []


def test_a_module_lists_what_it_offers() -> None:
    silent = []
    for path, tree in trees():
        targets = [
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        ]
        if path.name not in UNLISTED and "__all__" not in targets:
            silent.append(named(path))
    assert silent == []


def test_a_function_takes_at_most_five_arguments() -> None:
    wide = [
        f"{named(path)}:{function.lineno} {function.name}"
        for path, tree in trees()
        for function in functions(tree)
        if len(argument_names(function)) > 5
    ]
    assert wide == []


def test_every_package_is_a_layer() -> None:
    found = {path.name for path in PACKAGE.iterdir() if path.is_dir()}
    assert found - {"__pycache__", "shipped"} == LAYERS


def test_nothing_is_named_after_a_drawer() -> None:
    vague = [named(path) for path in ours() if path.suffix == ".py" and path.stem in VAGUE_NAMES]
    vague += [
        named(path.parent)
        for path in ours()
        if path.suffix == ".py" and path.parent.name in VAGUE_NAMES
    ]
    assert vague == []


def test_a_module_that_does_something_has_its_tests_at_the_mirrored_path() -> None:
    missing = []
    for path, tree in trees():
        place = path.relative_to(PACKAGE)
        mirror = TESTS / place.parent / f"test_{path.stem}.py"
        if path.name not in UNLISTED and does_something(tree) and not mirror.is_file():
            missing.append(named(mirror))
    assert missing == []


def test_a_test_file_mirrors_a_module() -> None:
    strays = []
    for path in sorted(TESTS.rglob("test_*.py")):
        place = path.relative_to(TESTS)
        if place.parent == Path() or place.parts[0] in OTHER_TESTS:
            continue
        if not (PACKAGE / place.parent / f"{path.stem.removeprefix('test_')}.py").is_file():
            strays.append(named(path))
    assert strays == []


def test_no_text_names_a_registry_host_or_a_path_of_a_machine() -> None:
    found = []
    for path in ours():
        if path.suffix not in TEXT_SUFFIXES or path.stat().st_size > 2_000_000:
            continue
        text = path.read_bytes().decode("utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            if HOSTS.search(line) or MACHINE_PATHS.search(line):
                found.append(f"{named(path)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_no_code_is_left_for_later() -> None:
    words = ("NotImplemented" + "Error", "TO" + "DO", "FIX" + "ME", "X" + "XX")
    found = [
        f"{named(path)}: {word}"
        for path in ours()
        if path.suffix == ".py"
        for word in words
        if re.search(rf"\b{word}\b", path.read_text(encoding="utf-8"))
    ]
    assert found == []
