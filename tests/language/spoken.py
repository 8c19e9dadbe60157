"""What `accord show` says of agreements made for one test."""

from pathlib import Path
from typing import Any

import yaml

from checker.language import load_agreement
from checker.language.core.agreement import Core
from checker.language.notation.agreement import core_text
from checker.language.say.agreement import sentences
from tests.language.written import LISTS, write

__all__ = ["READINGS", "clause", "core_form", "deal", "lines", "said"]

PLACES = """
actors: {red: {name: Red Army}, blue: {name: Blue Army}, police: {name: Police}}
places:
  river: {line: [[20.0, 44.6], [20.1, 45.0]], accuracy: 100 m, source: text}
  eastham: {point: {lon: 20.2, lat: 44.8}}
  zone: {box: {west: 20.3, south: 44.8, east: 20.7, north: 45.2}, accuracy: 50 m, source: text}
"""
"""What terms may name, unless they have actors or places of their own."""

READINGS = """
questions: {which: [near, far], who: [narrow, broad], depth: [short, long]}
places:
  river: {which: {near: {line: [[20.0, 44.6], [20.1, 45.0]], accuracy: 100 m, source: text},
                  far: {line: [[20.2, 44.6], [20.3, 45.0]], accuracy: 1.3 km, source: text}}}
actors:
  red: {name: Red Army}
  allies: {name: Allies, edges: [{backed_by: red, confidence: possible}]}
  reds: {who: {narrow: red, broad: {backed_by: red}}}
clauses:
  c:
    says: Reds keep away.
    source: text
    binds: reds
    prohibits: presence
    where: {within: {depth: {short: 5 km, long: 9 km}}, of: river, toward: both}
"""
"""A clause with eight readings: one question is of a place, one of a group, one of a length."""


def clause(text: str) -> str:
    """Return a clause c with these keys."""
    return f"clauses: {{c: {{says: Term., source: text, {text}}}}}\n"


def deal(folder: Path, terms: str) -> Core:
    """Read an agreement of some terms."""
    whole = terms if "\nplaces:" in terms else PLACES + terms
    path = write(folder, whole)
    return load_agreement(path, lists=LISTS, shown="agreement.yaml").core


def lines(folder: Path, terms: str) -> list[str]:
    """Return the lines of the agreement in plain sentences."""
    return sentences(deal(folder, terms))


def said(folder: Path, terms: str) -> str:
    """Return the sentences with every line break and indent as one space."""
    return " ".join(" ".join(lines(folder, terms)).split())


def core_form(folder: Path, terms: str) -> Any:
    """Return the core of the agreement as it is read back from its notation."""
    return yaml.BaseLoader(core_text(deal(folder, terms))).get_single_data()
