"""What staff settle: which rules run, what may stand, which words are right."""
