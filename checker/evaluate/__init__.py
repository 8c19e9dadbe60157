"""The kernel: integers and arrays; knows no YAML, names or files."""

from checker.evaluate.run import JudgedBatch, JudgedRun, judge_all, prepared

__all__ = ["JudgedBatch", "JudgedRun", "judge_all", "prepared"]
