"""Number signs: what YAML takes for a comment, and who wrote it for words to be printed.

`cut_by_comment` and `cut_in_name` the binder asks for, because only it knows what a value was meant to be; the others
are rules of diagnosis, for text that goes on behind such a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.expressions import regex
from docgen.findings import Finding, Span
from docgen.reading.draft import Mend, Mistake
from docgen.reading.lines import (
    MOST_LINES,
    USUAL_KEYS,
    Line,
    line_at,
    lines_above,
    lines_below,
    noun,
    put_in_quotes,
    spaces,
)
from docgen.reading.scalars import Scalar
from docgen.reading.trouble import Trouble

_BEHIND = regex(r"(?P<gap>[ \t]+)#(?![ \t]*docgen:)(?P<words>[^\r\n]*)")  # what is said to docgen is no text
_BELOW = regex(r"(?:[ \t]*\r?\n)+(?P<indent>[ \t]*)(?P<comment>#(?![ \t]*docgen:)[^\r\n]*)")
_COMMENTS = regex(r"\s*+(?:#[^\n]*+\s*+)++")
_IN_BRACKETS = regex(r"\s*[\]},]")
_QUOTED, _OPENED = ("'", '"'), ('"', "'", "[", "{", "|", ">")

_LOST = "a line that begins with # is a comment here, and will not be printed"


def cut_by_comment(scalar: Scalar) -> Finding | None:
    """The error of a title or a text that a number sign cuts short, None where there is no such sign.

    For values that are sentences or titles: a comment behind them, or on a line that is indented like more of them,
    may always be words. Where nothing is written, `#` and a blank begin a comment.
    """
    if scalar.is_cell:
        return None
    found = None if scalar.style else _BEHIND.match(scalar.source.text, scalar.span.end)
    if found is None or not (_written(scalar) or found["words"][:1].strip()):
        return _lost_line(scalar) if _written(scalar) else None
    return _cut(scalar, found)


def cut_in_name(scalar: Scalar) -> Finding | None:
    """The error of `Room #2`: a name cut short by what cannot have been meant for a comment; None for all others.

    A comment stands apart: two blanks before the number sign, or one behind it. A number is no comment.
    """
    found = None if scalar.style else _BEHIND.match(scalar.source.text, scalar.span.end)
    return _cut(scalar, found) if found and _is_content(found) else None


def comment_in_text(trouble: Trouble) -> Mistake | None:
    """A number sign that ends a line of running text which goes on below."""
    above = trouble.above
    if above is None or trouble.line.indent <= trouble.owner(above).column or above.value[:1] in _OPENED:
        return None
    found = re.search(r"\s#", above.value)
    if found is None:
        return None
    key = trouble.owner(above).key
    at = above.value_start + found.start() + 1
    return Mistake(
        at,
        above.end,
        "cut-by-comment",
        "everything after this # is a comment, so the text ends here, but it goes on in the next line",
        f"put a | behind '{key}:' and begin the text on the next line" if key else "put the text in quotes",
        (Mend(at, at + 1, "x"),),
    )


def comment_line_in_text(trouble: Trouble) -> Mistake | None:
    """A line that begins with a number sign inside running text, as headings do in Markdown."""
    text, line, (start, end, style) = trouble.text, trouble.line, trouble.scalar
    owner = None if style else _owner(text, start)
    if owner is None or line.indent <= _margin(owner) or line.key in USUAL_KEYS:
        return None
    if not _COMMENTS.fullmatch(text, end, max(end, line.start)):
        return None
    mends = tuple(_comments_as_text(text, line_at(text, end), _margin(owner)))
    if not mends:
        return None
    place, all_of_them = mends[0], text.count("\n", end, line.start) < MOST_LINES
    advice = _begin_with_bar(owner)
    return Mistake(place.start, place.end, "cut-by-comment", _LOST, advice, mends if all_of_them else ())


def comment_before_text(trouble: Trouble) -> Mistake | None:
    """A comment left of the text that `|` opened: it ends the text, which goes on below."""
    text, (start, end, style) = trouble.text, trouble.scalar
    found = _COMMENTS.match(text, end) if style in ("|", ">") else None
    owner = _owner(text, start) if found else None
    if found is None or owner is None or trouble.at < found.end():
        return None
    depth = next(
        (
            below.indent
            for below in lines_below(text, line_at(text, start))
            if not below.is_empty and below.indent > _margin(owner)
        ),
        0,
    )
    if not 0 < depth <= line_at(text, found.end()).indent:
        return None
    places = [at.span() for at in re.finditer("#[^\r\n]*", found.group())]
    mends = [Mend(end + begin, end + stop, "") for begin, stop in places]
    return Mistake(
        mends[0].start,
        mends[0].end,
        "cut-by-comment",
        f"this comment begins left of the {noun(owner)} around it, and so ends it, but more follows",
        f"take it out, or put it above the {noun(owner)}; to print it, put {spaces(depth)} before it",
        tuple(mends) if len(mends) < MOST_LINES else (),
    )


def _written(scalar: Scalar) -> str:
    return scalar.source.text[scalar.span.start : scalar.span.end]


def _is_content(comment: re.Match[str]) -> bool:
    """Whether a comment behind a name belongs to it: `Room #2`, `Room # 2`, `Society #MeToo`."""
    words = comment["words"].lstrip()
    is_near, is_number = len(comment["gap"]) == 1, words[:1].isdigit()
    if comment["words"] == words:
        return bool(words) and (is_near or is_number)
    return is_near and is_number


def _cut(scalar: Scalar, comment: re.Match[str]) -> Finding:
    start = comment.end("gap")
    line = line_at(scalar.source.text, scalar.span.start)
    quotes = put_in_quotes(line, " ".join(f"{_written(scalar)}{comment.group()}".split()))
    return Finding.error(
        Span(scalar.source.path, start, comment.end()),
        "cut-by-comment",
        "everything after this # is a comment, and will not be printed",
        quotes if _is_content(comment) or not _written(scalar) else f"put the comment on the line above, or {quotes}",
    )


def _lost_line(scalar: Scalar) -> Finding | None:
    """The error of a comment on a line of its own that is indented as if it belonged to the text."""
    text = scalar.source.text
    if scalar.style in _QUOTED:
        return None
    comments = [*_comments_above(text, scalar.span.start), *_comments_below(text, scalar.span.end)]
    owner = _owner(text, scalar.span.start) if comments else None
    for indent, start, end in comments if owner else ():
        if owner and indent > _margin(owner):
            span = Span(scalar.source.path, start, end)
            advice = f"{_begin_with_bar(owner)}; if it is only a comment, begin it at the left edge"
            return Finding.error(span, "cut-by-comment", _LOST, advice)
    return None


def _comments_above(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """The comments between a key and its value that begins on another line: indentation, start and end of each."""
    end = text.rfind("\n", 0, start) + 1
    if text[end:start].strip():
        return
    while end > 0:
        begin = text.rfind("\n", 0, end - 1) + 1
        written = text[begin:end].strip()
        if written and not written.startswith("#"):
            return
        if written:
            at = text.index("#", begin)
            yield at - begin, at, at + len(written)
        end = begin


def _comments_below(text: str, end: int) -> Iterator[tuple[int, int, int]]:
    """The comments right below a value: indentation, start and end of each; none inside brackets."""
    comments = []
    while found := _BELOW.match(text, end):
        comments.append((len(found["indent"]), *found.span("comment")))
        end = found.end()
    if comments and not _IN_BRACKETS.match(text, end):
        yield from comments


def _owner(text: str, start: int) -> Line | None:
    """The line with the key or the dash whose value begins at `start`."""
    line = line_at(text, start)
    if line.text_start < start:
        return line
    above = (other for other in lines_above(text, line) if other.column < line.column)
    return next((other for other in above if other.key or other.dashes), None)


def _margin(owner: Line) -> int:
    """How far from the left margin the key, or the dash, stands that a text belongs to."""
    return owner.column if owner.key else owner.indent + max(0, owner.dashes.rfind("-"))


def _begin_with_bar(owner: Line) -> str:
    """The advice that lets Markdown have its number signs."""
    if owner.opens_text:
        return "indent it as far as the text around it"
    behind = f"'{owner.key}:'" if owner.key else "the dash"
    begin = " and begin the text on the next line" if owner.value else ", which leaves the lines below it as they are"
    return f"put a | behind {behind}{begin}"


def _comments_as_text(text: str, above: Line, margin: int) -> Iterator[Mend]:
    """Mends for the comments in the text that goes on below `above`; those indented like it become part of it."""
    waiting: list[Mend] = []  # for comments that may stand behind the text
    for below in lines_below(text, above):
        is_inside = below.indent > margin
        if below.is_blank and not below.is_empty:
            end = text.find("\n", below.start)
            length = len(text[below.text_start : end if end >= 0 else None].rstrip("\r"))
            letter = "x" if is_inside else " "
            waiting.append(Mend(below.text_start, below.text_start + length, letter * length))
        elif not below.is_empty and not is_inside:
            return
        if is_inside and not below.is_empty:
            yield from waiting
            waiting.clear()
