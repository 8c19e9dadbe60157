"""The core that every word expands into, read under one set of answers.

A clause is a pattern with a bound; an exception is a pattern, perhaps with a condition or a
register; a condition is a timeline.
"""
