"""Where batches are worked on."""
