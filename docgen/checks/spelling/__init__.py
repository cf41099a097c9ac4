"""Spelling: the dictionaries of languages, what a report adds to them, and what a misspelled word may have meant."""
