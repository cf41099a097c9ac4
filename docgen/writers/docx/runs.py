"""Runs: text, links, references, note marks and fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from docgen.document.runs import Field, FieldKind, LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.records import dataclass
from docgen.writers.docx.comments import Cut
from docgen.writers.docx.languages import spoken
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.wordml import escaped, field, run, text


@dataclass(frozen=True, slots=True)
class Manner:
    """How the runs of one paragraph are set: its language, whether its style is italic, whether they are a link's."""

    language: str
    italic: bool
    linked: bool = False


def runs_xml(runs: Sequence[Run], manner: Manner, story: Story) -> str:
    """Runs as WordprocessingML; words set alike that follow each other stand in one run."""
    if story.cuts is not None:
        return "".join([_remarked(each, manner, story, story.cuts.following()) for each in runs])
    content = ""
    for properties, alike in groupby(runs, key=lambda each: _text_properties(each, manner, story)):
        if properties is None:
            content += "".join([_run(each, manner, story) for each in alike])
        else:
            content += run(text("".join([each.text.value for each in alike if isinstance(each, TextRun)])), properties)
    return content


def plain_run(words: str, manner: Manner, story: Story) -> str:
    """Words that docgen itself puts there, in the language of the paragraph."""
    return run(text(words), _properties(manner, story))


def bookmarked(node: str, content: str, story: Story) -> str:
    """The runs that a reference to `node` quotes or leads to; as they are where nothing leads there."""
    name = story.ledger.bookmarks.get(node)
    if name is None:
        return content
    number = next(story.ledger.bookmarked)
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _run(each: Run, manner: Manner, story: Story) -> str:
    match each:
        case TextRun():
            return run(text(each.text.value), _text_properties(each, manner, story) or "")
        case LineBreak():
            return run("<w:br/>")
        case Link():
            return _link(each, manner, story)
        case NoteRef():
            return _mark(each, story)
        case Ref():
            return _reference(each, manner, story)
        case Field():
            return _field(each, manner, story)
        case _:
            assert_never(each)


def _remarked(each: Run, manner: Manner, story: Story, cuts: Sequence[Cut]) -> str:
    """A run with the marks of comments before, behind and, where it is text, within it."""
    if not isinstance(each, TextRun):
        begun, ended = ("".join(cut.marks for cut in cuts if (cut.at > 0) is behind) for behind in (False, True))
        return begun + _run(each, manner, story) + ended
    content, done = "", 0
    for cut in cuts:
        before = each.text.slice(done, cut.at)
        content += (_run(replace(each, text=before), manner, story) if before else "") + cut.marks
        done = cut.at
    rest = each.text.slice(done)
    return content + (_run(replace(each, text=rest), manner, story) if rest else "")


def _text_properties(each: Run, manner: Manner, story: Story) -> str | None:
    """The properties of a run of text; None for every other run."""
    if not isinstance(each, TextRun):
        return None
    own = replace(manner, language=each.language) if each.language else manner
    return _properties(own, story, each.emphasis, each.strong, each.hyphenate)


def _properties(
    manner: Manner, story: Story, emphasis: bool = False, strong: bool = False, hyphenate: bool = True
) -> str:
    """A run's properties, in the schema's order.

    Emphasis in italic text stands upright, strong words in bold text stay bold. The character styles turn both round
    in Word and neither in LibreOffice, so the run says itself what it is where that could matter. What must not be
    hyphenated is kept from proofing: Word divides no such word, and has no other way to say it of one.
    """
    if manner.linked:
        properties = '<w:rStyle w:val="Hyperlink"/>'
    elif strong:
        properties = '<w:rStyle w:val="Strong"/>'
    elif emphasis:
        properties = '<w:rStyle w:val="Emphasis"/>'
    else:
        properties = ""
    if strong:
        properties += "<w:b/><w:bCs/>"
    if emphasis and manner.italic:
        properties += '<w:i w:val="0"/><w:iCs w:val="0"/>'
    elif emphasis and (manner.linked or strong):
        properties += "<w:i/><w:iCs/>"
    if not hyphenate:
        properties += "<w:noProof/>"
    if manner.language != story.ledger.edition.document.language:
        properties += spoken(manner.language)
    return properties


def _link(link: Link, manner: Manner, story: Story) -> str:
    name = story.ledger.bookmarks.get(link.target or "")
    if link.url is None and name is None:
        return runs_xml(link.runs, manner, story)
    content = runs_xml(link.runs, replace(manner, linked=True), story)
    if link.url is not None:
        relation = story.relations.add("hyperlink", link.url, external=True)
        return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


def _reference(reference: Ref, manner: Manner, story: Story) -> str:
    """A field where the target's own words can be quoted, so that Word can renew it; else a link."""
    name = story.ledger.bookmarks.get(reference.target)
    words = plain_run(reference.text, manner, story)
    if name is None:
        return words
    if count := story.ledger.hanging.get(reference.target):
        number = field(f"REF {name} \\n \\h", plain_run(str(count.number), manner, story))
        return plain_run(reference.text.removesuffix(str(count.number)), manner, story) + number
    if reference.target in story.ledger.self_titled:
        return field(f"REF {name} \\h", words)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{words}</w:hyperlink>'


def _mark(reference: NoteRef, story: Story) -> str:
    """A note's mark, which Word counts; where the note has one already, a field that repeats it.

    The mark alone where Word takes no note: in a note, a header or a footer.
    """
    known = story.ledger.notes.get(reference.note)
    if known is None or not story.holds_notes:
        return run(text(reference.mark), '<w:vertAlign w:val="superscript"/>')
    end, number = known
    kind, style = ("endnote", "EndnoteReference") if end else ("footnote", "FootnoteReference")
    properties = f'<w:rStyle w:val="{style}"/>'
    name = story.ledger.bookmarks.get(reference.note)
    if reference.note in story.cited:
        mark = run(text(reference.mark), properties)
        return field(f"NOTEREF {name} \\f \\h", mark, properties) if name else mark
    story.cited.add(reference.note)
    if story.ledger.formats[end]:
        mark = run(f'<w:{kind}Reference w:id="{number}"/>', properties)
    else:
        own = f'<w:{kind}Reference w:customMarkFollows="1" w:id="{number}"/><w:t>{escaped(reference.mark)}</w:t>'
        mark = run(own, properties)
    return bookmarked(reference.note, mark, story)


def _field(each: Field, manner: Manner, story: Story) -> str:
    properties = _properties(manner, story)
    pages = story.ledger.edition.pages
    match each.kind:
        case FieldKind.PAGE:
            return field("PAGE", run(text("1"), properties), properties)
        case FieldKind.PAGES:
            total = len(pages.pages) if pages is not None else 1
            return field("NUMPAGES", run(text(str(total)), properties), properties)
        case _:
            assert_never(each.kind)
