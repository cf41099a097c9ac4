"""Slips of another file's layout, and of punctuation: what is left when text was copied, and marks that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.proofreading.report import Report, Span
from benchmarks.proofreading.slips import Slip, slips

RESIDUE = "residue"
MARKS = "punctuation"


@slips("split word", RESIDUE)
def split_word(report: Report, random: Random) -> Iterator[Slip]:
    """*cooperation* → *coope ration*, *coope- ration*."""
    for match in report.find(r"(?<![\w’'-])[a-z]{9,}(?![\w’'-])"):
        word = match.group()
        at = random.randrange(3, len(word) - 3)
        wrong = word[:at] + random.choice((" ", "- ")) + word[at:]
        yield Slip("split word", Span(*match.span()), wrong, word)


@slips("split paragraph", RESIDUE)
def split_paragraph(report: Report, _random: Random) -> Iterator[Slip]:
    """A blank line in the midst of a sentence."""
    for paragraph in report.prose:
        line = report.text.rindex("\n", 0, paragraph.span.start) + 1
        indent = " " * (paragraph.span.start - line)
        for match in re.compile(r"(?<=[a-z])\s+(?=[a-z])").finditer(report.text, *_bounds(paragraph.span)):
            if paragraph.span.start + 60 < match.start() < paragraph.span.end - 60:
                yield Slip("split paragraph", Span(*match.span()), f"\n\n{indent}", " ", region=paragraph.span)


@slips("unbalanced mark", RESIDUE)
def unbalanced(report: Report, random: Random) -> Iterator[Slip]:
    """One of two brackets or quotation marks is gone."""
    for match in report.find(r"\([^()]{6,60}\)|“[^“”]{6,80}”", everywhere=True):
        first, last = Span(match.start(), match.start() + 4), Span(match.end() - 4, match.end())
        if "](" in report.text[match.start() - 1 : match.start() + 1]:
            continue
        if random.random() < 0.5:
            yield Slip("unbalanced mark", first, report.at(first)[1:], report.at(first), also=(last,))
        else:
            yield Slip("unbalanced mark", last, report.at(last)[:-1], report.at(last), also=(first,))


@slips("stray space", RESIDUE)
def stray_space(report: Report, random: Random) -> Iterator[Slip]:
    """*word ,* or *( word* or two spaces."""
    for match in report.find(r"[a-z][,.;](?= [A-Za-z])|\([A-Za-z]|(?<=[a-z]) (?=[a-z])"):
        found = match.group()
        if found.isspace() and ("\n" in found or random.random() > 0.05):
            continue
        wrong = "  " if found.isspace() else f"{found[0]} {found[1]}"
        yield Slip("stray space", Span(*match.span()), wrong, found)


@slips("typed bullet", RESIDUE)
def typed_bullet(report: Report, random: Random) -> Iterator[Slip]:
    """*• first* where the list has *- first*."""
    for paragraph in report.paragraphs:
        for match in re.compile(r"^[ ]*(- )", re.MULTILINE).finditer(report.text, *_bounds(paragraph.span)):
            if not paragraph.prose and match.start() > paragraph.span.start:
                yield Slip("typed bullet", Span(*match.span(1)), random.choice(("• ", "· ", "▪ ")), "- ")


@slips("dash in another style", MARKS)
def dash(report: Report, random: Random) -> Iterator[Slip]:
    """A hyphen, two hyphens or a spaced dash among dashes of one kind."""
    for kind, others in (("—", (" - ", "--", " – ")), (" – ", (" - ", "—", "--"))):
        found = list(report.find(rf"(?<=[a-z]){kind}(?=[a-z])"))
        if len(found) > 1:
            for match in found:
                yield Slip("dash in another style", Span(*match.span()), random.choice(others), match.group())


@slips("quotation mark in another style", MARKS)
def quote(report: Report, _random: Random) -> Iterator[Slip]:
    """Straight marks among curly ones."""
    found = [*report.find("“[^“”]+”", everywhere=True), *report.find(r"(?<=\w)’(?=s\b)")]
    if len(found) > 2:
        for match in found:
            straight = match.group().replace("“", '"').replace("”", '"').replace("’", "'")
            yield Slip("quotation mark in another style", Span(*match.span()), straight, match.group())


@slips("serial comma", MARKS)
def serial_comma(report: Report, _random: Random) -> Iterator[Slip]:
    """*a, b and c* in a report that has *a, b, and c*, or the other way round."""
    item = r"[a-z]+(?: [a-z]+)?"
    withs = list(report.find(rf"{item}, {item}(,) (?:and|or) [a-z]+"))
    withouts = list(report.find(rf"{item}, {item}( )(?:and|or) [a-z]+"))
    if len(withs) > len(withouts) + 1:
        for match in withs:
            span = Span(match.start(1) - 1, match.end(1))
            yield Slip("serial comma", span, report.at(span)[0], report.at(span))
    elif len(withouts) > len(withs) + 1:
        for match in withouts:
            span = Span(match.start(1) - 1, match.start(1))
            yield Slip("serial comma", span, f"{report.at(span)},", report.at(span))


@slips("stray capital", MARKS)
def stray_capital(report: Report, _random: Random) -> Iterator[Slip]:
    """*the Delegates* in the midst of a sentence."""
    for match in report.find(r"\bthe (?P<noun>[a-z]{6,})(?= (?:of|and|in|for|to|was|were|had)\b)"):
        yield Slip("stray capital", Span(*match.span("noun")), match["noun"].capitalize(), match["noun"])


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end
