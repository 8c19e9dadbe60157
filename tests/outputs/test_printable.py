"""Text from somebody's file as it may be shown."""

import pytest

from checker.outputs.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\N{REPLACEMENT CHARACTER}[31mred"),
        ("a\u202eb", "a\N{REPLACEMENT CHARACTER}b"),
        ("a\tb\r\nc", "a b  c"),
        ("حزب‌الله", "حزب‌الله"),
        ("Nusaïr 村", "Nusaïr 村"),
    ],
)
def test_nothing_steers_the_terminal_and_every_script_stays(text: str, shown: str) -> None:
    assert printable(text) == shown
