"""Slips of spelling: made by the four edits of Damerau, or from published and own lists, never from a dictionary.

A word that an edit turns into another word that exists stays a slip: it is as hard for every proof-reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.proofreading.report import Report, Span
from benchmarks.proofreading.slips import Slip, slips

GROUP = "spelling"

BESIDE = "sq vn xv se wr dg fh gj uo hk jl ko nb bm ip ol wa et ad ry yi cb qe zc tu xa"
NEIGHBOURS = dict(zip("abcdefghijklmnopqrstuvwxyz", BESIDE.split(), strict=True))
"""What stands beside a letter in its row of a QWERTY keyboard, or above it."""

CONFUSED = (
    ("accept", "except"),
    ("affect", "effect"),
    ("being", "begin"),
    ("cite", "site", "sight"),
    ("country", "county"),
    ("its", "it's"),
    ("lead", "led"),
    ("passed", "past"),
    ("peace", "piece"),
    ("principal", "principle"),
    ("quiet", "quite"),
    ("raise", "rise"),
    ("than", "then"),
    ("their", "there"),
    ("weather", "whether"),
)
"""The confusion sets of Golding and Roth, "A Winnow-Based Approach to Context-Sensitive Spelling Correction", Machine
Learning 34 (1999), without those that are questions of grammar or style (among/between, amount/number, fewer/less,
I/me), that speak to a reader (your/you're), or need two words (maybe/may be)."""

LOCALES = (
    ("aging", "ageing"),
    ("analyze", "analyse"),
    ("behavior", "behaviour"),
    ("center", "centre"),
    ("centers", "centres"),
    ("color", "colour"),
    ("defense", "defence"),
    ("favor", "favour"),
    ("favorable", "favourable"),
    ("fulfill", "fulfil"),
    ("harbor", "harbour"),
    ("harbors", "harbours"),
    ("honor", "honour"),
    ("honored", "honoured"),
    ("labeled", "labelled"),
    ("labor", "labour"),
    ("modeling", "modelling"),
    ("neighbor", "neighbour"),
    ("neighbors", "neighbours"),
    ("neighboring", "neighbouring"),
    ("offense", "offence"),
    ("pediatric", "paediatric"),
    ("plow", "plough"),
    ("program", "programme"),
    ("programs", "programmes"),
    ("skeptical", "sceptical"),
    ("traveled", "travelled"),
)
"""Plain words whose American and British spellings differ; -ize and -ise are both British, and left out."""

WORD = r"(?<![\w’'-])[a-z]{7,}(?![\w’'-])"


def edited(word: str, how: str, random: Random) -> str | None:
    """The word with one edit inside it: its first and last letters stay."""
    places = list(range(1, len(word) - 2))
    random.shuffle(places)
    for at in places:
        letter, following = word[at], word[at + 1]
        if how == "two letters swapped" and letter != following:
            return word[:at] + following + letter + word[at + 2 :]
        if how == "letter doubled" and letter not in (word[at - 1], following):
            return word[:at] + letter + word[at:]
        if how == "letter dropped" and letter not in (word[at - 1], following):
            return word[:at] + word[at + 1 :]
        if how == "neighbouring key" and letter in NEIGHBOURS:
            return word[:at] + random.choice(NEIGHBOURS[letter]) + word[at + 1 :]
    return None


def _misspelt(report: Report, random: Random, how: str) -> Iterator[Slip]:
    for match in report.find(WORD):
        wrong = edited(match.group(), how, random)
        if wrong:
            yield Slip(how, Span(*match.span()), wrong, match.group())


@slips("two letters swapped", GROUP)
def swapped(report: Report, random: Random) -> Iterator[Slip]:
    """*delegates* → *deleagtes*."""
    return _misspelt(report, random, "two letters swapped")


@slips("letter doubled", GROUP)
def doubled(report: Report, random: Random) -> Iterator[Slip]:
    """*delegates* → *dellegates*."""
    return _misspelt(report, random, "letter doubled")


@slips("letter dropped", GROUP)
def dropped(report: Report, random: Random) -> Iterator[Slip]:
    """*delegates* → *delgates*."""
    return _misspelt(report, random, "letter dropped")


@slips("neighbouring key", GROUP)
def neighbouring(report: Report, random: Random) -> Iterator[Slip]:
    """*delegates* → *dekegates*."""
    return _misspelt(report, random, "neighbouring key")


@slips("misspelt heading", GROUP)
def heading(report: Report, random: Random) -> Iterator[Slip]:
    """A word of a heading; in one of two the heading stands in capitals, as older reports have it."""
    hows = ("two letters swapped", "letter doubled", "letter dropped")
    for section in report.sections:
        for match in re.finditer(r"\b[A-Z][a-z]{5,}\b", report.at(section.heading)):
            wrong = edited(match.group().lower(), random.choice(hows), random)
            if wrong is None:
                continue
            start = section.heading.start + match.start()
            if random.random() < 0.5:
                whole = report.at(section.heading)
                capitals = whole[: match.start()] + wrong + whole[match.end() :]
                yield Slip("misspelt heading", section.heading, capitals.upper(), whole)
            else:
                yield Slip(
                    "misspelt heading", Span(start, start + len(match.group())), wrong.capitalize(), match.group()
                )


@slips("lost hyphen", GROUP)
def lost_hyphen(report: Report, _random: Random) -> Iterator[Slip]:
    """*long-term* → *longterm*."""
    for match in report.find(r"(?<![\w-])[a-z]{3,}-[a-z]{3,}(?![\w-])"):
        yield Slip("lost hyphen", Span(*match.span()), match.group().replace("-", ""), match.group())


@slips("real word for another", GROUP)
def confused(report: Report, random: Random) -> Iterator[Slip]:
    """*their* → *there*: both are words."""
    for words in CONFUSED:
        for word in words:
            for match in report.find(rf"(?<![\w’'-]){word.replace(chr(39), '[’' + chr(39) + ']')}(?![\w’'-])"):
                wrong = random.choice([other for other in words if other != word])
                yield Slip("real word for another", Span(*match.span()), wrong, match.group())


@slips("word twice", GROUP)
def twice(report: Report, _random: Random) -> Iterator[Slip]:
    """*in the in*, *the the*."""
    for match in report.find(r"(?<![\w’'-])(?:the|of|to|and|in|for|with|on|by|from|at|as)(?= [a-z])"):
        yield Slip("word twice", Span(*match.span()), f"{match.group()} {match.group()}", match.group())


@slips("acronym in wrong case", GROUP)
def acronym_case(report: Report, random: Random) -> Iterator[Slip]:
    """*UNODC* → *UNoDC*, *Unodc*."""
    for match in report.find(r"(?<![\w-])[A-Z]{4,}(?![\w-])"):
        word = match.group()
        at = random.randrange(1, len(word) - 1)
        wrong = random.choice((word.capitalize(), word[:at] + word[at].lower() + word[at + 1 :]))
        yield Slip("acronym in wrong case", Span(*match.span()), wrong, word)


@slips("other country’s spelling", GROUP)
def locale(report: Report, _random: Random) -> Iterator[Slip]:
    """*neighbor* in a British report, *neighbour* in an American one."""
    british = report.facts.get("language") == "en-GB"
    for american, other in LOCALES:
        right, wrong = (other, american) if british else (american, other)
        for match in report.find(rf"(?<![\w-]){right}(?![\w-])"):
            yield Slip("other country’s spelling", Span(*match.span()), wrong, right)
