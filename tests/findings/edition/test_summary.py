"""What stands behind the findings, for the public."""

from dataclasses import fields
from typing import Any

import pytest

from checker.findings.acceptance import Acceptance, BaselineUse
from checker.findings.edited import Edition
from checker.findings.edition.names import PublicNames
from checker.findings.edition.summary import public_summary
from checker.findings.finding import (
    Checked,
    ConditionSpell,
    Finding,
    Header,
    InputFile,
    ListedReport,
    Measured,
    NotJudged,
    ReadingFinding,
    Rejected,
    ReportRef,
    Summary,
    SummaryRow,
    UnknownWord,
)
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span
from tests.outputs.made import row, summary

REF = ReportRef("secret.csv", 7, 6, "SECRET-1")
WHOLE = summary(
    inputs=(
        InputFile(
            "secret.csv",
            "1" * 64,
            5,
            2,
            (("kind", "position"), ("source", "SECRET"), ("radius_m", "123")),
            ("secret.yaml", "2" * 64),
            3,
            gazetteer=("secret-places.csv", "4" * 64),
        ),
    ),
    rows=(row(),),
    conditions=(ConditionSpell("c1", (), "peace", "lapsed", None, None, "SECRET-1"),),
    not_judged=(NotJudged("R203", 2),),
    unknown=(UnknownWord("actor", "SECRET man", 4, ("SECRET men",), REF),),
    rejected=(Rejected("secret.csv", 8, 7, "secret", "R203", "'SECRET' is no number", "SECRET"),),
    swapped=(REF,),
    warnings=(
        Diagnostic("R151", "SECRET", Span("secret.csv", 1, 1, 1, 1), "SECRET", "warning"),
        Diagnostic("W107", "swapped", Span("deal.yaml", 1, 1, 1, 1), "swap", "warning"),
    ),
    reports=(ListedReport("SECRET-1", True, "3" * 16, "4" * 16, "judged", None),),
    baseline=BaselineUse("secret.yaml", "5" * 64, 1, 2, 3),
    checked=(Checked("secret.csv", "c1", ()),),
)  # fmt: skip


def test_no_word_of_a_report_is_left_and_no_hash() -> None:
    told = repr(public_summary(WHOLE, Edition(1_000.0), PublicNames()))
    assert "secret" not in told.lower()
    for hashed in ("1" * 64, "2" * 64, "3" * 16, "5" * 64):
        assert hashed not in told


def test_every_count_is_left_as_it_was() -> None:
    one = public_summary(WHOLE, Edition(1_000.0), PublicNames())
    assert (one.rows, one.not_judged, one.hidden) == (WHOLE.rows, WHOLE.not_judged, WHOLE.hidden)
    (file,) = one.inputs
    assert (file.rows, file.quarantined, file.rewritten, file.stated) == (
        *(5, 2, 3, (("kind", "position"),)),
    )
    assert [word.count for word in one.unknown] == [4]
    assert len(one.rejected) == 1
    assert one.baseline is not None
    assert (one.baseline.accepted, one.baseline.stale, one.baseline.expired) == (1, 2, 3)


def test_it_is_stated_first_and_warnings_about_the_agreement_stay() -> None:
    first, of_reports, of_rules = public_summary(WHOLE, Edition(1_000.0), PublicNames()).warnings
    assert first.code == "U155"
    assert (of_reports.code, of_reports.span) == ("R151", None)
    assert of_rules == WHOLE.warnings[1]


def test_a_file_has_one_name_wherever_it_is_named() -> None:
    one = public_summary(WHOLE, Edition(1_000.0), PublicNames())
    names = {one.inputs[0].file, one.rejected[0].file, one.swapped[0].file, one.checked[0].file}
    assert names == {"public-file-1"}


DECIDED = {
    Summary: "inputs rows conditions not_judged unknown rejected hidden hollow swapped warnings "
    "reports baseline checked observed",
    InputFile: "file sha256 rows quarantined stated mapping rewritten read accepted gazetteer",
    Rejected: "file line row column code reason hint",
    UnknownWord: "kind name count nearest first",
    ConditionSpell: "clause answers condition state from_at to_at cause",
    SummaryRow: "clause answers reports standing incidents",
    Checked: "file clause reports",
    NotJudged: "reason count",
    BaselineUse: "file sha256 accepted stale expired",
    Header: "accord as_of agreement_id agreement_title agreement_sha256 overrides questions "
    "sources asked prints clauses drawn sides endings edition",
    Finding: "id subject clause verdict standing reasons readings violated_yes violated_open "
    "violated_no reports incident actor reported_actor kind does role position_of seen_from "
    "seen_to lon lat radius_m within_area measured margin_m margin_h likelihood clause_certainty "
    "assumed conditions exception says source message decides decides_radius_m unit accepted",
    ReadingFinding: "answers verdict standing reasons margin_m margin_h likelihood decides "
    "decides_radius_m exception lapse measured incident",
    Measured: "what answers low_m best_m high_m limit_low_m limit_high_m",
    Acceptance: "reason author expires",
}
"""The fields of which it was decided whether an edition keeps, changes or drops them."""


@pytest.mark.parametrize("kind", DECIDED, ids=lambda kind: kind.__name__)
def test_of_every_field_it_is_decided_what_an_edition_tells(kind: type[Any]) -> None:
    """Whoever adds one says in findings/edition and docs/editions.md what becomes of it."""
    assert [one.name for one in fields(kind)] == DECIDED[kind].split()
