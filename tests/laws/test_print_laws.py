"""Whatever an edit of an agreement changes of an answer, a print shows: no cause is overlooked."""

import json
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.cli.made import accord
from tests.laws.settings import law

CASES = Path(__file__).parents[2] / "fixtures" / "conformance"
FOLDERS = sorted(path.parent.name for path in CASES.glob("*/reports.csv"))
OTHER = {
    "confirmed": "possible",
    "likely": "possible",
    "possible": "confirmed",
    "suspends": "ends",
    "ends": "suspends",
    "holds": "open",
    "open": "holds",
    "presence": "fire",
    "fire": "presence",
    "part_of": "backed_by",
    "backed_by": "part_of",
    "watched": "denied",
}
WORD = re.compile(rf"(?<![\w.])\d+(?:\.\d+)?(?![\w.])|\b(?:{'|'.join(OTHER)})\b")


def edited(text: str, which: int, more: int) -> str:
    """Return an agreement with one of its numbers, or of its words, changed."""
    words = [*WORD.finditer(text)]
    word = words[which % len(words)]
    old = word.group()
    new = OTHER.get(old) or (str(float(old) + more) if "." in old else str(int(old) + more))
    return f"{text[: word.start()]}{new}{text[word.end() :]}"


@settings(law, max_examples=15)
@given(st.sampled_from(FOLDERS), st.integers(0, 999), st.sampled_from((1, 3, 50)))
def test_a_changed_answer_always_has_a_cause(name: str, which: int, more: int) -> None:
    with TemporaryDirectory() as folder:
        draft = Path(folder) / "draft"
        shutil.copytree(CASES / name, draft)
        agreement = draft / "agreement.yaml"
        text = edited(agreement.read_text(encoding="utf-8"), which, more)
        agreement.write_text(text, encoding="utf-8")
        reports = str(CASES / name / "reports.csv")
        asked = ("--all", "--as-of", "2030-01-01", "-f", "json")
        done = accord("diff", str(CASES / name), str(draft), reports, *asked)
        assume(done.exit_code != 2)  # an edit may leave no agreement
        found = json.loads(done.stdout)
        assert all(change["why"] for change in found["changes"])
        kinds = {cause["kind"] for cause in found["differs"]}
        differs = found["changes"] or found["clauses"]
        assert not differs or kinds - {"words"}
