"""Which steps to compute, in which order, shared between clauses and readings."""

from checker.plan.compile import compile_plan
from checker.plan.plan import Plan

__all__ = ["Plan", "compile_plan"]
