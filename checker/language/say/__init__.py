"""The deal in plain sentences, for people who have never seen the tool: ``accord show``."""
