"""``everyone``, ``anyone``, ``all_except``: groups that need no edge."""

from checker.language.words.word import Word

__all__ = ["WORDS"]

WORDS = (
    Word("everyone", "actors", "every armed actor", "everyone  =  {all_except: []}"),
    Word("anyone", "actors", "every person, armed or not", "anyone  =  true of any report"),
    Word(
        "all_except",
        "actors",
        "every armed actor but those",
        "{all_except: [A]}  =  everyone, and not A or a part of A",
    ),
    Word(
        "each_side",
        "actors",
        "the forces of each side, and the clause once for each",
        "binds: each_side  =  the clause once for each of `sides`, own_KEY and other_KEY put in",
    ),
)
