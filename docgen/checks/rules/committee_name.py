"""Finds a committee of the Security Council, or its experts, under another name than the report or the Council uses.

Why it matters: the committees are known by number and by subject, and few readers know that *the Libya Sanctions
Committee* and *the 1970 Committee* are the same. *Group Experts* is neither the group nor its experts.

Example:

    the 1970 Committee … the Libya Sanctions        the 1970 Committee … the 1970 Committee
    Committee                                   →
    the views of Group Experts                      the views of the Group of Experts

What to do: keep to one of the two names; where the body is first named, add the other in parentheses, or name the
resolution. Most committees are assisted by a *Panel of Experts*, some by a *Group of Experts*; where several
committees share one, *Committees’* takes its apostrophe.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from docgen.checks.lists import table
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Passage, Stretch
from docgen.expressions import regex
from docgen.findings import Severity

NUMBERED = regex(r"\b(?P<number>\d{3,4})(?: \(\d{4}\))?(?: Sanctions)? [Cc]ommittee\b")
BODY = regex(r"\b(?P<number>\d{3,4})(?: Sanctions)? Committee(?:['’]s)? (?P<body>[A-Z][a-z]+ (?:of )?[A-Z][a-z]+)\b")


@rule(Severity.WARNING, languages=("en",))
def committee_name(subject: Subject) -> Iterator[Flaw]:
    """Second names of committees, and names of their experts."""
    prose = [passage for passage in subject.prose if "ommittee" in passage.value or "xperts" in passage.value]
    yield from second_names(prose)
    has_body = any(body in passage.value for passage in prose for body in bodies())
    for passage in prose:
        yield from experts(passage, has_body)


def second_names(prose: list[Passage]) -> Iterator[Flaw]:
    """Committees named by their subject where the report also has their number."""
    numbers: dict[str, Stretch] = {}
    subjects: dict[str, list[Stretch]] = defaultdict(list)
    for passage in prose:
        for found in passage.matches_at(NUMBERED, passage.figures):
            numbers.setdefault(found["number"], Stretch(passage, *found.span()))
        for found in by_subject().finditer(passage.value) if "anctions" in passage.value else ():
            subjects[subject_numbers()[found["subject"]]].append(Stretch(passage, *found.span()))
    for number, named in subjects.items():
        other = numbers.get(number)
        if other is not None and not any(_told_together(one, number) for one in named):
            message = f"'{named[0]}' is what the report also calls '{other}'"
            yield Flaw(named[0], message, "keep to one of the two names", also=tuple(named[1:]))


def _told_together(stretch: Stretch, number: str) -> bool:
    """Whether the number explains the name, or the name the number: in parentheses, or by the resolution."""
    before, after = stretch.before[-50:], stretch.after[:50]
    return (number in after and ("(" in after[:2] or "resolution" in after.lower())) or (
        number in before and re.search(r"\([^)]*$|, or (?:the )?$", before) is not None
    )


def experts(passage: Passage, has_body: bool) -> Iterator[Flaw]:
    """Names of experts that are put together otherwise."""
    for found in passage.matches_at(BODY, passage.figures):
        right = assisting().get(found["number"], "")
        if right and found["body"] != right and _carrying(found["body"]) == _carrying(right):
            body = Stretch(passage, *found.span("body"))
            yield Flaw(
                body, f"the experts of this committee are its {right}", f"write '{right}'", unsafe(body.replaced(right))
            )
    if "xperts" not in passage.value:
        return
    beginnings = {body.split()[0].lower() for body in bodies()}
    for one in (passage.stretch(*found.span()) for found in passage.matches_from(shortened(), *beginnings)):
        if one.value[-7:] == "Experts" or (
            has_body and all(one.start != sentence.start for sentence in passage.sentences)
        ):
            right = f"{one.value.split()[0]} of Experts"
            yield Flaw(one, f"'{one}' is neither the {right} nor its members", f"write 'members of the {right}'")
    for one in passage.find(unmarked(), "committees "):
        right = one.value.replace("Committees ", "Committees’ ")
        yield Flaw(
            one,
            f"'{one}' lacks an apostrophe: whose {one.value.split()[1]} it is",
            f"write '{right}'",
            unsafe(one.part(0, 10).replaced("Committees’")),
        )


@cache
def bodies() -> tuple[str, ...]:
    """The names of those who assist: *Panel of Experts*."""
    return tuple(dict.fromkeys(row[3] for row in table("committees") if len(row) > 3))


@cache
def assisting() -> dict[str, str]:
    """Who assists the committee of a resolution."""
    return {row[0]: row[3] for row in table("committees") if len(row) > 3}


@cache
def subject_numbers() -> dict[str, str]:
    """The resolution by what its committee is about."""
    return {name: row[0] for row in table("committees") if len(row) > 2 for name in row[2].split(", ") if name}


@cache
def by_subject() -> re.Pattern[str]:
    """*Libya Sanctions Committee*."""
    names = "|".join(re.escape(name) for name in sorted(subject_numbers(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:UN |United Nations )?(?P<subject>{names}) [Ss]anctions [Cc]ommittee\b")


@cache
def shortened() -> re.Pattern[str]:
    """*Group Experts*."""
    pairs = [body.split(" of ") for body in bodies() if " of " in body]
    return re.compile(
        r"\b(?:" + "|".join(f"{first} [{last[0]}{last[0].lower()}]{last[1:]}" for first, last in pairs) + r")\b"
    )


@cache
def unmarked() -> re.Pattern[str]:
    """*Committees Group of Experts*."""
    return re.compile(r"\bCommittees (?:" + "|".join(body for body in bodies() if " of " in body) + r")\b")


def _carrying(name: str) -> list[str]:
    """The words of a name in any order, plurals and *of* left out."""
    return sorted(word.rstrip("s") for word in name.split() if word != "of")
