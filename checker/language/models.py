"""What an agreement's file may hold: the keys of every part, whence checks, hints and JSON Schema.

Parts that may be written in many ways (a place, a region, a quantity, an actor group) are checked
where they are read; here they are only named and described.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

__all__ = ["ActorModel", "AgreementModel", "ClauseModel", "Part", "SourceModel"]


class Part(BaseModel):
    """A part of the file: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


Free = Annotated[JsonValue, Field(description="see docs/language.md")]


class StandardModel(Part):
    """The bar of proof; a grade that is left out sets no bar."""

    reliability: Literal["A", "B", "C", "D", "E"] | None = None
    credibility: Literal["1", "2", "3", "4", "5"] | None = None
    attribution: Literal["confirmed", "reported", "claimed", "alleged", "disputed"] | None = None


class SourceModel(Part):
    """Where a term was read."""

    kind: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    note: str | None = None


class ActorModel(Part):
    """An actor; an edge is one of part_of, commanded_by, backed_by, embedded_in, wears_uniform_of."""

    name: str | None = None
    aliases: list[str] = []
    armed: Literal["true", "false"] | None = None
    edges: list[Free] = []
    note: str | None = None


class ClauseModel(Part):
    """A clause of the deal, in the deal's order."""

    says: str | None = None
    source: str | None = None
    certainty: str | None = None
    note: str | None = None
    in_force: Free = None
    binds: Free = None
    guarantor: Free = None
    owed_to: Free = None
    prohibits: Free = None
    confines: Free = None
    obliges: Free = None
    permits: Free = None
    to: Free = None
    lifts: Free = None
    things: Free = None
    against: Free = None
    where: Free = None
    theatre: Free = None
    when: Free = None
    by: Free = None
    after: Free = None
    until_verified: Free = None
    unless: Free = None
    requires_notice: Free = None
    so_long_as: Free = None
    in_return_for: Free = None
    parallel_to: Free = None
    while_: Annotated[Free, Field(alias="while")] = None
    at_most: Free = None
    at_least: Free = None
    of: Literal["units", "items", "persons"] | None = None
    limits: Free = None
    others: Free = None
    per: Free = None
    counted_over: Free = None
    replaces: Free = None
    inside: Free = None
    apart: Free = None


class ClaimModel(Part):
    """What somebody said about compliance or against the deal; it binds no one."""

    says: str
    by: str | None = None
    source: str | None = None
    contradicts: Free = None
    published: str | None = None
    certainty: str | None = None
    note: str | None = None


class AgreementModel(Part):
    """An agreement: its terms as geospatial rules."""

    accord: Literal["1"]
    id: str
    title: str
    timezone: str
    edges: Literal["geodesic", "planar"]
    in_force: Free
    standard_of_proof: StandardModel | None = None
    parties: list[str] = []
    use: list[str] = []
    theatre: Free = None
    sources: dict[str, SourceModel] = {}
    questions: dict[str, list[str]] = {}
    actors: dict[str, Free] = {}
    sides: dict[str, dict[str, Free]] = {}
    doings: dict[str, Free] = {}
    things: dict[str, Free] = {}
    events: dict[str, Free] = {}
    registers: dict[str, Free] = {}
    coverage: Free = None
    places: dict[str, Free] = {}
    clauses: dict[str, ClauseModel]
    claims: dict[str, ClaimModel] = {}
