"""The table of verdicts, the groups of standings and the names of reasons."""

import numpy as np

from checker.values.verdict import GROUPS, Reason, Standing, Verdict, reason_names, verdict_of


def test_only_what_applies_and_is_not_met_is_a_violation() -> None:
    applies = np.repeat(np.arange(3, dtype=np.int8), 3)
    met = np.tile(np.arange(3, dtype=np.int8), 3)
    found = [Verdict(v).word for v in verdict_of(applies, met)]
    assert found == [
        *["not_applicable"] * 3,
        *["undetermined", "undetermined", "no_breach"],
        *["violation", "undetermined", "compliant"],
    ]


def test_every_standing_is_in_one_of_the_four_groups() -> None:
    assert set(GROUPS) == set(Standing)
    assert set(GROUPS.values()) == {"Breach", "In doubt", "No breach", "Not concerned"}


def test_apparent_compliance_is_no_breach_and_a_broken_condition_is_one() -> None:
    assert GROUPS[Standing.APPARENT_COMPLIANCE] == "No breach"
    assert GROUPS[Standing.BREAKS_CONDITION] == "Breach"


def test_reasons_are_named_in_the_order_of_the_closed_list() -> None:
    bits = Reason.SOURCE_WEAK | Reason.PLACE_VAGUE
    assert reason_names(bits) == ("place_vague", "source_weak")
    assert reason_names(0) == ()
