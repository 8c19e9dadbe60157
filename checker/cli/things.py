"""`accord things`: the named systems of the list that ships, each figure with its source."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

import click

from checker.cli.shipped import lists_folder
from checker.cli.switches import is_verbose, switches
from checker.findings.citation import citation
from checker.language.borrowed import ATTRIBUTES, Listed, listed_things
from checker.language.core.agreement import Figure
from checker.language.taxonomy import Taxonomy
from checker.outputs.plain import counted
from checker.values.spelling import normalised

__all__ = ["command"]

_LIST = "lists/equipment"
_SHORT = 12


@click.command("things")
@click.argument("names", nargs=-1)
@switches
def command(names: tuple[str, ...]) -> None:
    """List the named systems of lists/equipment, or those that NAMES call by any of their names.

    With class, calibre and range, as far as sources give them; -v shows sources, names and notes.
    """
    listed = listed_things(lists_folder(), _LIST)
    things, figures = listed.things, listed.figures
    wanted = {things.called(name) for name in names}
    if None in wanted:
        unknown = next(name for name in names if things.called(name) is None)
        hint = _nearest(things, unknown) or "accord things lists them"
        raise click.BadParameter(f"'{unknown}' is in no name of the list; {hint}")
    known = dict.fromkeys(one.thing for one in figures if one.attribute == "class")
    shown = [thing for thing in known if not names or thing in wanted]
    width = max(map(len, shown), default=0)
    for thing in shown:
        own = [one for one in figures if one.thing == thing]
        values = {one.attribute: one.value for one in own}
        said = [values.get(attribute, "-") for attribute in ATTRIBUTES]
        click.echo(f"{thing:<{width}}  {said[0]:<22} {said[1]:<12} {said[2]}".rstrip())
        for line in _details(listed, thing, own) if is_verbose() else ():
            click.echo(f"{'':<{width}}    {line}")
    sha256 = figures[0].sha256[:_SHORT]
    click.echo(f"{counted(len(shown), 'system')} of {_LIST} (sha256 {sha256})", err=True)


def _nearest(things: Taxonomy, name: str) -> str:
    """Return a hint at the spellings that are most like a name; empty where none is."""
    spellings = [one for word in things.words for one in (word, *things.names.get(word, ()))]
    compared = {normalised(one): one for one in spellings}
    near = get_close_matches(normalised(name), compared, n=3, cutoff=0.7)
    return f"did you mean {' or '.join(repr(compared[one]) for one in near)}?" if near else ""


def _details(listed: Listed, thing: str, own: Sequence[Figure]) -> Iterator[str]:
    if names := listed.things.names.get(thing):
        yield f"called {'; '.join(names)}"
    by_source: dict[str | None, list[str]] = {}
    for one in own:
        by_source.setdefault(one.source, []).append(one.attribute)
    for source, attributes in by_source.items():
        yield f"{', '.join(attributes)}: {citation(listed.sources, source)}"
    if note := listed.notes.get(thing):
        yield f"note: {note}"
