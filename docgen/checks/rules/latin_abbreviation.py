"""Finds *e.g.*, *i.e.*, *etc.* and *et al.* that lack a full stop or a comma, or stand where they say nothing.

Why it matters: *eg*, *i.e* and *et. al.* are slips that every reader notices. *Such as wells, dams, etc.* says twice
that there are more; and *water, etc. meters* cannot be read at all.

Example:

    upstream states (eg Chad)                     →       upstream states (e.g. Chad)
    works such as wells, etc. and dams            →       works such as wells and dams

What to do: write the full stops, a safe fix. `house: chicago` wants a comma after *e.g.* and *i.e.*, `house: un` none;
without a house, where a report has both, the rarer one is reported. Best of all in running text: *for example*, *that
is*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.lists import words
from docgen.checks.rule import Flaw, rule, safe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark, Passage, Stretch, Word
from docgen.expressions import regex
from docgen.findings import Severity
from docgen.report.settings import House

FORMS = (
    (re.compile(r"(?<![\w.@/-])(?:eg\b\.?(?=[ ,:])|e\.g\b(?!\.)|e\. g\.)"), "e.g."),
    (re.compile(r"(?<![\w.@/-])(?:ie\b\.?(?=[ ,:])|i\.e\b(?!\.)|i\. e\.)"), "i.e."),
    (re.compile(r"(?<![\w.@/-])(?:etc\b(?![.\w/])|ect\.|et\. ?c\.)"), "etc."),
    (re.compile(r"(?<![\w.@/-])(?:et\. al\b\.?|et al\b(?!\.))"), "et al."),
)
_STOPPED = regex(r"(?<![\w.])(?:e\.g\.|i\.e\.|etc\.(?! [A-Z])|et al\.(?! [A-Z]))")
_ANY = regex(r"\b(?:e\.? ?g|i\.? ?e|etc|ect|et[. ])\b|\bet[. ]")
_BEGINNINGS = ("eg", "e.", "e g", "ie", "i.", "i e", "et", "ect")
_AND_ETC = regex(r"(?<![\w.])and etc\.?(?!\w)")
_ETC = regex(r"(?<![\w.@/-])etc\.?(?!\w)")
_BARE_ETC = regex(r"(?<![\w.@/-])etc\. (?=[a-z])")
_ANNOUNCED = regex(r"(?:(?<!\w)such as|(?<!\w)e\.g\.)[^.;:!?()—–]{0,100}$")
_EXPLAINS = regex(r"(?<![\w.@/-])(?:i\.e|e\.g)\.(?P<comma>,?)(?=[ \u00a0]+\S)")


@rule(Severity.WARNING, languages=("en",))
def latin_abbreviation(subject: Subject) -> Iterator[Flaw]:
    """How they are written, where they stand, and the comma behind them."""
    has_stops = subject.language == "en-US" or subject.house is not House.NONE or writes_stops(subject)
    for passage in subject.passages:
        if next(passage.matches_from(_ANY, *_BEGINNINGS), None) is None:
            continue
        yield from misspelt(passage, has_stops=has_stops)
        yield from misplaced(passage)
    if subject.house is House.NONE:
        found = list(explaining(subject))
        commas = [one for one in found if one.value.endswith(",")]
        house = House.CHICAGO if len(commas) > len(found) / 2 else House.UN
        if 0 < len(commas) < len(found):
            yield from comma(found, house, "as elsewhere in this report")
    else:
        yield from comma(list(explaining(subject)), subject.house, "with this house")


def writes_stops(subject: Subject) -> bool:
    """Whether a report has the stops of such abbreviations anywhere; British ones may do without."""
    return any(_STOPPED.search(passage.value) for passage in subject.passages)


def misspelt(passage: Passage, *, has_stops: bool) -> Iterator[Flaw]:
    """Forms that are none, or that lack the stops which others have."""
    for pattern, right in FORMS:
        for found in passage.find(pattern):
            if not found.marks & (Mark.ADDRESS | Mark.FOREIGN) and (has_stops or "." in found.value):
                ends = found.after[:1] == "." and not found.value.endswith(".")
                written = right[:-1] if ends else right
                yield Flaw(found, f"'{found}' is written {right}", "", safe(found.replaced(written)))


def misplaced(passage: Passage) -> Iterator[Flaw]:
    """*Etc.* behind *and*, behind what announced examples, or in front of what it cannot belong to."""
    for found in passage.find(_AND_ETC):
        change = passage.change(found.start, found.start + 4, "")
        yield Flaw(found, "'etc.' has its 'and' in it", "take 'and' out", safe(change))
    for found in passage.find(_ETC):
        announced = _ANNOUNCED.search(found.before)
        if announced is not None and "etc" not in announced.group():
            by = "such as" if announced.group()[0] == "s" else "e.g."
            yield Flaw(found, f"'{by}' has said already that there are more", "take 'etc.' out")
    for found in passage.find(_BARE_ETC):
        following = passage.words_between(found.end, found.end + 1)
        if following and is_noun(following[0]) and not _ANNOUNCED.search(found.before):
            message = "'etc.' cannot stand before what it belongs to"
            yield Flaw(found.to(following[0]), message, "write 'and other', or say what else there is")


def is_noun(word: Word) -> bool:
    """Whether a word behind *etc.* can hardly be a verb: a plural, and what follows does not belong to it."""
    if not re.search(r"[^sui]s$", word.lower) or len(word.value) < 4 or word.lower in words("behind-etc", "en"):
        return False
    after = re.match(r"[^\w\s]|$| (?P<word>[\w’'-]+)", word.after)
    return after is not None and (not after["word"] or after["word"].lower() in words("behind-etc", "en"))


def explaining(subject: Subject) -> Iterator[Stretch]:
    """Each *e.g.* and *i.e.* that something follows, with its comma if it has one."""
    for passage in subject.passages:
        if "e.g." in passage.value or "i.e." in passage.value:
            yield from passage.find(_EXPLAINS)


def comma(found: list[Stretch], house: House, why: str) -> Iterator[Flaw]:
    """Those that have a comma, or lack one, otherwise than a house wants."""
    for one in found:
        if one.value.endswith(",") == (house is House.CHICAGO):
            continue
        bare = one.value.rstrip(",")
        right, message = (
            (f"{bare},", f"a comma belongs behind '{bare}', {why}")
            if house is House.CHICAGO
            else (bare, f"no comma belongs behind '{bare}', {why}")
        )
        yield Flaw(one, message, "", safe(one.replaced(right)))
