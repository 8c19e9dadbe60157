"""JSON as every format writes it."""

import pytest

from checker.outputs.json_text import dumped, rounded


def test_any_script_is_written_as_it_is_on_one_line() -> None:
    assert dumped({"name": "حزب\nحزب"}) == '{"name": "حزب\\nحزب"}'


def test_a_number_that_no_json_has_is_a_defect() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumped(float("nan"))


@pytest.mark.parametrize(
    ("value", "shown"), [(None, None), (float("inf"), None), (-0.0001, 0.0), (1.23456, 1.235)]
)
def test_a_length_is_rounded_to_a_thousandth(value: float | None, shown: float | None) -> None:
    assert str(rounded(value)) == str(shown)
