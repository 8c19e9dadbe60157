"""What stands behind the findings, for the public."""

from checker.findings.acceptance import BaselineUse
from checker.findings.edited import Edition
from checker.findings.edition.names import PublicNames
from checker.findings.edition.summary import public_summary
from checker.findings.finding import (
    Checked,
    ConditionSpell,
    InputFile,
    ListedReport,
    NotJudged,
    Rejected,
    ReportRef,
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
