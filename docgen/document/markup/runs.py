"""Inline Markdown as runs."""

from __future__ import annotations

from dataclasses import field
from typing import NamedTuple

from markdown_it.token import Token

from docgen.document.markup import faults, links
from docgen.document.markup.attributes import Braces
from docgen.document.markup.body import Body
from docgen.document.markup.dialect import inline_tokens
from docgen.document.runs import LineBreak, Link, NoteRef, Ref, Run, TextRun
from docgen.reading.languages import language_tag
from docgen.reading.text import Text
from docgen.records import dataclass


def read_runs(body: Body, content: Text, kind: type[Text]) -> tuple[Run, ...]:
    """The runs of a block's text, its words as text of `kind`."""
    return runs_of(body, content, kind, inline_tokens(content.value, body.environment))


def runs_of(body: Body, content: Text, kind: type[Text], tokens: list[Token]) -> tuple[Run, ...]:
    """The runs of a block's text that is split into tokens already."""
    reader = _Reader(body, content, kind)
    for token in tokens:
        reader.take(token)
    reader.flush()
    return tuple(reader.runs)


class _Look(NamedTuple):
    """What sets one run of text apart from the next."""

    language: str | None = None
    hyphenate: bool = True
    emphasis: int = 0
    strong: int = 0


_PLAIN = _Look()


@dataclass(slots=True)
class _Reader:
    """Turns tokens into runs. `pieces` are the stretches of text that wait to become one run."""

    body: Body
    content: Text
    kind: type[Text]
    runs: list[Run] = field(default_factory=list)
    look: _Look = _PLAIN
    pieces: list[tuple[int, int] | Text] = field(default_factory=list)
    pieces_look: _Look = _PLAIN
    outer_looks: list[_Look] = field(default_factory=list)
    outer_runs: list[tuple[Token, list[Run], bool]] = field(default_factory=list)
    letters: Text = field(init=False)

    def __post_init__(self) -> None:
        spaced = self.content.value.replace("\n", " ")
        self.letters = self.kind(spaced, self.content.whole, self.content.breaks)

    def take(self, token: Token) -> None:
        """Read one token."""
        start, end = token.map or (0, 0)
        match token.type:
            case "text":
                if token.content:
                    self.add(start, end)
            case "text_special":
                self.add_for(start, end, token.content)
            case "softbreak":
                self.trim()
                self.add(start, start + 1)
            case "em_open" | "em_close":
                self.look = self.look._replace(emphasis=self.look.emphasis + token.nesting)
            case "strong_open" | "strong_close":
                self.look = self.look._replace(strong=self.look.strong + token.nesting)
            case "link_open":
                self.open_link(token)
            case "link_close":
                self.close_link(start, end)
            case "span_open":
                self.open_span(token.meta["braces"][0])
            case "span_close":
                outer = self.outer_looks.pop()
                self.look = self.look._replace(language=outer.language, hyphenate=outer.hyphenate)
            case _:
                self.take_rare(token, start, end)

    def take_rare(self, token: Token, start: int, end: int) -> None:
        """Read a token of a kind that most texts have none of."""
        span = self.content.span(start, end)
        match token.type:
            case "hardbreak":
                self.trim()
                self.flush()
                self.runs.append(LineBreak(span))
            case "footnote_ref":
                self.add_note(token.meta.get("label"), start, end)
            case "image":
                self.body.linked.add(token.meta.get("label", ""))
                self.body.report(faults.image_in_line(span))
            case "code_inline":
                self.body.report(faults.code_span(span))
                self.add(start + len(token.markup), end - len(token.markup))
            case "stray_attributes":
                self.report_stray(token.meta["braces"][0])
            case "not_a_picture":
                self.body.report(faults.not_a_picture(span))
                self.add(start, end)
            case "not_a_link":
                self.body.report(faults.not_a_link(span))
                self.add(start, end)
            case unknown:
                raise AssertionError(f"the dialect has no {unknown}")

    # ---- text

    def add(self, start: int, end: int) -> None:
        """Text that stands in the source as it is printed."""
        self.meet_look()
        before = self.pieces[-1] if self.pieces else None
        if isinstance(before, tuple) and before[1] == start:
            self.pieces[-1] = (before[0], end)
        else:
            self.pieces.append((start, end))

    def add_for(self, start: int, end: int, printed: str) -> None:
        """What is printed for an escape or entity."""
        if self.content.value[start:end] == printed:
            self.add(start, end)
        else:
            self.meet_look()
            self.pieces.append(self.letters.slice(start, end).standing_for(printed))

    def trim(self) -> None:
        """Drop the blanks at the end of a line."""
        last = self.pieces[-1] if self.pieces else None
        if isinstance(last, tuple):
            start, end = last
            end = start + len(self.letters.value[start:end].rstrip(" \t"))
            self.pieces[-1:] = [(start, end)] if end > start else []

    def meet_look(self) -> None:
        """Begin a new run where the text to come looks different."""
        if self.look != self.pieces_look:
            self.flush()
            self.pieces_look = self.look

    def flush(self) -> None:
        """Make a run of the text that waits."""
        if not self.pieces:
            return
        parts = [self.text(piece) for piece in self.pieces]
        self.pieces.clear()
        text = parts[0] if len(parts) == 1 else self.kind.joined(parts)
        look = self.pieces_look
        self.runs.append(TextRun(text, look.language, look.emphasis > 0, look.strong > 0, look.hyphenate))

    def text(self, piece: tuple[int, int] | Text) -> Text:
        """A stretch of text with its places."""
        if isinstance(piece, Text):
            return piece
        start, end = piece
        return self.letters.slice(start, end)

    # ---- what is more than text

    def add_note(self, label: str | None, start: int, end: int) -> None:
        """The mark of a note; where there is none, a written mark stays text."""
        span = self.content.span(start, end)
        name = self.body.cite(label, self.content.slice(start + 2, end - 1).strip(), span)
        if name is not None:
            self.flush()
            self.runs.append(NoteRef(name, span))
        elif label is not None:
            self.add(start, end)

    def open_link(self, token: Token) -> None:
        """Collect the runs of a link apart."""
        self.flush()
        self.outer_runs.append((token, self.runs, self.look.hyphenate))
        self.runs = []
        if token.markup == "autolink":
            self.look = self.look._replace(hyphenate=False)

    def close_link(self, start: int, end: int) -> None:
        """Put a link's runs into it; where it leads nowhere, they stand without it."""
        self.flush()
        runs = tuple(self.runs)
        token, self.runs, hyphenate = self.outer_runs.pop()
        self.look = self.look._replace(hyphenate=hyphenate)
        address, span = str(token.attrs["href"]), self.content.span(start, end)
        self.body.linked.add(token.meta.get("label", ""))
        label, url = links.label(address), links.web_address(address)
        if "title" in token.attrs:
            self.body.report(faults.link_title(span))
        if label is None and url is None:
            self.body.report(faults.unsafe_link(span, address))
            self.runs += runs
        elif runs:
            self.runs.append(Link(runs, span, url, label))
        elif label is not None:
            self.runs.append(Ref(label, span))
        else:
            self.body.report(faults.empty_link(span, address))

    def open_span(self, braces: Braces) -> None:
        """Words with a language of their own, or not to be hyphenated."""
        taken = self.body.take(braces.read(self.content), "lang", ".nohyphen")
        self.outer_looks.append(self.look)
        language = taken.get("lang")
        tag = language_tag(language.value) if language is not None else None
        if tag is not None:
            self.look = self.look._replace(language=tag)
        elif language is not None:
            self.body.report(faults.unknown_language(language.span(), language.value))
        if ".nohyphen" in taken:
            self.look = self.look._replace(hyphenate=False)

    def report_stray(self, braces: Braces) -> None:
        """Say where attributes go that stand behind plain text."""
        self.trim()
        written = self.content.slice(braces.start, braces.end)
        attributes = braces.read(self.content)
        for attribute in attributes:
            if attribute.name == "#":
                self.body.report(self.body.label_fault(attribute.written.span(), attribute.value.value))
        if all(attribute.name != "#" for attribute in attributes):
            self.body.report(faults.stray_attributes(written.span(), written.value))
