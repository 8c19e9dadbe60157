"""The command in this process, with what it wrote and how it ended; a small deal to run it on."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from checker.cli.main import main

__all__ = ["AGREEMENT", "HEAD", "accord", "result_of", "row", "write_deal"]

HEAD = "id,kind,lon,lat,radius_m,seen_from,actor\n"

# Two clauses about a post in the middle of nowhere; 0.01 degrees north of it are 1,109 m.
AGREEMENT = """\
accord: 1
id: post-deal
title: Invented deal on a post
timezone: Asia/Damascus
edges: geodesic
in_force: {from: 2018-06-01}
parties: [red, green]
sources:
  text: {kind: treaty, title: Treaty}
actors:
  red: {name: Red Army}
  red-unit: {name: Red Unit, edges: [{part_of: red, confidence: confirmed}]}
  green: {name: Green Army}
places:
  post: {point: {lon: 36.0, lat: 32.5}}
clauses:
  keep-off:
    says: Red keeps 1 km off the post.
    source: text
    binds: red
    prohibits: presence
    where: {within: 1 km, of: post}
  keep-out:
    says: Green keeps 2 km off the post.
    source: text
    binds: green
    prohibits: presence
    where: {within: 2 km, of: post}
"""


def accord(*arguments: str, stdin: str | bytes = "") -> Result:
    """Run the command as a shell would."""
    return CliRunner().invoke(main, list(arguments), input=stdin, prog_name="accord")


def write_deal(folder: Path, text: str = AGREEMENT) -> str:
    """Write an agreement and return how a user names it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "agreement.yaml").write_text(text, encoding="utf-8")
    return folder.name


def row(name: str, **given: str) -> str:
    """Return a report of red by the post at noon of 2 June 2018, but for what is given."""
    fixed = {
        "kind": "position",
        "lon": "36",
        "lat": "32.5",
        "radius_m": "10",
        "seen_from": "2018-06-02T12:00:00Z",
        "actor": "red",
    }
    return ",".join([name, *({**fixed, **given}.values())]) + "\n"


def result_of(*arguments: str, stdin: str = "") -> dict[str, Any]:
    """Judge, and return the result as a program reads it."""
    done = accord("check", *arguments, "-f", "json", stdin=stdin)
    content: dict[str, Any] = json.loads(done.stdout)
    return content
