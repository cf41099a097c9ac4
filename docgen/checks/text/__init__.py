"""The text of a report as rules see it: passages, their sentences and words, and what stands in them."""
