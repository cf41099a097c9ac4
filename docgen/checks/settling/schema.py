"""The JSON Schema that editors get: of reports, and of what a folder's reports share, with the rules there are.

The room of reports knows the keys of `checks:`, but no rule. Here their names, what each finds and the options of those
that have some are put in, so that an editor can offer them.
"""

from __future__ import annotations

import json

import yaml

from docgen.checks.registry import rules
from docgen.checks.rule import NoOptions, Rule
from docgen.checks.settling.orders import ALL, DEFAULT
from docgen.checks.settling.settings import defaults
from docgen.reading.schema import Schema, SchemaMaker, schema
from docgen.report.model import Report
from docgen.report.settings import CheckSettings

GROUPS = {DEFAULT: "The rules that run where nobody says otherwise.", ALL: "Every rule there is."}


def report_schema() -> str:
    """The JSON Schema of a report, as a file."""
    return _written(_with_rules(schema(Report, "docgen report")))


def folder_schema() -> str:
    """The JSON Schema of `docgen.yaml`, as a file: the keys of a report, none of which must be there."""
    whole = schema(Report, "docgen.yaml, what the reports of a folder share")
    whole.pop("required")
    return _written(_with_rules(whole))


def _written(whole: Schema) -> str:
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _with_rules(whole: Schema) -> Schema:
    """A schema whose `checks:` names the rules, those of installed packages too, and no others."""
    keys = whole["definitions"][CheckSettings.__name__]["properties"]
    told = {name: _told(rule) for name, rule in rules().items()}
    keys["select"]["items"] = _one_of({**GROUPS, **told})
    keys["ignore"]["items"] = _one_of(told)
    levels = keys["severity"].pop("additionalProperties")
    _name(keys["severity"], {name: {**levels, "description": text} for name, text in told.items()})
    with_options = {name: rule for name, rule in rules().items() if rule.options is not NoOptions}
    _name(keys["options"], {name: _options(rule) for name, rule in with_options.items()})
    return whole


def _told(rule: Rule) -> str:
    """What a rule finds, and how it comes, in a line."""
    return f"{rule.manual.summary} ({rule.severity.label}, {'on' if rule.on else 'off unless selected'})"


def _one_of(told: dict[str, str]) -> Schema:
    """One of some words. `enumDescriptions` is no word of draft-07; editors show it beside what they offer."""
    return {"enum": list(told), "enumDescriptions": list(told.values())}


def _name(keys: Schema, properties: dict[str, Schema]) -> None:
    """Offer these keys, and refuse others."""
    keys.update(properties=properties, additionalProperties=False)


def _options(rule: Rule) -> Schema:
    """The options of a rule: their types and manual, and what holds where nobody says otherwise."""
    found = SchemaMaker().mapping(rule.options)
    for option in defaults(rule):
        found["properties"][option.key]["default"] = yaml.safe_load(option.usual)
    return {**found, "type": ["object", "null"], "description": rule.manual.summary}
