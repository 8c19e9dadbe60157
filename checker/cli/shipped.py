"""Where an agreement is: a folder, a file, or the name of one that ships with the program."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePath

from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.ledger import note_absent

__all__ = ["Rules", "agreement_names", "demo_file", "file_of", "find_rules", "lists_folder"]

FILE = "agreement.yaml"
DEMO = "south-syria-2018"
_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Rules:
    """Say where an agreement's file is; ``shown`` is how the user named it."""

    path: Path
    shown: str
    lists: Path


def find_rules(named: str) -> Rules:
    """Return where an agreement is; what lies there goes before what ships.

    Raises ``CheckerError`` where nothing of that name is found, with the nearest names.
    """
    path = Path(named)
    if path.is_file():
        return Rules(path, named, lists_folder())
    if path.is_dir():
        file = path / FILE
        if not file.is_file():
            raise _unknown("U103", f"the folder '{named}' has no {FILE}", _nearby(path))
        return Rules(file, PurePath(named, FILE).as_posix(), lists_folder())
    if named in agreement_names():
        note_absent(named)
        return Rules(_rules() / named / FILE, f"{named}/{FILE}", lists_folder())
    near = get_close_matches(named, [*agreement_names(), *_folders(path.parent)], n=2)
    hint = (
        f"did you mean {' or '.join(repr(name) for name in near)}?"
        if near
        else (f"name a folder, a file, or one that ships: {', '.join(agreement_names())}")
    )
    raise _unknown("U102", f"there is no agreement '{named}'", hint)


def agreement_names() -> tuple[str, ...]:
    """Return the names of the agreements that ship, sorted."""
    return tuple(_folders(_rules()))


def lists_folder() -> Path:
    """Return the folder of the shared lists that ship."""
    return _rules() / "lists"


def demo_file(name: str) -> Path:
    """Return a file of the demo: reports.csv, article.csv, mapping.yaml."""
    return _folder("demo", f"fixtures/{DEMO}") / name


def file_of(shown: str) -> Path | None:
    """Return the shipped file that is shown under this name, None where none is."""
    if Path(shown).exists():
        return None
    path = _rules() / shown
    note_absent(shown)
    return path if PurePath(shown).parts[:1] != ("..",) and path.is_file() else None


def _rules() -> Path:
    return _folder("rules", "rules")


def _folder(installed: str, in_repository: str) -> Path:
    """Return a folder that the wheel carries, or the repository's where it runs from there."""
    carried = _PACKAGE / "shipped" / installed
    return carried if carried.is_dir() else _PACKAGE.parent / in_repository


def _folders(parent: Path) -> list[str]:
    if not parent.is_dir():
        return []
    return sorted(path.parent.name for path in parent.glob(f"*/{FILE}"))


def _nearby(folder: Path) -> str:
    inside = _folders(folder)
    if inside:
        return f"there is one in {', '.join(str(folder / name) for name in inside[:3])}"
    files = sorted(path.name for path in folder.glob("*.yaml"))
    return f"name the file: {', '.join(files[:3])}" if files else "accord init DIR writes one"


def _unknown(code: str, message: str, hint: str) -> CheckerError:
    return CheckerError(Diagnostic(code, message, None, hint))
