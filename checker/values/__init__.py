"""Everything else is said in these: spans, truths, verdicts, quantities, instants."""
