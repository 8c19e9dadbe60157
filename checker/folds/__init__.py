"""What needs many reports at once, one monoid each: partial per batch, merge, finish."""
