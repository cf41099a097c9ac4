"""From what a rule wants changed to files that are changed: edits, new entries, fixes."""
