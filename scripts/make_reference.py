"""Write the pages of the documentation that are made from the program: help, words, schemas."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from checker.cli.main import main as accord

DOCS = Path(__file__).parents[1] / "docs"

SCHEMAS = {
    "agreement": "An agreement file, as `accord lint` and editors check it.",
    "result": "What `accord check -f json` writes; [result.md](../result.md) tells it in words.",
    "explanation": "What `accord explain -f json` writes; see [explain.md](../explain.md).",
}


def pages() -> dict[str, str]:
    """Return the made pages by their names in docs/."""
    return {
        "reference/commands.md": commands_page(),
        "reference/words.md": words_page(),
        "reference/schemas.md": schemas_page(),
    }


def said(*arguments: str) -> str:
    """Return what a command prints."""
    done = CliRunner().invoke(accord, list(arguments), prog_name="accord")
    assert done.exit_code == 0, done.output
    return str(done.stdout)


def commands_page() -> str:
    """Return what --help says of every command, word by word."""
    about = (
        "# Commands\n\nWhat `accord --help` says of each command, word by word; "
        "[the first page](../index.md#options) tells the options in groups.\n"
    )
    parts = [about, _shown("--help")]
    for words in _commands(accord, ()):
        parts.append(f"## accord {' '.join(words)}\n")
        parts.append(_shown(*words, "--help"))
    return "\n".join(parts)


def words_page() -> str:
    """Return what accord words prints."""
    return (
        "# Words of the language\n\nWhat `accord words` prints: every word that clauses and "
        "places may be written with, and what it\nstands for. [language.md](../language.md) "
        f"explains them with examples.\n\n{_shown('words')}"
    )


def schemas_page() -> str:
    """Return the parts of every JSON Schema with the descriptions that it gives."""
    about = (
        "# Schemas\n\nThe JSON Schemas (draft 2020-12) that `accord schema NAME` prints, for "
        "editors and programs. [editors.md](../editors.md)\nsays how an editor uses that of "
        "agreements.\n"
    )
    parts = [about]
    for name, holds in SCHEMAS.items():
        schema = json.loads(said("schema", name))
        parts.append(f"## {name}\n\n{holds}\n")
        parts.append(_table(schema))
        for part, content in sorted(schema.get("$defs", {}).items()):
            if content.get("properties"):
                parts.append(f"### {name}: {part}\n")
                parts.append(f"{_sentence(content)}{_table(content)}")
    return "\n".join(parts)


def _commands(group: click.Command, before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    assert isinstance(group, click.Group)
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*before, name)
        if isinstance(command, click.Group):
            yield from _commands(command, (*before, name))


def _shown(*arguments: str) -> str:
    return f"```text accord {' '.join(arguments)}\n{said(*arguments).rstrip()}\n```\n"


def _table(part: dict[str, Any]) -> str:
    required = set(part.get("required", ()))
    rows = [
        f"| `{key}` | {_kind(one)} | {'yes' if key in required else ''} | {_about(one)} |"
        for key, one in part.get("properties", {}).items()
    ]
    head = ["| key | holds | required | what |", "|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def _kind(one: dict[str, Any]) -> str:
    """Say what a key holds, in a few words."""
    if "$ref" in one:
        return str(one["$ref"]).rpartition("/")[2]
    if "const" in one:
        return f"`{one['const']}`"
    if "enum" in one:
        return ", ".join(f"`{json.dumps(word).strip(chr(34))}`" for word in one["enum"])
    for key in ("oneOf", "anyOf"):
        if key in one:
            return " or ".join(dict.fromkeys(_kind(part) for part in one[key]))
    kind = one.get("type", "any")
    if kind == "array" and isinstance(one.get("items"), dict):
        return f"list of {_kind(one['items'])}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _about(one: dict[str, Any]) -> str:
    return str(one.get("description", "")).replace("|", "\\|").replace("\n", " ")


def _sentence(one: dict[str, Any]) -> str:
    about = _about(one)
    return f"{about[:1].upper()}{about[1:]}\n\n" if about else ""


def main() -> None:
    """Write all of them."""
    for name, text in pages().items():
        path = DOCS / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
