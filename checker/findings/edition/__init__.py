"""A public edition of a result: places coarsened, what names reports removed, the same totals."""

from checker.findings.edition.findings import Editing
from checker.findings.edition.ground import PublicGround
from checker.findings.edition.stated import Edition, stated
from checker.findings.edition.summary import public_summary

__all__ = ["Editing", "Edition", "PublicGround", "public_summary", "stated"]
