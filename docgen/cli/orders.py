"""What the command line says about rules: which run, and which do not."""

from __future__ import annotations

import click

select_option = click.option("--select", default="", help="Rules to run, with commas between them; also: default, all.")
ignore_option = click.option("--ignore", default="", help="Rules not to run, with commas between them.")


def rule_names(written: str, *groups: str) -> tuple[str, ...]:
    """The rules that an option names. Raises `click.UsageError` for a name that no rule has."""
    names = tuple(dict.fromkeys(name.strip() for name in written.split(",") if name.strip()))
    if not names:
        return ()
    from docgen.checks.registry import rules
    from docgen.checks.settling.settings import unknown_rule
    from docgen.findings import Span

    for name in names:
        if name not in rules() and name not in groups:
            wrong = unknown_rule(name, Span("", 0, 0))
            raise click.UsageError(f"{wrong.message}; {wrong.advice}")
    return names
