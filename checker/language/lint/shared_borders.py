"""Areas that run along each other without saying that they have a border in common."""

from collections.abc import Iterator

from checker.geography.borders import adjoin
from checker.geography.shapes import Area
from checker.language.lint.drawings import Drawing, drawings_of
from checker.language.lint.linted import Check, Found, Linted

__all__ = ["CHECK"]


def run(linted: Linted) -> Iterator[Found]:
    """Find two drawn areas that agree within 1 m along an edge and name no common border.

    Along it the larger of their accuracies is taken (design, semantics, Place under doubt), so only
    places that state two different ones are told.
    """
    seen: list[tuple[Drawing, Area]] = []
    for drawing in drawings_of(linted):
        area = drawing.shape
        if not isinstance(area, Area):
            continue
        beside = dict.fromkeys(
            repr(other.name)
            for other, its_area in seen
            if _is_undeclared(drawing, other)
            and area.accuracy_m != its_area.accuracy_m
            and adjoin(area, its_area)
        )
        if beside:
            message = (
                f"{drawing.name!r} runs along {', '.join(beside)}, which is drawn to another "
                "accuracy: the larger holds along the common border"
            )
            hint = "draw the border as a line, and name it in both: border: NAME"
            yield Found(message, drawing.span, hint)
        seen.append((drawing, area))


def _is_undeclared(one: Drawing, other: Drawing) -> bool:
    return one.name != other.name and (one.border is None or one.border != other.border)


CHECK = Check("W108", "shared borders that are not declared", run, is_cheap=False)
