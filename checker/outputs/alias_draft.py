"""A draft of aliases: unknown names under the declared ones that they are most like, as comments.

Nothing of a draft counts before a person takes a mark away; what then stands there is a list that
an agreement may use.
"""

import json
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from checker.findings.finding import UnknownWord
from checker.language.core.agreement import Core
from checker.language.names import TAKEN
from checker.outputs.plain import counted
from checker.reports.identity import place_of
from checker.reports.unknown import Kind
from checker.values.spelling import normalised

__all__ = ["alias_draft"]

_SECTIONS: dict[Kind, str] = {"actor": "actors", "doing": "doings", "thing": "things"}
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
_LONGEST = 60
"""Characters of a drafted id; YAML takes no key of more than 1,024."""
_HEAD = """\
## Names in reports that the agreement {id} does not know: a draft for a person to go through.
## Nothing here counts as long as its line begins with '#'. A name stands under the declared one
## that it is most like, which says nothing of whether it is the same: only who knows can tell.
##
## Where it is the same, take the '# ' away from the name and from the lines above it that it
## stands under; move it below another one where that is meant; delete what is wrong. Then save the
## file beside agreement.yaml, and add its name to `use:` there, such as use: [aliases.yaml].
"""


def alias_draft(core: Core, words: Sequence[UnknownWord]) -> str:
    """Return the draft; the same words give the same bytes.

    Lines that begin with `# ` are what a person may confirm, those with `##` are remarks.
    """
    lines = [_HEAD.format(id=_quoted(core.id))]
    for kind, section in _SECTIONS.items():
        own = _Own(core, kind)
        drafted = [*own.lines([one for one in words if one.kind == kind])]
        if own.has_any:
            drafted.insert(0, f"# {section}:")
        lines += [*drafted, ""] if drafted else []
    places = [one for one in words if one.kind == "place"]
    if places:
        lines += ["## Places have no aliases: declare them, or correct the reports.", ""]
        lines[-1:] = [*(_remark(one) for one in places), ""]
    if len(lines) == 1:
        lines.append("## Every name is known.\n")
    return "\n".join(lines)


class _Own:
    """Draft what is proposed of one kind; ``has_any`` once there is a line to confirm."""

    def __init__(self, core: Core, kind: Kind) -> None:
        names = {
            "actor": core.actor_names,
            "doing": core.doing_names,
            "thing": core.thing_names,
        }[kind]
        self._titles = dict(zip(core.actors, core.actor_titles, strict=True))
        self._kind = kind
        # What is declared, or drafted, already: nothing may be called so a second time.
        self._taken = {*(spelling for spelling, _ in names), *TAKEN}
        self._taken |= {normalised(one.name) for one in core.named_groups}
        self.has_any = False

    def lines(self, words: Sequence[UnknownWord]) -> Iterator[str]:
        """Yield the lines about some words, each under the declared one that it is most like."""
        under: dict[str, list[UnknownWord]] = {}
        for one in words:
            under.setdefault(one.nearest[0] if one.nearest else "", []).append(one)
        lone = under.pop("", [])
        reported = {normalised(one.name) for one in words}
        for word in sorted(under):
            yield from self._aliases(word, under[word])
        if lone:
            yield "## Like nothing that is declared:"
        for one in lone:
            yield _remark(one)
            if self._kind == "actor" and self._is_new(one.name):
                yield from self._new(one.name, reported - {normalised(one.name)})

    def _aliases(self, word: str, words: Sequence[UnknownWord]) -> Iterator[str]:
        title = self._titles.get(word, word)
        yield f"#   {_quoted(word)}:" + (f"  # {_quoted(title)}" if title != word else "")
        yield "#     aliases:"
        self.has_any = True
        for one in words:
            yield _remark(one)
            if self._is_new(one.name):
                yield f"#       - {_quoted(one.name)}"

    def _new(self, name: str, others: Collection[str]) -> Iterator[str]:
        """Draft somebody new: nobody's part, until a person says whose.

        An id is a name too, so it is none of ``others``, which reports use of somebody else.
        """
        own = normalised(name)
        marks = (c if unicodedata.category(c)[0] in "LMN" else " " for c in own)
        base = "-".join("".join(marks).split())[:_LONGEST].rstrip("-") or "somebody"
        number, word = 1, base
        while (word in self._taken and word != own) or word in others:
            number += 1
            word = f"{base}-{number}"
        self._taken.add(normalised(word))
        self.has_any = True
        yield "##   somebody new, of no group; add edges: to say whose part, or whom they obey"
        yield f"#   {_quoted(word)}: {{name: {_quoted(name)}}}"

    def _is_new(self, name: str) -> bool:
        """Say whether a name was not drafted before, in another spelling that is compared alike."""
        is_new = normalised(name) not in self._taken
        self._taken.add(normalised(name))
        return is_new


def _remark(one: UnknownWord) -> str:
    place = place_of(one.first.file, one.first.line, one.first.row)
    near = f"; nearest: {', '.join(map(_plain, one.nearest))}" if one.nearest else ""
    return f"##   {_quoted(one.name)}: {counted(one.count, 'report')}, first {_plain(place)}{near}"


def _plain(text: str) -> str:
    """Return a text as it stands, in quotation marks where something in it is not seen."""
    return text if text.isprintable() else _quoted(text)


def _quoted(text: str) -> str:
    """Return a text as YAML in quotation marks; what nobody sees is written by its number."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(_escaped(c) if unicodedata.category(c) in _UNSEEN else c for c in quoted)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"  # noqa: PLR2004
