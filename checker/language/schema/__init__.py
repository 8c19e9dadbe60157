"""The JSON Schema of agreement files: ``accord schema``."""
