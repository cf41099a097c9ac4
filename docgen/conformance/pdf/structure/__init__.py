"""The structure: every element where it may stand, with what those need who cannot see the page."""
