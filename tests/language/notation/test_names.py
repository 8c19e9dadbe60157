"""Names stand for members and drawings, under the answers that change them."""

from pathlib import Path

from tests.language.spoken import READINGS, clause, core_form


def test_what_hangs_on_a_question_stands_under_its_answers(tmp_path: Path) -> None:
    core = core_form(tmp_path, READINGS)
    assert core["groups"]["reds"] == {
        "who": {
            "narrow": {"surely": ["red"]},
            "broad": {"surely": ["red"], "perhaps": ["allies"]},
        }
    }
    assert set(core["places"]["river"]["which"]) == {"near", "far"}


def test_a_dated_member_has_its_dates(tmp_path: Path) -> None:
    terms = READINGS.replace("confidence: possible", "confidence: likely, until: 2020-06-30")
    broad = core_form(tmp_path, terms)["groups"]["reds"]["who"]["broad"]
    assert broad["surely"] == ["red", {"allies": {"until": "2020-07-01T00:00:00+03:00"}}]


def test_groups_that_their_words_tell_are_left_out(tmp_path: Path) -> None:
    for who in ("red", "everyone", "[red, blue]", "{all_except: [red]}"):
        core = core_form(tmp_path, clause(f"binds: {who}, prohibits: fire"))
        assert "groups" not in core
