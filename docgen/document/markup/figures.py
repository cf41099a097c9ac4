"""A picture alone in its paragraph, as a figure."""

from __future__ import annotations

from collections.abc import Mapping

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from docgen.document.kernel import Figure, Width
from docgen.document.markup import faults
from docgen.document.markup.body import Body
from docgen.document.markup.runs import read_runs
from docgen.document.runs import Link, Run, TextRun
from docgen.expressions import regex
from docgen.reading.text import Prose, Text

_BLANKS = regex(r"[ \t\n]*")


def is_figure(tokens: list[Token]) -> bool:
    """Whether a picture is all there is in a paragraph; blanks before its attributes are forgiven."""
    if not tokens or tokens[0].type != "image":
        return False
    return all(
        token.type in ("softbreak", "stray_attributes") or (token.type == "text" and token.content.isspace())
        for token in tokens[1:]
    )


def read_figure(body: Body, content: Text, tokens: list[Token]) -> Figure:
    """The figure that a paragraph of these tokens is; see `is_figure`."""
    image = tokens[0]
    start, end = image.map or (0, 0)
    span = content.span(start, end)
    path, caption = _path_and_caption(content, image, start, end)
    if not path:
        body.report(faults.missing_picture(span))
    body.linked.add(image.meta.get("label", ""))
    braces = [each for token in tokens for each in token.meta.get("braces", ())]
    taken = body.take([attribute for each in braces for attribute in each.read(content)], "#", ".decorative", "width")
    alternative = _alternative(body, content.slice(start + 2, start + 2 + len(image.content)))
    decorative = ".decorative" in taken
    if alternative is None and not decorative:
        body.report(faults.missing_alt(span))
    elif alternative is not None and decorative:
        body.report(faults.decorative_alt(span))
    return Figure(
        picture=path,
        alternative=alternative,
        span=content.span(),
        decorative=decorative,
        caption=read_runs(body, caption, Prose) if caption else (),
        label=taken["#"].value if "#" in taken else None,
        width=read_width(body, taken),
        language=body.language,
    )


def read_width(body: Body, attributes: Mapping[str, Text]) -> Width:
    """What `width=` says; a column where it says nothing."""
    written = attributes.get("width")
    if written is None:
        return Width.COLUMN
    try:
        return Width(written.value)
    except ValueError:
        body.report(faults.unknown_width(written.span(), written.value))
        return Width.COLUMN


def _path_and_caption(content: Text, image: Token, start: int, end: int) -> tuple[Text, Text]:
    """The picture's path and its title, with their places."""
    if "label" in image.meta:  # both stand in a definition elsewhere
        span = content.span(start, end)
        title = str(image.attrs.get("title", ""))
        return Text.generated(str(image.attrs["src"]), span), Text.generated(title, span)
    source = content.value
    at = _behind_blanks(source, start + len("![](") + len(image.content))
    found = parseLinkDestination(source, at, end)
    bracketed = source[at] == "<"
    path = content.slice(at + bracketed, found.pos - bracketed) if found.ok else content.slice(at, at)
    if path.value != found.str:
        path = path.standing_for(found.str)
    at = _behind_blanks(source, found.pos if found.ok else at)
    title_found = parseLinkTitle(source, at, end)
    return path, content.slice(at + 1, title_found.pos - 1) if title_found.ok else content.slice(at, at)


def _behind_blanks(source: str, at: int) -> int:
    found = _BLANKS.match(source, at)
    return found.end() if found else at


def _alternative(body: Body, label: Text) -> Text | None:
    """The words between a picture's square brackets, without what is set off in them."""
    note_fault, body.note_fault = body.note_fault, faults.misplaced_note
    words = [run.text for run in _flat(read_runs(body, label, Prose)) if isinstance(run, TextRun)]
    body.note_fault = note_fault
    text = Prose.joined(words).strip() if words else None
    return text or None


def _flat(runs: tuple[Run, ...]) -> list[Run]:
    return [inner for run in runs for inner in (_flat(run.runs) if isinstance(run, Link) else [run])]
