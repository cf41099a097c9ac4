"""Checks: what a careful copy editor would find. The machine stands here, one file a rule in `rules/`."""
