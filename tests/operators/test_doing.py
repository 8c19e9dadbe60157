"""Whether the report tells of an act that the words name, done by its actor."""

from checker.operators.doing import Doing, test
from checker.values.truth import Scope, Truth
from checker.values.verdict import reason_names
from tests.handmade import frame_for, words

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
FIRE = words("fire", "shell", unsure=["fight"])


def asked(*rows: dict[str, str], scope: Scope = "some") -> list[int]:
    acting = [{"kind": "incident", "role": "acting", **row} for row in rows]
    found: list[int] = test(Doing(FIRE, scope), frame_for(*acting)).truth.tolist()
    return found


def test_a_word_that_is_meant_one_that_is_wider_and_one_that_is_not_meant() -> None:
    assert asked({"does": "shell"}, {"does": "fight"}, {"does": "presence"}) == [T, U, F]


def test_no_word_and_a_word_that_nobody_declared_are_open() -> None:
    assert asked({"does": ""}, {"does": "dance"}) == [U, U]


def test_of_several_acts_some_or_all_are_meant() -> None:
    row = {"does": "shell;presence"}
    assert asked(row) == [T]
    assert asked(row, scope="all") == [F]


def test_who_was_struck_did_not_act_and_who_has_no_role_may_have() -> None:
    roles = ("acting", "", "struck", "target")
    assert asked(*({"does": "fire", "role": role} for role in roles)) == [T, U, F, F]


def test_a_report_of_zero_tells_of_no_act() -> None:
    assert asked({"does": "fire", "count_low": "0", "count_high": "0"}) == [F]


def test_a_number_that_may_be_zero_leaves_it_open_whether_there_was_an_act() -> None:
    rows = [{"does": "fire", "count_low": low, "count_high": "5"} for low in ("0", "1", "")]
    assert asked(*rows, {"does": "presence", "count_low": "0"}) == [U, T, T, F]
    frame = frame_for({"kind": "incident", "role": "acting", "does": "fire", "count_low": "0"})
    assert reason_names(int(test(Doing(FIRE, "some"), frame).doubts[0])) == ("count_vague",)


def test_refused_access_leaves_every_act_open_and_says_so() -> None:
    frame = frame_for({"kind": "access_denied", "does": "presence"}, {"does": "dance"})
    tested = test(Doing(FIRE, "some"), frame)
    assert tested.truth.tolist() == [U, U]
    reasons = [reason_names(int(bits)) for bits in tested.doubts]
    assert reasons == [("access_denied",), ("doing_unknown",)]


def test_an_exception_need_not_cover_what_the_clause_does_not_forbid() -> None:
    frame = frame_for(
        *(
            {"kind": "incident", "role": "acting", "does": does}
            for does in ("fire;presence", "", "presence")
        )
    )
    some = test(Doing(words("fire"), "all", among=words("fire", "shell")), frame)
    assert some.truth.tolist() == [T, U, F]
    assert test(Doing(words("fire"), "all"), frame).truth.tolist() == [F, U, F]


def test_an_exception_to_an_act_leaves_it_to_the_clause_who_did_it() -> None:
    # Done by whoever was there, an act that is excepted is no breach; the clause asks who did it.
    rows = [{"role": "acting"}, {"role": ""}, {"role": "struck"}]
    frame = frame_for(*({"kind": "incident", "does": "fire"} | row for row in rows))
    among = test(Doing(FIRE, "all", among=words("fire")), frame)
    assert among.truth.tolist() == [T, T, T]
    assert test(Doing(FIRE, "all"), frame).truth.tolist() == [T, U, F]
