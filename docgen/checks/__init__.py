"""Checks: what a careful copy editor would find; one rule per module."""
