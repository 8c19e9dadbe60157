"""The core in its own notation, words expanded: ``accord show --core``."""
