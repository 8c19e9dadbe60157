"""Answers that were given before, kept under the hash of all that they were made from."""
