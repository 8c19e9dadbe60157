"""Where something was, in any of the usual ways to say it: degrees, grids, drawings, words."""
