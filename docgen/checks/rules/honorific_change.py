"""Finds somebody who has another title here than elsewhere in the report.

Why it matters: an ambassador who is plain *Mr.* in the next sentence takes it as a slight, and other readers wonder
whether there are two people of that name.

Example:

    Ambassador Okafor opened the meeting.          Ambassador Okafor opened the meeting.
    Mr. Okafor then asked …                →       Ambassador Okafor then asked …

What to do: keep to one title throughout. Where `people` has the person, the declared title counts; otherwise the one
that the report uses most, or the first of those used equally often. An office (*Secretary-General*, *Minister*) may
give way to a form of address, *H.E.* may be dropped after the first mention, and either half of *Prof. Dr.* may stand
alone. Two people of one family name are told apart by their titles, so nothing is said of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from docgen.checks.people.cast import Naming
from docgen.checks.people.honorifics import LASTING, agree, honorifics_of
from docgen.checks.people.members import Member
from docgen.checks.rule import Flaw, rule, unsafe
from docgen.checks.subject import Subject
from docgen.findings import Severity

APART = frozenset({frozenset({"Mr.", "Ms."}), frozenset({"Mr.", "Mrs."}), frozenset({"Mr.", "Miss"})})
"""Titles that two people have rather than one, where nobody is called by the whole name."""


@rule(Severity.WARNING, languages=("en", "fr"))
def honorific_change(subject: Subject) -> Iterator[Flaw]:
    """Each naming that has none of the titles of its person."""
    language = subject.language.split("-")[0]
    for member in subject.cast.members:
        told = [one for one in subject.cast.of(member) if one.forms and one.is_running]
        right = titles_of(member, told, language)
        for one in told:
            if (
                right
                and not any(agree(form, title) for form in one.forms for title in right)
                and not (is_short(member) and frozenset({*one.forms, *right}) in APART)
            ):
                yield changed(one, member, told, right)


def titles_of(member: Member, told: Iterable[Naming], language: str) -> frozenset[str]:
    """The titles by which a person may be addressed: the declared ones, else the commonest, and any beside it."""
    declared = member.person.title if member.person is not None else None
    titles = honorifics_of(declared.value, language) if declared is not None else ()
    if found := frozenset(title.form for title in titles if title.sort in LASTING):
        return found
    if declared is not None:
        return frozenset()
    count = Counter(form for one in told for form in sorted(one.forms))
    common = [form for form, _ in count.most_common(1)]
    return frozenset(form for one in told if one.forms & {*common} for form in one.forms)


def is_short(member: Member) -> bool:
    """Whether the report has no more than the family name."""
    return not member.is_whole


def changed(naming: Naming, member: Member, told: list[Naming], right: frozenset[str]) -> Flaw:
    """The flaw of another title."""
    declared = member.person.title if member.person is not None else None
    if declared is not None:
        title, elsewhere = declared.value, f"'people' has '{declared} {naming.family}'"
    else:
        written = Counter(str(one.title) for one in told if one.forms & right)
        title = written.most_common(1)[0][0]
        elsewhere = f"'{title} {naming.family}' elsewhere"
    change = naming.title.replaced(title) if naming.title is not None and len(naming.titles) == 1 else None
    return Flaw(naming, f"'{naming.title}' here, but {elsewhere}", "keep to one title throughout", unsafe(change))
