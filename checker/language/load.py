"""From an agreement's file to its core: everything that is wrong is told in one run."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.language.borrowed import figures_of
from checker.language.clauses import Clauses
from checker.language.core.agreement import Core
from checker.language.document import Document, Override, entries_of, read_document, text_of
from checker.language.drafts import drafts_of
from checker.language.named_groups import named_groups
from checker.language.names import check_names, check_reference
from checker.language.parts import (
    claims_of,
    codes_of,
    firsts_of,
    nameable_places,
    sources_of,
    spellings_of,
    standard_of,
)
from checker.language.problems import Problems, meant, meant_name
from checker.language.questions import answers_of, check_answers, questions_of
from checker.language.readings import core_clauses
from checker.language.registers import coverage_of
from checker.language.terms import Terms, terms_of
from checker.language.unreferred import check_unreferred
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.digest import digest, fingerprint
from checker.values.ledger import read_bytes

__all__ = ["Agreement", "Loaded", "core_of", "lint_agreement", "load_agreement"]

FILE = "agreement.yaml"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Hold an agreement that can be judged, and what its reading warned of."""

    core: Core
    warnings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """Hold all that reading brought to light; ``core`` is None where the file is no mapping."""

    problems: Problems
    document: Document | None = None
    terms: Terms | None = None
    core: Core | None = None


def load_agreement(
    path: Path,
    *,
    lists: Path | None = None,
    overrides: Sequence[Override] = (),
    shown: str | None = None,
) -> Agreement:
    """Read an agreement: its file, or the folder that holds it.

    ``lists`` is the folder of the shared lists, ``shown`` how problems name the file. Raises
    ``CheckerError`` with every error, each in its place.
    """
    loaded = _loaded(path, lists=lists, overrides=overrides, shown=shown)
    if loaded.problems.has_errors:
        # What may be why stands beside the errors; any other warning waits until they are mended.
        waiting = {one for one in loaded.problems.sorted() if one.severity == "warning"}
        _lint(loaded, is_cheap_only=True)
        raise CheckerError(*(one for one in loaded.problems.sorted() if one not in waiting))
    _lint(loaded, is_cheap_only=True)
    assert loaded.core is not None
    return Agreement(loaded.core, loaded.problems.sorted())


def core_of(agreement: Agreement) -> Core:
    """Return the core that an agreement expands into."""
    return agreement.core


def _loaded(
    path: Path,
    *,
    lists: Path | None = None,
    overrides: Sequence[Override] = (),
    shown: str | None = None,
) -> Loaded:
    """Read an agreement as far as it can be read; nothing is raised."""
    file = path / FILE if path.is_dir() else path
    problems = Problems()
    document = read_document(file, shown or file.name, lists, problems, tuple(overrides))
    if document is None:
        return Loaded(problems)
    check_names(document)
    check_answers(document)
    terms = terms_of(document)
    core = _core(terms)
    return Loaded(problems, document, terms, core)


def _core(terms: Terms) -> Core:
    document = terms.document
    _check_overrides(document)
    clauses = core_clauses(Clauses(terms, drafts_of(document)))
    firsts = firsts_of(terms)
    names, places, regions = nameable_places(terms)
    parties = tuple(text_of(item) or "" for item in entries_of(document.root.get("parties")))
    coverage = coverage_of(terms)
    check_unreferred(terms)
    for item in entries_of(document.root.get("parties")):
        if (name := text_of(item)) is not None:
            check_reference(document, "actors", name, item.span)
    return Core(
        id=document.text("id"),
        title=document.text("title"),
        digest=fingerprint(
            *(t for pair in sorted(document.files.items()) for t in pair), length=64
        ),
        timezone=str(document.zone),
        clauses=clauses,
        actors=terms.actors.ids,
        actor_names=codes_of(terms.actors.names, terms.actors.ids),
        actor_titles=terms.actors.titles,
        doings=terms.doings.words,
        doing_names=spellings_of(terms.doings),
        things=terms.things.words,
        thing_names=spellings_of(terms.things),
        places=places,
        place_regions=regions,
        place_names=names,
        questions=questions_of(document),
        standard=standard_of(document),
        firsts=firsts,
        coverage=coverage,
        sources=sources_of(document),
        claims=claims_of(document),
        parties=parties,
        party_groups=tuple((actor, terms.actors.plain(actor)) for actor in terms.actors.ids),
        named_groups=named_groups(terms),
        sides=tuple(document.section("sides")),
        overrides=tuple(
            (o.place if o.answer is None else f"{o.place}:{o.answer}", digest(read_bytes(o.file)))
            for o in document.overrides
        ),
        figures=figures_of(document),
    )


def _check_overrides(document: Document) -> None:
    """Refuse the user's own drawings of places that the agreement does not have."""
    for override in document.overrides:
        if override.place not in document.section("places"):
            hint = meant(override.place, document.section("places"))
            message = f"there is no place {override.place!r} to replace"
            document.problems.add("L715", message, None, hint)
        elif override.answer is not None and override.answer not in _answers(document):
            message = f"no question has the answer {override.answer!r}"
            document.problems.add(
                "L715", message, None, meant_name(override.answer, _answers(document))
            )


def _answers(document: Document) -> list[str]:
    return [
        one for question in document.section("questions") for one in answers_of(document, question)
    ]


def lint_agreement(
    path: Path, *, lists: Path | None = None, shown: str | None = None
) -> tuple[Diagnostic, ...]:
    """Return every problem of an agreement, errors and warnings, in the order of their places."""
    loaded = _loaded(path, lists=lists, shown=shown)
    _lint(loaded, is_cheap_only=False)
    return loaded.problems.sorted()


def _lint(loaded: Loaded, *, is_cheap_only: bool) -> None:
    """Look further than syntax, where there is an agreement to look at."""
    from checker.language.lint import Linted, lint  # noqa: PLC0415 - costs what only lint needs

    if loaded.document is not None and loaded.core is not None and loaded.terms is not None:
        linted = Linted(loaded.document, loaded.core, loaded.terms.atlas)
        lint(linted, is_cheap_only=is_cheap_only)
