"""Every pattern and region of a core, wherever it stands."""

from checker.geography.region import AllOf, AnyOf, Length, Named, Not, Within
from checker.geography.shapes import Point
from checker.language.core.clause import Clause, Variant
from checker.language.core.exemption import Condition, Exemption
from checker.language.core.pattern import Pattern, Words
from checker.language.lint.patterns import conditions_of, regions_in, where_of

TOWN = Named("town", Point(20.0, 45.0))
NEAR = Within(Length(1.0, 1.0, "1 m"), (TOWN,))


def named(said: str) -> Pattern:
    return Pattern(does=Words(said, (2,)))


def test_conditions_of_a_clause_and_of_its_exceptions_are_found() -> None:
    own = Condition("c", 0, none=named("fire"))
    other = Condition("p", 0, kept="c")
    variant = Variant(None, named("fire"), None, (Exemption("p", Pattern(), conditions=(other,)),))
    clause = Clause("c", "prohibits", (), (variant,), conditions=(own,))
    assert list(conditions_of(clause)) == [own, other]


def test_a_clause_speaks_where_its_region_and_its_theatre_are() -> None:
    assert where_of(Variant(None, Pattern())) is None
    assert where_of(Variant(None, Pattern(where=NEAR))) == NEAR
    assert where_of(Variant(None, Pattern(), TOWN)) == TOWN
    assert where_of(Variant(None, Pattern(where=NEAR), TOWN)) == AllOf((NEAR, TOWN))


def test_all_that_a_region_is_made_of_is_found() -> None:
    region = AnyOf((Not(NEAR), TOWN))
    assert list(regions_in(region)) == [region, Not(NEAR), NEAR, TOWN, TOWN]
