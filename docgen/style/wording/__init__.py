"""Wording: what docgen itself says in a report, per language. Data beside this file, with no inflection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated

from docgen.findings import Span
from docgen.reading.binding import Binder
from docgen.reading.nodes import parse
from docgen.reading.shapes import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one language, read from `<language>.yaml` beside this file.

    Patterns hold names in braces, which are filled with text and never looked at again.
    """

    span: Span
    language: Annotated[str, Key("BCP 47 tag of the language")]
    months: Annotated[tuple[str, ...], Key("the twelve months")]
    date: Annotated[str, Key("a day: {day}, {month}, {year}")]
    date_days: Annotated[str, Key("several days of a month: {day}, {last-day}, {month}, {year}")]
    date_months: Annotated[str, Key("days in two months of a year: also {last-month}")]
    date_years: Annotated[str, Key("days in two years: also {last-year}")]
    first_day: Annotated[str, Key("how the first day of a month is written, where not as 1", ("1er",))] = ""
    comma: Annotated[str, Key("between the entries of an enumeration")]
    last_of_two: Annotated[str, Key("between two entries")]
    last_of_many: Annotated[str, Key("before the last of three or more entries: the serial comma is decided here")]
    mission: Annotated[str, Key("one mission: {names}, {body}; empty where the language would inflect a name")] = ""
    missions: Annotated[str, Key("several missions: {names}, {body}")] = ""
    missions_body: Annotated[str, Key("the body that missions are accredited to unless another is named")] = ""
    article: Annotated[str, Key("the article that names have in a sentence only, its space included")] = ""
    emblem: Annotated[str, Key("the alternative text of a host's logo: {name}")]
    byline: Annotated[str, Key("hosts and partners: {hosts}, {partners}")]
    byline_alone: Annotated[str, Key("hosts without partners: {hosts}")]
    date_label: Annotated[str, Key("before the date in the masthead")]
    location_label: Annotated[str, Key("before the venue in the masthead")]
    contents: Annotated[str, Key("the title of a table of contents")]
    figure: Annotated[str, Key("a figure's label")]
    table: Annotated[str, Key("a table's label")]
    notes: Annotated[str, Key("the title over collected notes")]
    label_end: Annotated[str, Key("what ends a label before its text, as in `Date:`")]
    number_end: Annotated[str, Key("what ends a number before a caption, as in `Figure 1.`")]


@cache
def wordings() -> Mapping[str, Wording]:
    """The wording of every language there is data for, by primary language tag."""
    found: dict[str, Wording] = {}
    folder = resources.files(__package__)
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yaml"):
            parsed = parse(f"wording/{file.name}", file.read_bytes())
            binder = Binder()
            wording = binder.attempt(parsed.root, Wording) if parsed.root is not None else None
            if wording is None:
                faults = [finding.message for finding in (*parsed.findings, *binder.findings)]
                raise ValueError(f"{file.name}: {faults}")
            found[file.name.removesuffix(".yaml")] = wording
    return found
