"""A review: docgen's findings as Word comments on the words they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from docgen.document.kernel import Document
from docgen.findings import Finding, Span
from docgen.records import dataclass
from docgen.writers.docx.origin import file_name
from docgen.writers.docx.package import COMMENTS_TYPE, Part
from docgen.writers.docx.remarks import Places, Position, Range
from docgen.writers.docx.wordml import instant, root, run, text
from docgen.writers.writer import Review

PART = "word/comments.xml"
_AUTHOR, _INITIALS = "docgen", "dg"
_TEXT, _MARK = "CommentText", "CommentReference"
_ENGLISH = '<w:lang w:val="en-GB"/>'  # what docgen says is English, whatever the report is

_STYLES = {
    _TEXT: f'<w:style w:type="paragraph" w:styleId="{_TEXT}"><w:name w:val="annotation text"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>',
    _MARK: f'<w:style w:type="character" w:styleId="{_MARK}"><w:name w:val="annotation reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
}
"""Word's own styles for comments and their marks."""


def with_styles(sheet: bytes) -> bytes:
    """A styles part with those of comments, which only a file with comments has."""
    lacking = "".join(style for name, style in _STYLES.items() if f'w:styleId="{name}"'.encode() not in sheet)
    return sheet.replace(b"</w:styles>", f"{lacking}</w:styles>".encode())


class Cut(NamedTuple):
    """Marks that stand before a character of a run."""

    at: int
    marks: str


@dataclass
class Cuts:
    """The marks in one line, by run. Its runs take theirs one after the other while they are written."""

    marks: Mapping[int, Sequence[Cut]]
    reached: int = -1

    def following(self) -> Sequence[Cut]:
        """The marks in the next run, in order; a link counts before the runs in it."""
        self.reached += 1
        return self.marks.get(self.reached, ())


class Comments:
    """The comments of one file. A finding that is to be said in several places is a comment in each."""

    def __init__(self, document: Document, review: Review, moment: datetime) -> None:
        self._review, self._moment = review, moment
        self._placed: list[tuple[Finding, Span, bool]] = []
        self._words: dict[str, dict[Position, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._pictures: dict[str, list[int]] = defaultdict(list)
        places = Places(document)
        for finding in review.findings:
            for span in (finding.span, *finding.also):
                shown = places.find(span)
                if shown is not None:
                    self._place(shown)
                    self._placed.append((finding, span, shown.in_note))

    def cuts(self, part: str) -> Cuts | None:
        """The marks in a part's words; None where there are none."""
        if part not in self._words:
            return None
        cuts: dict[int, list[Cut]] = defaultdict(list)
        for (index, at), marks in sorted(self._words[part].items()):
            cuts[index].append(Cut(at, "".join(marks)))
        return Cuts(cuts)

    def around(self, part: str, picture: str) -> str:
        """A picture's run, with the marks of the comments on it."""
        numbers = self._pictures.get(part, ())
        return "".join(map(_begin, numbers)) + picture + "".join(map(_end, numbers))

    def part(self) -> Part:
        """The part that holds what the comments say."""
        when = instant(self._moment)
        said = "".join(
            f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:date="{when}" w:initials="{_INITIALS}">'
            f"{self._said(finding, span, in_note)}</w:comment>"
            for number, (finding, span, in_note) in enumerate(self._placed)
        )
        return Part(PART, root("comments", said).encode(), COMMENTS_TYPE)

    def _place(self, shown: Range) -> None:
        """Mark a range with the number of the next comment. Where one ends and another begins, the end is first."""
        number = len(self._placed)
        if shown.start is None or shown.end is None:
            self._pictures[shown.part].append(number)
            return
        marks = self._words[shown.part]
        marks[shown.end].insert(0, _end(number))
        marks[shown.start].append(_begin(number))

    def _said(self, finding: Finding, span: Span, in_note: bool) -> str:
        """How grave and what; what to do; the finding's code and place, for whoever opens the source."""
        first = f"{finding.severity.label.capitalize()}{' in the note' if in_note else ''}: {finding.message}"
        place = ", ".join(filter(None, (finding.code, file_name(span.path), self._line(span))))
        mark = run("<w:annotationRef/>", f'<w:rStyle w:val="{_MARK}"/>')
        lines = [mark + run(text(first), f"<w:b/><w:bCs/>{_ENGLISH}")]
        lines += [run(text(line), _ENGLISH) for line in (*finding.advice.splitlines(), place)]
        return "".join(f'<w:p><w:pPr><w:pStyle w:val="{_TEXT}"/></w:pPr>{line}</w:p>' for line in lines)

    def _line(self, span: Span) -> str:
        source = next((source for source in self._review.sources if source.path == span.path), None)
        return f"line {source.position(span.start)[0]}" if source is not None else ""


def _begin(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def _end(number: int) -> str:
    mark = run(f'<w:commentReference w:id="{number}"/>', f'<w:rStyle w:val="{_MARK}"/>')
    return f'<w:commentRangeEnd w:id="{number}"/>{mark}'
