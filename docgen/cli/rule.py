"""`docgen rule`: the rules there are, and the manual of one."""

from __future__ import annotations

import textwrap

import click

from docgen.checks.registry import rules
from docgen.checks.rule import Rule
from docgen.checks.settling.settings import defaults, unknown_rule
from docgen.findings import Span

WIDTH = 100


@click.command("rule", short_help="List the rules of the checks, or show the manual of one.")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """List the rules of the checks, or show the manual of one.

    A rule that is off runs where --select, or `select` under `checks`, names it.
    """
    known = rules()
    if name is None:
        click.echo("".join(_line(rule) for rule in known.values()), nl=False)
    elif name in known:
        click.echo(_manual(known[name]), nl=False)
    else:
        wrong = unknown_rule(name, Span("", 0, 0))
        raise click.UsageError(f"{wrong.message}; {wrong.advice}")


def _line(rule: Rule) -> str:
    head = f"{rule.name:<22} {rule.severity.label:<8} {'on' if rule.on else 'off':<4}"
    return textwrap.fill(f"{head}{rule.manual.summary}", WIDTH, subsequent_indent=" " * len(head)) + "\n"


def _manual(rule: Rule) -> str:
    """The manual as it stands in the rule's module, its name and its options around it."""
    state = "on" if rule.on else "off unless selected"
    spoken = f", for texts in: {', '.join(rule.languages)}" if rule.languages else ""
    return f"{rule.name}: {rule.severity.label}, {state}{spoken}\n\n{rule.text}\n{_options(rule)}"


def _options(rule: Rule) -> str:
    options = defaults(rule)
    if not options:
        return ""
    first = options[0]
    example = f"checks: {{options: {{{rule.name}: {{{first.key}: {first.example}}}}}}}"
    rows = "".join(f"  {one.key}: {one.description} (usually {one.usual})\n" for one in options)
    return f"\nOptions, in a report or in docgen.yaml, such as\n\n    {example}\n\n{rows}"
