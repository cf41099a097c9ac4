"""What a writer most likely did where YAML stopped reading.

libyaml tells where it gave up and which rule of its grammar was broken; a colleague needs to hear which quotation mark
is missing. So each rule here looks at the lines around the place for one mistake that people make. The first rule that
recognises its mistake says what it is and mends the draft, so that the rest of the file can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from docgen.reading.brackets import diagnose_brackets
from docgen.reading.comments import comment_before_text, comment_in_text, comment_line_in_text
from docgen.reading.draft import Mend, Mistake
from docgen.reading.indentation import diagnose_indentation, outdented_text
from docgen.reading.lines import shortened
from docgen.reading.lookalikes import wrong_colon, wrong_mark
from docgen.reading.quotes import text_after_quote, unclosed_quote, unknown_escape
from docgen.reading.signs import unquoted_colon, unquoted_mark
from docgen.reading.trouble import Trouble
from docgen.reading.whitespace import missing_space, special_space, tab_as_indentation

UNKNOWN = "not-yaml"
"""The code of a syntax error that no rule recognises."""


def diagnose(trouble: Trouble) -> Mistake:
    """The mistake behind a syntax error."""
    for rule in RULES:
        mistake = rule(trouble)
        if mistake is not None:
            return mistake
    return Mistake(
        trouble.at,
        trouble.at + 1,
        UNKNOWN,
        "YAML cannot read on from here",
        "look in this line and the one above for a missing quotation mark, colon or space",
    )


def missing_colon(trouble: Trouble) -> Mistake | None:
    """A line that is neither a key with its value nor part of a text."""
    suspects = trouble.suspects[:1] if "expected ':'" in trouble.problem else ()
    if "mapping values" in trouble.problem and trouble.above and trouble.above.indent == trouble.line.indent:
        suspects = (trouble.above,)
    for line in suspects:
        if line.key or line.dashes or not line.value:
            continue
        if line is trouble.line and (outdented := outdented_text(trouble)):
            return outdented
        word = line.value.split()[0]
        rest = line.value[len(word) :].strip()
        at = line.value_start + len(word)
        is_key = re.fullmatch(r"[a-z][a-z_-]*", word) is not None
        return Mistake(
            line.value_start,
            line.end,
            "missing-colon",
            f"a colon is missing behind '{word}'" if is_key else "this line has no key",
            f"write:  {word}: {shortened(rest)}".rstrip()
            if is_key
            else "put a key and a colon before it, or indent it if it belongs to the text above",
            (Mend(at, at, ":"),) if is_key else (Mend(line.value_start, line.value_start, "# "),),
        )
    return None


def second_document(text: str, start: int) -> Mistake:
    """Three dashes or dots at the left margin, after which YAML begins another document."""
    signs = text[start : start + 3]
    name = "dashes" if signs == "---" else "dots"
    return Mistake(
        start,
        start + 3,
        "second-document",
        f"three {name} at the left margin end the report, but more follows",
        "delete them; for a line across the page indent them as far as the text they stand in",
        (Mend(start, start + 3, "   "),),
    )


def after_the_end(trouble: Trouble) -> Mistake | None:
    """Something behind the three dots that end a document."""
    above = trouble.above
    if "<document start>" not in trouble.problem or above is None or above.value != "...":
        return None
    return second_document(trouble.text, above.value_start)


RULES: tuple[Callable[[Trouble], Mistake | None], ...] = (
    tab_as_indentation,
    special_space,
    comment_before_text,
    unclosed_quote,
    unknown_escape,
    after_the_end,
    diagnose_brackets,
    text_after_quote,
    wrong_mark,
    wrong_colon,
    unquoted_mark,
    comment_in_text,
    comment_line_in_text,
    missing_space,
    unquoted_colon,
    missing_colon,
    diagnose_indentation,
)
"""What is looked for, in this order; the first to recognise its mistake speaks."""
