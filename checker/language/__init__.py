"""The rule language: from an agreement's file to its core, with every problem in its place."""

from checker.language.document import Override
from checker.language.load import Agreement, core_of, lint_agreement, load_agreement
from checker.language.notation.agreement import core_text
from checker.language.say.agreement import sentences
from checker.language.schema.published import json_schema
from checker.language.text import parse_text
from checker.language.words import WORDS

__all__ = [
    "WORDS",
    "Agreement",
    "Override",
    "core_of",
    "core_text",
    "json_schema",
    "lint_agreement",
    "load_agreement",
    "parse_text",
    "sentences",
]
