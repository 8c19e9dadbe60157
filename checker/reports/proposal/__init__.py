"""A mapping proposed for a file that nobody described: what was seen, and what it may be."""
