"""Word files by docgen, and by what one would take instead."""
