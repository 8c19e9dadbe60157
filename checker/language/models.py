"""What an agreement's file may hold: the keys of every part, whence checks, hints and JSON Schema.

Parts that may be written in many ways (a place, a region, a quantity, an actor group) are checked
where they are read. Here they are named and described; what an editor may know of their form is
in ``schema.forms`` and the modules beside it, under the name that ``_form`` gives.
"""

from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    JsonValue,
    Tag,
    WithJsonSchema,
)

__all__ = [
    "ActorModel",
    "AgreementModel",
    "ClaimModel",
    "ClauseModel",
    "Part",
    "QuestionModel",
    "SideModel",
    "SourceModel",
    "StandardModel",
]


class Part(BaseModel):
    """A part of the file: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


def _form(name: str) -> WithJsonSchema:
    """Mark a part whose form the JSON Schema describes under ``name``."""
    return WithJsonSchema({"form": name})


Text = Annotated[str, Field(min_length=1), _form("Text")]
Name = Annotated[str, Field(pattern=r"^\S+$"), _form("Name")]
Names = Annotated[JsonValue, _form("Names")]
Who = Annotated[JsonValue, _form("Who")]
Does = Annotated[JsonValue, _form("Does")]
Things = Annotated[JsonValue, _form("Things")]
Region = Annotated[JsonValue, _form("Region")]
Time = Annotated[JsonValue, _form("Time")]
Period = Annotated[JsonValue, _form("Period")]
Condition = Annotated[JsonValue, _form("Condition")]
Count = Annotated[JsonValue, _form("Count")]


class StandardModel(Part):
    """The bar of proof; a grade that is left out sets no bar."""

    reliability: Literal["A", "B", "C", "D", "E"] | None = Field(
        None, description="the least reliability of a source, A (best) to E"
    )
    credibility: Annotated[Literal["1", "2", "3", "4", "5"], _form("Credibility")] | None = Field(
        None, description="the least credibility of the information, 1 (best) to 5"
    )
    attribution: Literal["confirmed", "reported", "claimed", "alleged", "disputed"] | None = Field(
        None, description="how sure it must be who it was"
    )


class SourceModel(Part):
    """Where a term was read."""

    kind: Text = Field(description="free text, such as treaty, press, statement on the record")
    title: Text | None = Field(None, description="its title")
    publisher: Text | None = Field(None, description="who published it")
    published: Text | None = Field(None, description="the date of publication")
    url: Text | None = Field(None, description="where it can be read")
    language: Text | None = Field(None, description="the language that it is written in")
    note: Text | None = Field(None, description="a remark; never evaluated")


class ActorModel(Part):
    """An actor: what it is called, whether it is armed, and what ties it to others."""

    name: Text | None = Field(None, description="the name for people")
    aliases: list[Text] = Field([], description="other spellings that reports use")
    armed: Annotated[Literal["true", "false"], _form("Truth")] | None = Field(
        None, description="whether it bears arms; true unless you say false"
    )
    edges: list[Annotated[JsonValue, _form("Edge")]] = Field(
        [], description="what ties it to other actors, how surely, and when"
    )
    note: Text | None = Field(None, description="a remark; never evaluated")


class SideModel(BaseModel):
    """A side of a mirrored deal: its forces, and whatever else is its own."""

    model_config = ConfigDict(extra="allow", defer_build=True)

    forces: Who = Field(description="the actors that are this side")


class ClauseModel(Part):
    """A clause of the deal, in the deal's order: exactly one of the words that say its kind."""

    says: Text | None = Field(None, description="the term in your own plain words")
    source: Name | None = Field(None, description="the source where the term was read")
    certainty: Text | None = Field(None, description="how sure the term is; never evaluated")
    note: Text | None = Field(None, description="a remark; never evaluated")
    in_force: Period = Field(None, description="replaces the agreement's own in_force")
    binds: Who = Field(None, description="who must do it, or not do it")
    guarantor: Names = Field(None, description="who answers for it; never evaluated")
    owed_to: Names = Field(None, description="whom it is owed to; never evaluated")
    prohibits: Does = Field(None, description="what they may not do")
    confines: Does = Field(None, description="what they may do nowhere in the theatre but there")
    obliges: Does = Field(None, description="leave, be_in, or a list of acts that they must do")
    permits: Does = Field(None, description="what they may do; an exception of what it lifts")
    does: Does = Field(
        None, description="what is bounded, in the plain form: with at_most, or with at_least"
    )
    to: Who = Field(None, description="of a permission: to whom it is given")
    lifts: Annotated[JsonValue, _form("Lifts")] = Field(
        None, description="of a permission: the clauses that it is an exception of"
    )
    things: Things = Field(None, description="with what; reports that name no thing are silent")
    against: Who = Field(None, description="against whom")
    where: Region = Field(None, description="where; left out, everywhere")
    theatre: Region = Field(None, description="the ground on which this clause speaks at all")
    when: Annotated[JsonValue, _form("Periods")] = Field(
        None, description="when; left out, as long as it is in force"
    )
    by: Time = Field(None, description="of a duty: until when; a date is meant to its end")
    after: Time = Field(None, description="from which event or date on")
    until_verified: Time = Field(None, description="until which event")
    unless: Annotated[JsonValue, _form("Exceptions")] = Field(
        None, description="exceptions, any of which is enough"
    )
    requires_notice: Annotated[JsonValue, _form("Notice")] = Field(
        None, description="it is lawful where notice was given, long enough before"
    )
    so_long_as: Condition = Field(None, description="the condition under which it stands")
    in_return_for: Condition = Field(None, description="the clause in return for which it stands")
    parallel_to: Condition = Field(None, description="the clause that must be kept beside it")
    while_: Condition = Field(
        None, alias="while", description="the condition under which it stands, in its plain form"
    )
    at_most: Count = Field(None, description="the greatest number that is lawful")
    at_least: Count = Field(None, description="of a duty to act: how often; 1 unless you say")
    of: Literal["units", "items", "persons"] | None = Field(None, description="what is counted")
    limits: Annotated[JsonValue, _form("Limits")] = Field(
        None, description="ceilings, one a line (comes in a later version)"
    )
    others: Text | None = Field(
        None, description="none closes the list of limits (comes in a later version)"
    )
    per: Text | None = Field(
        None, description="each side is counted by itself (comes in a later version)"
    )
    counted_over: Annotated[JsonValue, _form("Duration")] = Field(
        None, description="the time over which is counted (comes in a later version)"
    )
    replaces: Names = Field(None, description="the clause it replaces (comes in a later version)")
    inside: Region = Field(
        None, description="the ground on which it replaces another (comes in a later version)"
    )
    apart: Annotated[JsonValue, _form("Apart")] = Field(
        None, description="the distance from others' positions (comes in a later version)"
    )


class QuestionModel(Part):
    """What can be read in several ways, told to readers: what is asked, and what answers mean."""

    asks: Text | None = Field(None, description="the question in plain words")
    answers: Annotated[dict[Name, Text], Field(min_length=2)] = Field(
        description="the answers, each with what it means; each stands wherever the question does"
    )


def _form_of(question: object) -> str:
    """Say how a question is written; the brackets mark what is no part of a place in the file."""
    return "question[keys]" if isinstance(question, dict | QuestionModel) else "question[list]"


Question = Annotated[
    Annotated[list[Text], Field(min_length=2), Tag("question[list]")]
    | Annotated[QuestionModel, Tag("question[keys]")],
    Discriminator(_form_of),
]


class ClaimModel(Part):
    """What somebody said about compliance or against the deal; it binds no one."""

    says: Text = Field(description="what was said, in your own plain words")
    by: Text | None = Field(None, description="who said it")
    source: Name | None = Field(None, description="the source where it was read")
    contradicts: Names = Field(None, description="the clause or clauses that it contradicts")
    published: Text | None = Field(None, description="the date on which it was said")
    certainty: Text | None = Field(None, description="how sure it is that this was said")
    note: Text | None = Field(None, description="a remark; never evaluated")


class AgreementModel(Part):
    """An agreement: its terms as geospatial rules."""

    accord: Annotated[Literal["1"], _form("Version")] = Field(
        description="the version of the language"
    )
    id: Name = Field(description="a short name without spaces; findings carry it")
    title: Text = Field(description="the name for people")
    timezone: Text = Field(description="the zone of dates without an hour, such as Asia/Damascus")
    edges: Literal["geodesic", "planar"] = Field(
        description="what a drawn line means between two of its points: the shortest way, or "
        "straight in longitude and latitude"
    )
    in_force: Period = Field(description="when the deal binds; a clause's own in_force replaces it")
    standard_of_proof: StandardModel | None = Field(
        None, description="what a report must have to prove anything"
    )
    parties: list[Name] = Field([], description="the actors that signed")
    use: list[Text] = Field(
        [], description="lists: those that ship, as lists/equipment, or your own, as aliases.yaml"
    )
    theatre: Region = Field(None, description="the ground on which the deal speaks at all")
    sources: dict[str, SourceModel] = Field({}, description="where the terms were read")
    questions: dict[str, Annotated[Question, _form("Question")]] = Field(
        {}, description="what can be read in several ways, each with its answers"
    )
    actors: dict[str, Annotated[JsonValue, _form("ActorOrGroup")]] = Field(
        {}, description="who is spoken of: actors, and groups of them"
    )
    sides: dict[str, Annotated[SideModel, _form("Side")]] = Field(
        {}, description="the two sides of a mirrored deal"
    )
    doings: dict[str, Annotated[JsonValue, _form("Doing")]] = Field(
        {}, description="what actors do; takes the place of the list that ships"
    )
    things: dict[str, Annotated[JsonValue, _form("Thing")]] = Field(
        {}, description="with what they do it"
    )
    events: dict[str, Annotated[JsonValue, _form("Event")]] = Field(
        {}, description="dates that the terms hang on"
    )
    registers: dict[str, Annotated[JsonValue, _form("Register")]] = Field(
        {}, description="what was notified, permitted or waived"
    )
    coverage: Annotated[JsonValue, _form("Coverage")] = Field(
        None, description="where and when somebody looked"
    )
    places: dict[str, Annotated[JsonValue, _form("Region")]] = Field(
        {}, description="the map: drawn places, and places that are made of others"
    )
    clauses: dict[str, ClauseModel] = Field(description="the terms, in the deal's order")
    claims: dict[str, ClaimModel] = Field(
        {}, description="what was said about the deal; binds no one"
    )
