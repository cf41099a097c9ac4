"""The report: what staff write, and how it becomes a document."""
