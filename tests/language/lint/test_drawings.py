"""The drawn places of an agreement, each with where it stands."""

from pathlib import Path

from checker.language.lint.drawings import drawings_of
from checker.language.places import Atlas
from checker.language.regions import region_of
from tests.language.written import document, linted, reading, value

TERMS = """
questions: {which: [old, new]}
actors: {red: {}}
places:
  line:
    which:
      old: {line: [[20, 44], [20, 45]], accuracy: 1 m, source: text}
      new: {line: [[21, 44], [21, 45]], accuracy: 1 m, source: text}
  annex: {deferred: never published}
  town: {point: {lon: 20.5, lat: 44.5}}
clauses:
  c:
    source: text
    binds: red
    prohibits: presence
    where: {within: 5 km, of: [town, line, annex], toward: both}
"""


def test_each_drawing_stands_where_it_is_drawn_under_every_answer(tmp_path: Path) -> None:
    read = document(tmp_path, TERMS)
    atlas, where = Atlas(read), value(read, "clauses.c.where")
    for answer in ("new", "old"):
        region_of(reading(read, which=answer), atlas, where, "clauses.c.where")
    found = drawings_of(linted(read, atlas))
    assert [(drawing.name, drawing.span.line, drawing.span.column) for drawing in found] == [
        ("line", 14, 12),
        ("line", 15, 12),
        ("town", 17, 9),
    ]
