"""Text from somebody's file as it may be shown: nothing in it steers a terminal."""

__all__ = ["printable"]

_JOINERS = "\u200c\u200d"
"""Zero-width joiners: names in Persian or Hindi need them."""


def printable(text: str) -> str:
    """Return a text from somebody's file without what steers a terminal or turns its direction."""
    return "".join(
        character
        if character.isprintable() or character in _JOINERS
        else " "
        if character.isspace()
        else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )
