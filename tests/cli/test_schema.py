"""`accord schema`: the JSON Schema of agreement files and of results."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.cli.made import AGREEMENT, HEAD, accord, result_of, row


@pytest.mark.parametrize("of", ["agreement", "result", "explanation"])
def test_every_schema_is_a_schema(of: str) -> None:
    done = accord("schema", of)
    assert done.exit_code == 0
    Draft202012Validator.check_schema(json.loads(done.stdout))


def test_without_a_word_it_is_that_of_agreements() -> None:
    assert accord("schema").stdout == accord("schema", "agreement").stdout


def test_an_agreement_and_a_result_are_valid(deal: str) -> None:
    agreement = Draft202012Validator(json.loads(accord("schema").stdout))
    agreement.validate(yaml.BaseLoader(AGREEMENT).get_single_data())
    result = Draft202012Validator(json.loads(accord("schema", "result").stdout))
    result.validate(result_of(deal, "-", stdin=HEAD + row("r1")))


def test_there_is_no_other_schema() -> None:
    assert accord("schema", "report").exit_code == 2
