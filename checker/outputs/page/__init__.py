"""The page: one file of HTML that a person reads, with or without a mouse, a script or a screen."""
