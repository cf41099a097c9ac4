"""How much of what is wrong in a report docgen finds, and how much of what it finds is wrong, beside its peers."""
