"""The document: what a report says, in reading order; roles, not styles."""
