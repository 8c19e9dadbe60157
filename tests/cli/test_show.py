"""`accord show`: one agreement in plain sentences, or in the core that its words expand into."""

from tests.cli.made import accord


def test_a_deal_is_said_in_plain_sentences(deal: str) -> None:
    done = accord("show", deal)
    assert done.exit_code == 0
    assert "Invented deal on a post" in done.stdout
    assert "Red keeps 1 km off the post." in done.stdout
    assert done.stdout.endswith("\n")
    assert not done.stdout.endswith("\n\n")


def test_the_core_is_what_its_words_expand_into(deal: str) -> None:
    done = accord("show", deal, "--core")
    assert done.exit_code == 0
    assert "keep-off" in done.stdout
    assert "at_most: 0" in done.stdout
    assert "prohibits: presence" not in done.stdout


def test_the_shipped_deal_is_shown_by_name() -> None:
    assert accord("show", "south-syria-2018").stdout.startswith("Reported Russia-Israel")


def test_a_deal_that_is_not_there_is_exit_2() -> None:
    done = accord("show", "south-siria-2018")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "did you mean 'south-syria-2018'?" in done.stderr
