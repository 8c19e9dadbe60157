"""Lay the documentation out for the site: fences with titles, no links that leave docs/.

On a forge a fence may say after its language which file or command it shows; the site's Markdown
wants that as a title. `make docs` runs this, then builds what it wrote.
"""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LAID = ROOT / "build" / "docs"

_FENCE = re.compile(r"^(```)(\w+) ([^\n]+)$", re.MULTILINE)
_BLOCK = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_OUT = re.compile(r"\[([^\]]+)\]\((?:\.\./)+(?P<path>[^)#]+)(?:#[^)]*)?\)")


def main() -> None:
    """Write build/docs anew."""
    lay(DOCS, LAID)


def lay(docs: Path, laid_in: Path) -> None:
    """Write the pages of ``docs`` into a folder, which is emptied first."""
    shutil.rmtree(laid_in, ignore_errors=True)
    for path in sorted(docs.rglob("*")):
        to = laid_in / path.relative_to(docs)
        if path.is_dir():
            continue
        to.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            page = laid(path.read_text(encoding="utf-8"), path.relative_to(docs))
            to.write_text(page, encoding="utf-8", newline="\n")
        else:
            shutil.copyfile(path, to)


def laid(page: str, place: Path) -> str:
    """Return a page of docs/ as the site wants it; ``place`` is its path there."""
    parts = _BLOCK.split(page)
    return "".join(
        _FENCE.sub(_titled, part) if part.startswith("```") else _kept_in(part, place)
        for part in parts
    )


def _titled(match: re.Match[str]) -> str:
    title = match[3].replace("&", "&amp;").replace('"', "&quot;")
    return f'{match[1]}{match[2]} title="{title}"'


def _kept_in(text: str, place: Path) -> str:
    """Return a text whose links to files beside docs/ are their words alone."""

    def told(match: re.Match[str]) -> str:
        up = match[0].rpartition("](")[2].count("../")
        return match[0] if up <= len(place.parts) - 1 else match[1]

    return _OUT.sub(told, text)


if __name__ == "__main__":
    main()
