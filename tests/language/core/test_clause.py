"""What a clause rests on: what its file invented, and what it took from a list."""

from checker.language.core.clause import Assumed


def test_a_figure_of_a_thing_is_taken_from_a_list_and_all_else_is_assumed() -> None:
    invented = Assumed("places.zone", "10 km", "no depth was published")
    taken = Assumed("things.bm-21.range", "20 km", "from lists/equipment")
    assert [(one.is_listed, one.told) for one in (invented, taken)] == [
        (False, "assumed"),
        (True, "taken from a list"),
    ]
