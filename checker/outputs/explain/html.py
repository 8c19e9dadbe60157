"""An explanation as a piece of HTML for a page: a tree that opens and closes, and needs no script.

Every text is escaped and stands in its own direction; no attribute holds what a report says.
"""

from collections.abc import Iterable, Iterator, Sequence

from checker.findings.finding import ConditionSpell, Finding, Header, InputFile
from checker.findings.others import OtherWhy
from checker.outputs.explain.grow import stored_tree
from checker.outputs.explain.text_trials import (
    Pair,
    amount_text,
    number_text,
    proof_pairs,
    share_text,
)
from checker.outputs.explain.told import (
    STORED,
    answer_pairs,
    branch_pairs,
    branch_title,
    other_entries,
    other_title,
)
from checker.outputs.explain.tree import Branch, Number, Told, Tree
from checker.outputs.html_text import html_text
from checker.outputs.plain import period_text, reading_text

__all__ = ["tree_html", "why_html"]


def why_html(
    header: Header,
    finding: Finding,
    beside: Sequence[Finding] = (),
    conditions: Sequence[ConditionSpell] = (),
    inputs: Sequence[InputFile] = (),
) -> str:
    """Return the explanation of a finding from what a writer gets, without judging again.

    ``beside`` are the findings about the same report, of which the other clauses are told;
    ``conditions`` and ``inputs`` are those of the summary, where it is known already.
    """
    return tree_html(stored_tree(header, finding, beside, conditions, inputs))


def tree_html(tree: Tree) -> str:
    """Return a ``div`` of class ``accord-why``; inside are lists, and ``details`` that open."""
    certainty = f" [{tree.certainty}]" if tree.certainty else ""
    parts = [f"<p><strong>{html_text(f'{tree.clause}: {tree.says}{certainty}')}</strong></p>"]
    parts += [_list(tree.facts)]
    if tree.inputs:
        parts.append(_details("The report", [_list(tree.inputs)]))
    for told in tree.answers:
        parts += _answer(told)
    parts += [_branch(branch) for branch in tree.unfound]
    if tree.others:
        parts.append(_details("Why not another clause", map(_other, tree.others)))
    if tree.conditions:
        parts.append(_details("Conditions over time", [_list(_spells(tree.conditions))]))
    if tree.is_stored:
        parts.append(f"<p><small>{html_text(STORED)}</small></p>")
    return f'<div class="accord-why">{"".join(parts)}</div>'


def _answer(told: Told) -> Iterator[str]:
    yield f"<p>{html_text(told.finding.message, is_sentence=True)}</p>"
    yield _list(answer_pairs(told.finding))
    if told.flips:
        yield _details("Which reading makes which answer", [_items(f.said for f in told.flips)])
    for branch in told.branches:
        yield _branch(branch)


def _branch(branch: Branch) -> str:
    pairs = dict.fromkeys(pair for proof in branch.proofs for pair in proof_pairs(proof))
    parts = [_list([*pairs, *branch_pairs(branch)])]
    numbers = [
        *branch.numbers,
        *(n for proof in branch.proofs for ground in proof.grounds for n in ground.distances),
    ]
    if numbers:
        parts.append(_details("Where the numbers come from", map(_number, dict.fromkeys(numbers))))
    return _details(branch_title(branch), parts)


def _number(one: Number) -> str:
    said = number_text(one) if one.what.startswith("distance") else amount_text(one.best, one.unit)
    pairs: list[Pair] = [("Value", said)]
    pairs += [("From", origin) for origin in one.origin]
    pairs += [("Error", share_text(share)) for share in one.errors]
    return f"<p>{html_text(one.what)}</p>{_list(pairs)}"


def _other(other: OtherWhy) -> str:
    entries = other_entries(other)
    parts = [f"<p>{html_text(under)}</p>{_list(pairs)}" for under, pairs in entries]
    return _details(other_title(other), [f"<p>{html_text(other.says)}</p>", *parts])


def _spells(conditions: Sequence[ConditionSpell]) -> Iterator[Pair]:
    for spell in conditions:
        under = f"where {reading_text(spell.answers)}: " if spell.answers else ""
        by = f", by report {spell.cause}" if spell.cause else ""
        when = period_text(spell.from_at, spell.to_at)
        yield spell.state, f"{under}{spell.condition}, {when}{by}"


def _details(title: str, parts: Iterable[str]) -> str:
    return f"<details><summary>{html_text(title)}</summary>{''.join(parts)}</details>"


def _list(pairs: Iterable[Pair]) -> str:
    told = "".join(
        f"{f'<dt>{html_text(label)}</dt>' if label else ''}<dd>{html_text(said)}</dd>"
        for label, said in pairs
    )
    return f"<dl>{told}</dl>" if told else ""


def _items(texts: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{html_text(text)}</li>' for text in texts)}</ul>"
