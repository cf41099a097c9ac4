"""Wording: what docgen itself says in a report, per language. Data beside this file, with no inflection."""

from __future__ import annotations

import os
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated

from docgen.findings import Finding, Span
from docgen.reading.binding import Binder
from docgen.reading.joining import join_all
from docgen.reading.nodes import Node, parse
from docgen.reading.shapes import Key
from docgen.records import dataclass


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
    paragraph: Annotated[str, Key("before the number of a paragraph that is referred to")]
    recommendation: Annotated[str, Key("before the number of a recommendation")]
    addressee: Annotated[str, Key("between a recommendation's number and whom it is for")]
    summary: Annotated[str, Key("the title of an executive summary")]
    key_messages: Annotated[str, Key("the title of the key messages")]
    label_end: Annotated[str, Key("what ends a label before its text, as in `Date:`")]
    number_end: Annotated[str, Key("what ends a number before a caption, as in `Figure 1.`")]
    attached_source: Annotated[str, Key("what the YAML files are that a PDF carries; else their names")] = ""
    attached_word: Annotated[str, Key("what the Word file is that a PDF carries; else its name")] = ""

    def check(self) -> Iterator[Finding]:
        """There are twelve months, and patterns name what can be filled in."""
        if len(self.months) != 12:
            yield Finding.error(self.span, "wording", f"a year has 12 months, not {len(self.months)}", "name them all")
        for field, names in _PATTERNS.items():
            pattern, key = getattr(self, field), field.replace("_", "-")
            for written in re.findall(r"\{(.*?)\}|([{}])", re.sub(r"\{[a-z-]+\}", _only_unknown(names), pattern)):
                shown = written[0] or written[1]
                known = ", ".join(f"{{{name}}}" for name in sorted(names))
                message = f"'{key}' cannot be filled in: nothing is called '{shown}' there"
                yield Finding.error(self.span, "wording", message, f"in braces it may have {known}")


_DAY = frozenset({"day", "month", "year"})
_PATTERNS: Mapping[str, frozenset[str]] = {
    "date": _DAY,
    "date_days": _DAY | {"last-day"},
    "date_months": _DAY | {"last-day", "last-month"},
    "date_years": _DAY | {"last-day", "last-month", "last-year"},
    "mission": frozenset({"names", "body"}),
    "missions": frozenset({"names", "body"}),
    "emblem": frozenset({"name"}),
    "byline": frozenset({"hosts", "partners"}),
    "byline_alone": frozenset({"hosts"}),
}
"""The names that each pattern may have in braces."""


@cache
def wordings() -> Mapping[str, Wording]:
    """The wording of every language there is data for, by its tag."""
    found: dict[str, Wording] = {}
    for language, root in _roots().items():
        binder = Binder()
        wording = binder.attempt(root, Wording)
        if wording is None:
            raise ValueError(f"{language}.yaml: {[finding.message for finding in binder.findings]}")
        found[language] = wording
    return found


def _only_unknown(names: frozenset[str]) -> Callable[[re.Match[str]], str]:
    """Takes the names that are known out of a pattern, so that what is left in braces is wrong."""
    return lambda found: "" if found[0][1:-1] in names else found[0]


def reworded(language: str, own: Node, binder: Binder) -> Wording | None:
    """The wording of a language with what `own` says otherwise; a language docgen has none for must be said whole."""
    return binder.attempt(join_all(own, _roots().get(language)), Wording)


@cache
def _roots() -> Mapping[str, Node]:
    """The files beside this one, read."""
    found: dict[str, Node] = {}
    for name in sorted(os.listdir(__path__[0])):
        if name.endswith(".yaml"):
            parsed = parse(f"wording/{name}", pkgutil.get_data(__name__, name) or b"")
            if parsed.root is None:
                raise ValueError(f"{name}: {[finding.message for finding in parsed.findings]}")
            found[name.removesuffix(".yaml")] = parsed.root
    return found
