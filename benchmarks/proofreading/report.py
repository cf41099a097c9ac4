"""A report as text to be edited: where in the YAML its headings, paragraphs and lists of speakers stand.

Independent of docgen: it reads the YAML by PyYAML's own tree and knows just as much Markdown as the reports here use.
All places are offsets in characters from the beginning of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

PROSE = re.compile(r"(?![-*>|#•]|\d+\. |\[\^\w+\]:|!\[)")
"""What a paragraph does not begin with, unless it is a list, a quotation, a table, a note, a figure or a heading."""

MARKS = re.compile(
    r"""!\[(?P<alt>[^\]]*)\]\([^)]*\)(?:\{[^}]*\})?  # a picture: nothing of it is prose
    |\[\^\w+\]:?                                  # a note's mark
    |\]\([^)]*\)|\]\{[^}]*\}|\[(?=[^\]]*\][({])   # a link's or a marked word's brackets
    |\*+|^[ ]*(?:>|\#+|-(?=[ ])|\|[-|: ]*$)|\|    # emphasis, quotations, headings, lists and tables
    """,
    re.VERBOSE | re.MULTILINE,
)

TARGET = re.compile(r"\]((?:\([^)]*\)|\{[^}]*\}))")
"""Where a link leads, or what a marked word is marked as."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From the first character to the one behind the last."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; an empty span shares what it touches."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def near(self, other: Span, gap: int) -> bool:
        """Whether fewer than `gap` characters stand between the two."""
        return self.start < other.end + gap and other.start < self.end + gap


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of `sections`: the places of its heading, its text and its speakers, and of the whole entry."""

    heading: Span
    entry: Span
    kind: str | None = None
    body: Span | None = None
    speakers: Span | None = None
    spoke: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of lines between blank ones; `prose` where it is neither list, quotation, table, note nor figure."""

    span: Span
    prose: bool
    section: Section | None


@dataclass(slots=True)
class Report:
    """A report's text, its facts together with those its folder shares, and its places."""

    name: str
    text: str
    shared: dict[str, Any]
    edition: int = 1
    """The number of the set it belongs to: the ways to make slips differ a little."""
    facts: dict[str, Any] = field(init=False)
    title: Span = field(init=False)
    sections: list[Section] = field(default_factory=list, init=False)
    paragraphs: list[Paragraph] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """Read the tree.

        Raises:
            yaml.YAMLError: where the text is no YAML.
        """
        self.facts = self._joined(yaml.safe_load(self.text))
        root = yaml.compose(self.text)
        keys = _keys(root)
        self.title = self._inner(keys["title"])
        if "introduction" in keys:
            self._read_body(keys["introduction"], None)
        self._read_sections(keys["sections"])

    @property
    def people(self) -> dict[str, dict[str, Any]]:
        """Declared people by their keys."""
        return {key: who for key, who in self.facts.get("people", {}).items() if isinstance(who, dict)}

    @property
    def prose(self) -> list[Paragraph]:
        """Running text, notes and lists left out."""
        return [paragraph for paragraph in self.paragraphs if paragraph.prose]

    def at(self, span: Span) -> str:
        """The characters of a span, as they stand in the file."""
        return self.text[span.start : span.end]

    def find(self, pattern: str, *, everywhere: bool = False) -> Iterator[re.Match[str]]:
        """Every match in running text, or in all paragraphs, in order; a space stands for a line's end as well.

        From set 2 on, addresses and other markup are no running text.
        """
        expression = re.compile(pattern.replace(" ", r"\s+"))
        for paragraph in self.paragraphs if everywhere else self.prose:
            bounds = (self.text, paragraph.span.start, paragraph.span.end)
            hidden = [Span(*match.span(1)) for match in TARGET.finditer(*bounds)] if self.edition > 1 else []
            for match in expression.finditer(*bounds):
                if everywhere or not any(Span(*match.span()).overlaps(span) for span in hidden):
                    yield match

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph an offset stands in.

        Raises:
            StopIteration: where it stands in none.
        """
        return next(item for item in self.paragraphs if item.span.start <= offset <= item.span.end)

    def plain(self) -> tuple[str, list[int]]:
        """The words alone, a blank line between paragraphs, and for each character where it stands in the file."""
        spans = [self.title, *(item.span for item in self.paragraphs), *(item.heading for item in self.sections)]
        words: list[str] = []
        offsets: list[int] = []
        for span in sorted(spans):
            hidden = {
                place
                for mark in MARKS.finditer(self.text, span.start, span.end)
                for place in range(mark.start(), mark.end())
            }
            for place in range(span.start, span.end):
                character = self.text[place]
                if place in hidden or (character == " " and words and words[-1] in " \n"):
                    continue
                words.append(" " if character == "\n" else character)
                offsets.append(place)
            words += "\n\n"
            offsets += [span.end, span.end]
        return "".join(words), offsets

    def _joined(self, own: dict[str, Any]) -> dict[str, Any]:
        joined = {**self.shared, **own}
        joined["people"] = {**self.shared.get("people", {}), **own.get("people", {})}
        for key in ("organisations", "places", "terms", "documents"):
            joined[key] = [*self.shared.get(key, []), *own.get(key, [])]
        return joined

    def _inner(self, node: yaml.Node) -> Span:
        span = Span(node.start_mark.index, node.end_mark.index)
        if self.text[span.start] in "\"'":
            return Span(span.start + 1, span.end - 1)
        return span

    def _read_sections(self, node: yaml.Node) -> None:
        assert isinstance(node, yaml.SequenceNode)
        for position, entry in enumerate(node.value):
            keys = _keys(entry)
            later = node.value[position + 1 :]
            start = self.text.rindex("\n", 0, entry.start_mark.index) + 1
            end = self.text.rindex("\n", 0, later[0].start_mark.index) + 1 if later else node.end_mark.index
            body = keys.get("body")
            speakers = keys.get("speakers")
            section = Section(
                heading=self._inner(keys["heading"]),
                entry=Span(start, end),
                kind=keys["kind"].value if "kind" in keys else None,
                body=self._block(body) if body else None,
                speakers=self._inner(speakers) if speakers else None,
                spoke=tuple(item.value for item in speakers.value) if speakers else (),
            )
            self.sections.append(section)
            if body:
                self._read_body(body, section)
            if "sections" in keys:
                self._read_sections(keys["sections"])

    def _block(self, node: yaml.Node) -> Span:
        start = self.text.index("\n", node.start_mark.index) + 1
        return Span(start, start + len(self.text[start : node.end_mark.index].rstrip()))

    def _read_body(self, node: yaml.Node, section: Section | None) -> None:
        if not isinstance(node, yaml.ScalarNode) or node.style != "|":
            return
        block = self._block(node)
        for match in re.finditer(r"(?:[ ]*\S.*(?:\n|\Z))+", self.text[block.start : block.end]):
            lines = match.group()
            start = block.start + match.start() + len(lines) - len(lines.lstrip())
            span = Span(start, block.start + match.start() + len(lines.rstrip()))
            self.paragraphs.append(Paragraph(span, bool(PROSE.match(self.text, start)), section))


def literal(words: str) -> str:
    """A pattern for these words that `Report.find` takes: their spaces may be line ends."""
    return re.escape(words).replace(r"\ ", " ")


def _keys(node: yaml.Node | None) -> dict[str, yaml.Node]:
    assert isinstance(node, yaml.MappingNode)
    return {key.value: value for key, value in node.value}
