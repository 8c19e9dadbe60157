import pytest

from checker.reports.rejected import Fault
from checker.reports.times.numeric import numeric
from checker.reports.times.patterns import pattern_of


@pytest.mark.parametrize("text", ["03/04/2018", "3.4.2018", "03-04-2018", "3/4/2018 14:30"])
def test_a_date_that_may_be_two_is_refused_with_both_and_how_to_state_the_order(text: str) -> None:
    found = numeric(text)
    assert isinstance(found, Fault)
    assert found.code == "R243"
    assert "2018-04-03 or 2018-03-04" in found.reason
    assert "dates: [DD" in found.hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("13/04/2018", "2018-04-13"),
        ("04/13/2018", "2018-04-13"),
        ("04/04/2018", "2018-04-04"),
        ("13.4.2018 14:30", "2018-04-13T14:30"),
        ("13.4.2018, 9:30", "2018-04-13T09:30"),
        ("2018/04/03", "2018-04-03"),
        ("2018.4.3", "2018-04-03"),
        ("05/2018", "2018-05"),
    ],
)
def test_a_date_that_can_be_one_alone_is_that(text: str, said: str) -> None:
    assert numeric(text) == said


def test_a_year_of_two_digits_is_refused() -> None:
    found = numeric("13/04/18")
    assert isinstance(found, Fault)
    assert "two digits" in found.reason


@pytest.mark.parametrize("text", ["13/13/2018", "1/2", "13/2018", "3.4/2018", "", "\u0663/4/2018"])
def test_anything_else_is_none(text: str) -> None:
    assert numeric(text) is None


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("10.05.2018", "DD.MM.YYYY"),
        ("10.05.2018 14:30", "DD.MM.YYYY hh:mm"),
        ("10/05/2018 9:30:05 p.m.", "DD/MM/YYYY hh:mm:ss AM"),
        ("10/05/2018T09:30:05+03:00", "DD/MM/YYYYThh:mm:ssZZ"),
        ("10.05.2018, 14:30", '"DD.MM.YYYY, hh:mm"'),
    ],
)
def test_the_order_to_state_has_the_form_of_the_whole_text(text: str, pattern: str) -> None:
    found = numeric(text)
    assert isinstance(found, Fault)
    assert found.hint == f"state the order in the mapping, such as dates: [{pattern}]"
    stated = pattern_of(pattern.strip('"'))
    assert stated is not None
    assert stated.fullmatch(text)
