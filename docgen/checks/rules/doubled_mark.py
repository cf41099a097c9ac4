"""Finds a comma, full stop or semicolon that stands twice, or next to another where only one can stand.

Why it matters: it is what remains when the words between two marks were taken out, or when two sentences were joined.

Example:

    opened the day,, and thanked all..       →       opened the day, and thanked all.

What to do: keep one of them. Where both are the same, that is a safe fix. Three full stops are an ellipsis, and an
abbreviation keeps its full stop before a comma.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Flaw, rule, safe, unsafe
from docgen.checks.subject import Subject
from docgen.checks.text.passage import Mark
from docgen.expressions import regex
from docgen.findings import Severity

_NEAR = regex(r"[,;.] ?[,;.]")
_DOUBLED = regex(
    r"(?<=[\w)”’\"'\]])(?P<mark>[,;])(?: ?(?P=mark))+"
    r"|(?<=[\w)”’\"'\]])\.\.(?![.\w/])"
    r"|(?<=[\w)”’\"'\]])(?:,;|;,|,\.(?! ?[.\d])|;\.)"
)


@rule(Severity.WARNING)
def doubled_mark(subject: Subject) -> Iterator[Flaw]:
    """Two marks of one kind, or two that cannot meet."""
    for passage in subject.passages:
        if not _NEAR.search(passage.value):
            continue
        for found in passage.find(_DOUBLED):
            if found.marks & (Mark.ADDRESS | Mark.GENERATED):
                continue
            same = len(set(found.value) - {" "}) == 1
            fix = safe(found.replaced(found.value[0])) if same else unsafe(found.replaced(found.value[-1]))
            message = f"'{found.value[0]}' stands here twice" if same else f"'{found}' are one mark too many"
            yield Flaw(found, message, "keep one of them", fix)
