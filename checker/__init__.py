"""Accord: check reported force positions against the terms of ceasefire and withdrawal deals."""

__version__ = "0.1.0"
