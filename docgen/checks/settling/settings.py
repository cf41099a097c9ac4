"""Which rules run on a report, how much their findings matter, and with which options."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import Enum
from typing import Any

from docgen.checks.registry import rules
from docgen.checks.rule import NoOptions, Rule
from docgen.checks.settling.orders import ALL, DEFAULT, Orders
from docgen.findings import Finding, Severity, Span
from docgen.reading.binding import Binder
from docgen.reading.shapes import shapes
from docgen.reading.text import Name
from docgen.records import dataclass
from docgen.report.settings import CheckSettings, Kept


@dataclass(frozen=True, slots=True)
class Active:
    """A rule that runs, and how."""

    rule: Rule
    severity: Severity
    options: Any


@dataclass
class _Reader:
    """Reads the settings of one report; what is wrong with them is collected in `findings`."""

    settings: CheckSettings
    known: Mapping[str, Rule]
    findings: list[Finding] = field(default_factory=list)

    def names(self, written: Iterable[Name], *groups: str) -> tuple[str, ...]:
        """The names that are rules, or groups of rules."""
        return tuple(name.value for name in written if name.value in groups or self._find(name) is not None)

    def severities(self) -> dict[str, Severity]:
        """The severity by rule, where one is written."""
        return {
            name.value: Severity[level.name] for name, level in self.settings.severity if self._find(name) is not None
        }

    def options(self) -> dict[str, Any]:
        """The options by rule, where some are written and could be bound."""
        found: dict[str, Any] = {}
        for name, kept in self.settings.options:
            rule = self._find(name)
            if rule is not None:
                found.update((name.value, options) for options in self._bound(name, rule, kept))
        return found

    def _bound(self, name: Name, rule: Rule, kept: Kept) -> Iterable[Any]:
        if rule.options is NoOptions:
            message = f"the rule '{name}' has no options"
            self.findings.append(Finding.error(name.span(), "no-options", message, "take this out"))
            return
        binder = Binder()
        options = binder.attempt(kept.node, rule.options)
        self.findings.extend(binder.findings)
        if options is not None:
            yield options

    def _find(self, name: Name) -> Rule | None:
        if name.value not in self.known:
            self.findings.append(unknown_rule(name.value, name.span()))
        return self.known.get(name.value)


def plan(settings: CheckSettings | None, orders: Orders) -> tuple[tuple[Active, ...], tuple[Finding, ...]]:
    """The rules that run, by name, and what is wrong with the settings."""
    known = rules()
    reader = _Reader(settings or CheckSettings(span=Span("", 0, 0)), known)
    selected = reader.names(reader.settings.select, DEFAULT, ALL)
    ignored = {*reader.names(reader.settings.ignore), *orders.ignore}
    severities, options = reader.severities(), reader.options()
    wanted = _wanted(orders.select or selected or (DEFAULT,), known)
    active = tuple(
        Active(rule, severities.get(name, rule.severity), options.get(name) or rule.options())
        for name, rule in sorted(known.items())
        if name in wanted and name not in ignored
    )
    return active, tuple(dict.fromkeys(reader.findings))


def unknown_rule(name: str, span: Span) -> Finding:
    """The finding on a name that no rule has."""
    near = difflib.get_close_matches(name, rules(), 1)
    advice = f"did you mean '{near[0]}'?" if near else "docgen rule lists them"
    return Finding.error(span, "unknown-rule", f"there is no rule '{name}'", advice)


def _wanted(selected: Iterable[str], known: Mapping[str, Rule]) -> set[str]:
    """The rules that names and groups stand for."""
    wanted: set[str] = set()
    for name in selected:
        if name == ALL:
            wanted |= known.keys()
        elif name == DEFAULT:
            wanted |= {rule.name for rule in known.values() if rule.on}
        else:
            wanted.add(name)
    return wanted


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a rule: what it says, an example, and its value where nobody says otherwise, as written."""

    key: str
    description: str
    example: str
    usual: str


def defaults(rule: Rule) -> tuple[Option, ...]:
    """The options of a rule."""
    if rule.options is NoOptions:
        return ()
    usual = rule.options()
    found = []
    options: type = rule.options
    for key, shape in shapes(options).items():
        value = _written(getattr(usual, shape.field))
        found.append(Option(key, shape.manual.description, next(iter(shape.manual.examples), value), value))
    return tuple(found)


def _written(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case Enum():
            return str(value.value)
        case tuple():
            return f"[{', '.join(_written(item) for item in value)}]"
        case _:
            return str(value)
