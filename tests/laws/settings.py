"""How laws are drawn: the same examples in every run, and none of them timed."""

from hypothesis import HealthCheck, settings

__all__ = ["law"]

law = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
