"""What somebody decides about findings: words that are right, and what is left for later."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import replace

import click

from docgen.checks.registry import rules
from docgen.checks.settling.baseline import NoBaseline, read_baseline, trait, write_baseline
from docgen.checks.settling.vocabulary import FILE, with_words
from docgen.cli.mending import write
from docgen.cli.telling import count
from docgen.findings import Finding
from docgen.job import Outcome
from docgen.reporters.run import Run, slashed
from docgen.world import World, folder_of, join


def accept(world: World, outcomes: list[Outcome]) -> list[Outcome]:
    """Add the words that are not known to the lists beside the reports, print them, and leave the findings out."""
    unknown: dict[str, set[str]] = {}
    for outcome in outcomes:
        words = {finding.word for finding in outcome.findings if finding.word}
        if words:
            unknown.setdefault(join(folder_of(outcome.path), FILE), set()).update(words)
    for path, words in sorted(unknown.items()):
        added = sorted(words, key=_alphabetically)
        write(world, path, with_words(world.read(path) if world.exists(path) else b"", added))
        click.echo("".join(f"{slashed(path)}: {word}\n" for word in added), nl=False, err=True)
    return [_with(outcome, [found for found in outcome.findings if not found.word]) for outcome in outcomes]


def compare(world: World, outcomes: list[Outcome], path: str) -> list[Outcome]:
    """Leave out what a baseline holds; where there is none, it is written first."""
    run = Run(tuple(outcomes))
    beside = os.path.dirname(os.path.abspath(path))
    names = {one: slashed(os.path.relpath(one, beside)) for one in run.sources}
    if not world.exists(path):
        known = [finding for finding in run.findings if finding.code in rules()]
        write(world, path, write_baseline(trait(finding, run.sources, names) for finding in known))
        click.echo(f"{path} is written: {count(len(known), 'finding')} left for later", err=True)
    try:
        held = read_baseline(world.read(path))
    except NoBaseline as fault:
        raise click.UsageError(f"{path}: {fault}") from None
    new = set(held.without(run.findings, run.sources, rules(), names))
    return [_with(outcome, [found for found in outcome.findings if found in new]) for outcome in outcomes]


def _alphabetically(word: str) -> tuple[str, str]:
    """Words as a dictionary has them: accents and capitals count last."""
    return unicodedata.normalize("NFKD", word.casefold()), word


def _with(outcome: Outcome, findings: list[Finding]) -> Outcome:
    return replace(outcome, findings=tuple(findings))
