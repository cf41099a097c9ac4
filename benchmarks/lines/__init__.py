"""How evenly docgen sets lines, beside the systems known for it."""
