"""The forms of who, what, exceptions and conditions, as JSON Schema."""

from checker.language.schema.forms import (
    FORMS,
    NAME,
    Form,
    about,
    choice,
    listed,
    one_of,
    ref,
    table,
)
from checker.language.ties import CONFIDENCES, EDGES

__all__ = ["GROUPS", "TERMS"]

_NOTE = {
    "source": about(NAME, "the source where it was read"),
    "note": about(ref("Text"), "a remark; never evaluated"),
}
_TIES = {
    "part_of": "is a part of it",
    "commanded_by": "takes its orders from it",
    "backed_by": "is armed, paid or directed by it",
    "embedded_in": "stands within it",
    "wears_uniform_of": "looks like it",
}
_CONFIDENCE: Form = {"enum": list(CONFIDENCES)}
_EDGE: Form = {"enum": list(EDGES)}
_WORDS = {
    "includes": about(ref("Names"), "narrower words; a report of one of them proves this one"),
    "class": about(ref("Names"), "the wider word or words"),
    "name": about(ref("Text"), "the name for people"),
    "aliases": about(listed(ref("Text")), "other spellings that reports use"),
    **_NOTE,
}
_PATTERN = {
    "who": about(ref("Who"), "whose doing it is"),
    "does": about(ref("Does"), "what they do"),
    "things": about(ref("Things"), "with what"),
    "against": about(ref("Who"), "against whom"),
    "where": about(ref("Region"), "where"),
    "when": about(ref("Periods"), "when; of several periods, all must hold"),
}
_BOUND = {
    "at_most": about(ref("Count"), "the greatest number"),
    "at_least": about(ref("Count"), "the least number"),
    "of": about({"enum": ["units", "items", "persons"]}, "what is counted"),
}


def _list_or_one(name: str, description: str) -> Form:
    """Accept one value of a form, or a list of them."""
    return {
        "description": description,
        "if": {"type": "array"},
        "then": listed(ref(name), 1),
        "else": ref(name),
    }


def _edge() -> Form:
    keys = {
        **{kind: about(NAME, f"the actor; this one {_TIES[kind]}") for kind in EDGES},
        "confidence": about(_CONFIDENCE, "how sure it is"),
        "from": about(ref("Moment"), "since when; a date counts from its start"),
        "until": about(ref("Moment"), "until when; a date counts to its end"),
        **_NOTE,
    }
    return one_of(table("what ties an actor to another", keys, "confidence"), EDGES)


def _group() -> Form:
    only: Form = {"if": {"type": "array"}, "then": listed(_EDGE, 1), "else": _EDGE}
    keys = {
        **{kind: about(ref("Names"), f"it, and whoever {_TIES[kind]}") for kind in EDGES},
        "at_least": about(_CONFIDENCE, "the bar; likely unless you say otherwise"),
        "only": about(only, "keeps to these kinds of edges"),
        "except": about(ref("Who"), "these are taken out, with their parts"),
    }
    return one_of(table("a group that is told by its edges", keys), EDGES)


def _condition() -> Form:
    lapses = "what a break does: suspends, ends, or a question that is answered so"
    keys = {
        "none": about(ref("Pattern"), "it holds while nothing of the kind is proved"),
        "some": about(ref("Pattern"), "it holds while something of the kind is proved"),
        "kept": about(NAME, "it holds while this clause is not proved broken"),
        "event": about(ref("Time"), "it holds from this event on"),
        "lapse": about(ref("Lapse"), lapses),
        "lasts": about(ref("Duration"), "how long a proved break lasts; else to its day's end"),
        "unproved": about(
            ref("Unproved"), "what stands while nothing is proved; open unless you say holds"
        ),
    }
    form = table("a timeline: at each instant it holds, is broken, or is open", keys)
    needs: Form = {"none": ["lapse"], "kept": ["lapse"]}
    return {**one_of(form, ("none", "some", "kept", "event")), "dependentRequired": needs}


def _exception() -> Form:
    keys = {
        **_PATTERN,
        **_BOUND,
        "while": about(ref("Condition"), "the condition under which it stands"),
        "registered": about(NAME, "a register that must hold an entry for it"),
        "to": about(ref("Text"), "to whom the entry must have been given"),
        "lead": about(ref("Duration"), "how long before the act it must have been given"),
    }
    form = table("an exception: it must cover all of what is reported", keys)
    needs: Form = {"to": ["registered"], "lead": ["registered"]}
    return {**form, "dependentRequired": needs}


def _event() -> Form:
    keys = {
        "at": about(ref("Time"), "when it was"),
        "between": about(listed(ref("Time"), 2, 2), "the first and the last it may be"),
        "not_before": about(ref("Time"), "the earliest that it may be"),
        "first": about(ref("Pattern"), "the first proved report of a pattern"),
        **_NOTE,
    }
    return one_of(table("an event", keys), ("at", "between", "not_before", "first"))


TERMS: dict[str, Form] = {
    "Edge": _edge(),
    "Group": _group(),
    "Everyone": table(
        "every armed actor but these",
        {"all_except": about(ref("Who"), "who is taken out, with their parts")},
        "all_except",
    ),
    "Side": {
        "description": "one side of a mirrored deal; own_KEY and other_KEY refer to its keys",
        "type": "object",
        "properties": {"forces": about(ref("Who"), "whom a clause binds that binds each_side")},
        "required": ["forces"],
        "patternProperties": {r"^own_\S+$": {"anyOf": [ref("Region"), ref("Who")]}},
        "additionalProperties": False,
    },
    "Doing": {**table("a word for what actors do", _WORDS), "minProperties": 0},
    "Thing": {
        **table(
            "a word for what they do it with",
            {
                **_WORDS,
                "calibre": about(ref("PlainLength"), "its calibre, such as 130 mm"),
                "range": about(ref("PlainLength"), "its range, such as 27 km"),
                "calibre_source": about(ref("Text"), "where its calibre was read, if elsewhere"),
                "range_source": about(ref("Text"), "where its range was read, if elsewhere"),
            },
        ),
        "minProperties": 0,
    },
    "Described": table(
        "things of a class, by their attributes",
        {
            "class": about(ref("Things"), "the wider word"),
            "calibre": about(ref("Attribute"), "its calibre"),
            "range": about(ref("Attribute"), "its range"),
        },
    ),
    "Attribute": {
        "description": "a length, or a bound on one",
        "if": {"type": "object"},
        "then": table(
            "a bound",
            {
                "at_least": about(ref("PlainLength"), "it is this or more"),
                "at_most": about(ref("PlainLength"), "it is this or less"),
                "above": about(ref("PlainLength"), "it is more than this"),
                "below": about(ref("PlainLength"), "it is less than this"),
            },
        ),
        "else": ref("PlainLength"),
    },
    "Pattern": table("a test of one report; a key that is left out restricts nothing", _PATTERN),
    "Exception": _exception(),
    "Periods": _list_or_one("Period", "a stretch of time, or several that must all hold"),
    "Exceptions": _list_or_one("Exception", "exceptions, any of which is enough"),
    "Notice": table(
        "notice that makes an act lawful",
        {
            "lead": about(ref("Duration"), "how long before the act begins"),
            "to": about(ref("Text"), "to whom it is given"),
            "register": about(NAME, "the register that lists the notices"),
        },
        "register",
    ),
    "Condition": _condition(),
    # A word that is nearly suspends or ends is a mistake rather than the name of a question.
    "Lapse": choice(
        "Lapse",
        "suspends, ends, or a question that is answered so",
        text={"type": "string", "pattern": r"^(?!(suspend|suspended|end|ended)$)\S+$"},
    ),
    "Unproved": choice(
        "Unproved",
        "holds, open, or a question that is answered so",
        text={"type": "string", "pattern": r"^(?!(hold|held|opens|opened)$)\S+$"},
    ),
    "Lifts": choice("Lifts", "the clauses that are lifted", text=NAME, items=listed(NAME)),
    "Limits": about(
        listed(table("one ceiling", {**_PATTERN, **_BOUND, **_NOTE}), 1), "ceilings, one a line"
    ),
    "Apart": {
        "description": "a distance from others' positions (comes in a later version)",
        "type": ["string", "object"],
    },
    "PlainEvent": _event(),
    "Register": table(
        "a list of what was notified, permitted or waived",
        {
            "file": about(ref("Text"), "a CSV file in the agreement's folder"),
            "complete_until": about(
                ref("Time"), "before it, what is not listed was not given; after it nobody knows"
            ),
            **_NOTE,
        },
        "file",
    ),
    "Coverage": table(
        "where and when somebody looked, or was refused",
        {"file": about(ref("Text"), "a CSV file in the agreement's folder"), **_NOTE},
        "file",
    ),
}
GROUPS = {"Group": TERMS["Group"], "Everyone": TERMS["Everyone"]}
TERMS["Who"] = choice(
    "Who",
    "an actor, a list (any of them), a group, everyone, anyone, or each_side",
    text=NAME,
    items=listed(ref("Who"), 1),
    tables=GROUPS,
)
TERMS["Does"] = choice(
    "Does", "a doing, or a list of doings (any of them)", text=NAME, items=listed(ref("Does"), 1)
)
TERMS["Things"] = choice(
    "Things",
    "a thing, a list (any of them), or a class with its attributes",
    text=NAME,
    items=listed(ref("Things"), 1),
    tables={"Described": TERMS["Described"]},
)
TERMS["Event"] = choice(
    "Event",
    "a date that terms hang on, as certain as it is",
    text=ref("Time"),
    tables={
        "PlainEvent": TERMS["PlainEvent"],
        "After": FORMS["After"],
        "Before": FORMS["Before"],
    },
)
