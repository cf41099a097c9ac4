"""Runs: text, links, references, note marks and fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from docgen.document.kernel import Field, FieldKind, LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.writers.docx.languages import word_language
from docgen.writers.docx.ledger import Story
from docgen.writers.docx.wordml import attribute, escaped, field, run, text


@dataclass(frozen=True, slots=True)
class Manner:
    """How the runs of one paragraph are set: its language, whether its style is italic, whether they are a link's."""

    language: str
    italic: bool
    linked: bool = False


def runs_xml(runs: Sequence[Run], manner: Manner, story: Story) -> str:
    """Runs as WordprocessingML."""
    return "".join([_run(each, manner, story) for each in runs])


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
            spoken = replace(manner, language=each.language) if each.language else manner
            return run(text(each.text.value), _properties(spoken, story, each.emphasis, each.strong))
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


def _properties(manner: Manner, story: Story, emphasis: bool = False, strong: bool = False) -> str:
    """A run's properties, in the schema's order.

    Emphasis in italic text stands upright, strong words in bold text stay bold. The character styles turn both round
    in Word and neither in LibreOffice, so the run says itself what it is where that could matter.
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
    if manner.language != story.ledger.edition.document.language:
        properties += f'<w:lang w:val="{attribute(word_language(manner.language))}"/>'
    return properties


def _link(link: Link, manner: Manner, story: Story) -> str:
    content = runs_xml(link.runs, replace(manner, linked=True), story)
    if link.url is not None:
        relation = story.relations.add("hyperlink", link.url, external=True)
        return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'
    name = story.ledger.bookmarks.get(link.target or "")
    if name is None:
        return runs_xml(link.runs, manner, story)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


def _reference(reference: Ref, manner: Manner, story: Story) -> str:
    """A field where the target's own words can be quoted, so that Word can renew it; else a link."""
    name = story.ledger.bookmarks.get(reference.target)
    words = plain_run(reference.text, manner, story)
    if name is None:
        return words
    if reference.target in story.ledger.self_titled:
        return field(f"REF {name} \\h", words)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{words}</w:hyperlink>'


def _mark(reference: NoteRef, story: Story) -> str:
    """A note's mark, which Word counts; the mark alone where Word takes no note or has it already."""
    known = story.ledger.notes.get(reference.note)
    if known is None or not story.holds_notes or reference.note in story.cited:
        return run(text(reference.mark), '<w:vertAlign w:val="superscript"/>')
    story.cited.add(reference.note)
    end, number = known
    kind, style = ("endnote", "EndnoteReference") if end else ("footnote", "FootnoteReference")
    if story.ledger.formats[end]:
        return run(f'<w:{kind}Reference w:id="{number}"/>', f'<w:rStyle w:val="{style}"/>')
    own = f'<w:{kind}Reference w:customMarkFollows="1" w:id="{number}"/><w:t>{escaped(reference.mark)}</w:t>'
    return run(own, f'<w:rStyle w:val="{style}"/>')


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
