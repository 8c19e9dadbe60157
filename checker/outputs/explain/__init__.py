"""Why, and why not: a tree from verdict to clause, with a page, JSON and HTML made of it."""

from checker.outputs.explain.grow import grown, stored_tree
from checker.outputs.explain.html import tree_html, why_html
from checker.outputs.explain.json import explanation_json
from checker.outputs.explain.text import write_explanation
from checker.outputs.explain.tree import Tree

__all__ = [
    "Tree",
    "explanation_json",
    "grown",
    "stored_tree",
    "tree_html",
    "why_html",
    "write_explanation",
]
