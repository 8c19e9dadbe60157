"""The schema in one piece: every key described, none unknown to the reference, mistakes located."""

import re

import pytest

from tests.language.drafted import FORMS, ROOT, SCHEMA, changed, mistakes

FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("accord: 1", "accord: 2", "accord"),
        ("edges: geodesic", "edges: straight", "edges"),
        ("timezone: Europe/Belgrade\n", "", ""),
        ("title:", "titel:", ""),
        ("credibility: 3", "credibility: 6", "standard_of_proof/credibility"),
        ("{kind: treaty,", "{kind: treaty, lang: sr,", "sources/text"),
        ("far: [yes, no]", "far: [yes]", "questions/far"),
        ("armed: false", "armed: nein", "actors/red/armed"),
        ("14: {}", "everyone: {}", "actors"),
        ("binds: red", "binds: red\n    bind: red", "clauses/c"),
        ("prohibits: presence", "note: x", "clauses/c"),
        ("prohibits: presence", "prohibits: fire\n    permits: fire\n    to: red", "clauses/c"),
        ("prohibits: presence", "permits: fire", "clauses/c"),
    ],
)  # fmt: skip
def test_a_mistake_is_found_where_it_stands(old: str, new: str, where: str) -> None:
    assert where in mistakes(changed(old, new))


def test_every_key_has_a_description_or_a_form_that_says_what_it_is() -> None:
    bare = [
        f"{owner}.{key}"
        for owner, form in {**FORMS, "": SCHEMA}.items()
        for key, part in form.get("properties", {}).items()
        if not {"description", "$ref"} & set(part)
    ]
    assert bare == []


def test_every_key_is_in_the_reference() -> None:
    text = (ROOT / "docs/language.md").read_text(encoding="utf-8")
    quoted = [*FENCE.findall(text), *re.findall(r"`([^`\n]+)`", FENCE.sub("", text))]
    known = {word for part in quoted for word in re.findall(r"\w+", part)}
    keys = {key for form in FORMS.values() for key in form.get("properties", {})}
    assert keys - known == set()
