"""`accord words`: the words of the rule language, and what each stands for."""

from checker.language import WORDS
from tests.cli.made import accord


def test_every_word_is_listed_with_what_it_stands_for() -> None:
    done = accord("words")
    assert done.exit_code == 0
    listed = [line.split()[0] for line in done.stdout.splitlines() if line[:1].strip()]
    assert listed == [word.key for word in WORDS]
    for word in WORDS:
        for line in word.expansion.splitlines():
            assert line.strip() in done.stdout
