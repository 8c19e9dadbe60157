"""The tests that a plan is made of, one module each; ``OPERATORS`` lists them."""

from checker.operators import count, doing, period, place, presence, register, thing, who
from checker.operators.operator import Frame, Operator, Tested, frame_of

__all__ = ["OPERATORS", "Frame", "Operator", "Step", "Tested", "frame_of"]

Step = (
    who.Who
    | doing.Doing
    | presence.Presence
    | thing.Thing
    | period.During
    | place.Where
    | register.InRegister
    | count.Counted
)

OPERATORS = {
    module.OPERATOR.arguments: module.OPERATOR
    for module in (who, doing, presence, thing, period, place, register, count)
}
