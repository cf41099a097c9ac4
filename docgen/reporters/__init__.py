"""Reporters: findings in the form that a reader or a program wants; one module per form."""
