"""When a source was published, or a claim was made: a date, or what is known of it."""

import re

from checker.language.document import Document, text_of
from checker.language.text import Table
from checker.values.instant import InstantError, parse_moment

__all__ = ["check_published"]

_PARTLY = re.compile(r"\d{4}(-\d{2})?")
_FIRST_DAY = "YYYY-01-01"


def check_published(document: Document, table: Table) -> None:
    """Refuse a date of publication that is none; a year or a month may be all that is known."""
    node = table.get("published")
    text = text_of(node)
    if node is None or not text:
        return
    is_partly = _PARTLY.fullmatch(text) is not None
    try:
        parse_moment(f"{text}{_FIRST_DAY[len(text) :]}" if is_partly else text, document.zone)
    except InstantError as error:
        message = f"{text!r} is no month of the calendar" if is_partly else str(error)
        hint = "write 2018-05-25; where only that is known, 2018-05 or 2018"
        document.problems.add("L604", message, node.span, hint)
