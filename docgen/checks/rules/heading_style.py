"""Finds a heading that is typed in capitals, ends in a full stop or colon, or has a number that skips one.

Why it matters: what headings look like is for the style to say. Capitals that were typed cannot be undone by another
style, are read out letter by letter by some screen readers, and hide which letters of a name are capitals.

Example:

    sections:                                  sections:
      - heading: WORDS OF WELCOME        →       - heading: Words of Welcome
      - heading: First Panel.                    - heading: First Panel

What to do: write headings in title case or sentence case, and leave capitals to the style. Taking out a final full
stop is a safe fix; capitals are a proposal, because only you know all the names. Question marks and acronyms are
right.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, Remedy, rule, safe, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage, Place
from docgen.checks.text.titles import Casing
from docgen.expressions import regex
from docgen.findings import Severity

_FINAL = regex(r"(?<=[^\W\d_]{2})(?<!\.)[.:;,]$")
_ABBREVIATED = regex(r"(?:\b(?:etc|al|Inc|Ltd|Co|Corp|Jr|Sr|St|Ave|[A-Z])|[A-Z]\.[A-Z])\.$")
_NUMBER = regex(r"(?P<number>\d{1,2})(?P<stop>[.)]) ")


@rule(Severity.WARNING)
def heading_style(subject: Subject) -> Iterator[Flaw]:
    """Capitals, of all headings at once; final marks; numbers."""
    titles = [one for one in subject.passages if one.place in (Place.TITLE, Place.HEADING)]
    casing = Casing(subject)
    typed = [one for one in titles if one.value.isupper() and casing.is_typed_in_capitals(one)]
    if typed:
        yield capitals(typed, casing)
    for heading in titles:
        yield from final_marks(heading)
    yield from skips(subject.headings)


def capitals(typed: list[Passage], casing: Casing) -> Flaw:
    """All headings that are typed in capitals, as one flaw."""
    first, *others = typed
    message = "this heading is typed in capitals"
    if others:
        message = f"{len(typed)} headings are typed in capitals"
    return Flaw(
        first,
        message,
        f"write '{casing.titled(first)}'; the style prints capitals",
        fixed(typed, casing),
        tuple(others),
    )


def fixed(typed: list[Passage], casing: Casing) -> Remedy:
    """All of them in title case."""
    return unsafe(*(one.stretch(0, len(one.value)).replaced(casing.titled(one)) for one in typed))


def final_marks(heading: Passage) -> Iterator[Flaw]:
    """A stop, colon or comma at the end."""
    found = _FINAL.search(heading.value)
    if found is not None and not _ABBREVIATED.search(heading.value):
        mark = heading.stretch(*found.span())
        name = {".": "full stop", ":": "colon", ";": "semicolon", ",": "comma"}[mark.value]
        yield Flaw(mark, f"this heading ends in a {name}", "take it out", safe(mark.replaced("")))


def skips(headings: tuple[Passage, ...]) -> Iterator[Flaw]:
    """A typed number that is not the next one of its level."""
    last: dict[int, int] = {}
    for heading in headings:
        for level in [level for level in last if level > heading.level]:
            del last[level]
        found = _NUMBER.match(heading.value)
        if found is None:
            continue
        number, before = int(found["number"]), last.get(heading.level)
        if before is not None and number != before + 1:
            at = heading.stretch(*found.span("number"))
            yield Flaw(at, f"this heading is numbered {number}, the one before it {before}", f"write {before + 1}")
        last[heading.level] = number
