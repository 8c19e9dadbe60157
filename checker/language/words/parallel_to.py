"""``parallel_to: {kept: C}``: while C is kept, and C while this clause is: the same on both."""

from checker.language.text import Scalar, Table
from checker.language.words.word import Word, moved

__all__ = ["WORD", "turned"]


def turned(name: str, table: Table) -> tuple[str, Table] | None:
    """Return the clause that ``name`` runs beside, and the condition as it stands there.

    None where the clause does not say so. The name of this clause stands
    where its word does, for a problem of the other clause with it comes from that word.
    """
    condition = table.get("parallel_to")
    kept = condition.get("kept") if isinstance(condition, Table) else None
    if not isinstance(condition, Table) or not isinstance(kept, Scalar) or kept.text is None:
        return None
    own = Scalar(name, table.key("parallel_to").span)
    entries = tuple((key, own if value is kept else value) for key, value in condition.entries)
    return kept.text, Table(entries, condition.span)


WORD = Word(
    "parallel_to",
    "clause",
    "the same on both, for duties that run beside each other",
    "parallel_to: {kept: C, ...}  =  while: {kept: C, ...}, and in C: while: {kept: this, ...}",
    moved("parallel_to", "while"),
)
