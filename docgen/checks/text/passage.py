"""Passages: what a reader takes for one piece of text, in words and sentences that know where they stand.

A passage is a paragraph, a heading, an entry of a list, a caption, a note, or a line of the masthead. Its text is what
is printed, emphasis and links opened, line ends as spaces; what docgen itself words ("Figure 2", the hosts' line) is in
no passage.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import field
from enum import Enum, Flag, auto
from functools import cached_property

from docgen.checks.mending.change import Change
from docgen.checks.text.sentences import sentence_ends
from docgen.document.runs import Run
from docgen.document.tree import Part as Node
from docgen.expressions import regex
from docgen.findings import Span
from docgen.reading.text import Text
from docgen.records import dataclass
from docgen.report.model import Section

WORD = regex(r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])|[^\W_]+(?:(?:['’]|[-\u2010\u2011](?=[^\W_]))[^\W_]+)*")
"""A word: letters and digits, apostrophes and hyphens inside; or letters with full stops between (`e.g`, `U.S`)."""

_CLOSE = 100
"""How many characters are close to something."""

_FIGURES = regex(r"\d+")
_TWO_CAPITALS = regex(r"[A-Z](?<![\w-][A-Z])[A-Z&]")

_QUOTED = regex(r"“[^”]*”|‘[^’]*’(?!\w)|«[^»]*»|(?<!\w)\"[^\"]*\"")


class Place(Enum):
    """Where in a report a passage stands."""

    TITLE = "title"
    LABEL = "label"
    BYLINE = "byline"
    INTRODUCTION = "introduction"
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    QUOTE = "quote"
    NOTE = "note"
    ALTERNATIVE = "alternative"
    DECLARED = "declared"
    """What is said of somebody under `people`."""

    __hash__ = object.__hash__  # an Enum's own is written in Python, and places are looked up everywhere


SENTENCES = frozenset({Place.INTRODUCTION, Place.BODY, Place.ITEM, Place.QUOTE, Place.NOTE, Place.CAPTION})
"""Where there are sentences."""


class Mark(Flag):
    """What is so of some characters."""

    PLAIN = 0
    EMPHASIS = auto()
    STRONG = auto()
    LINK = auto()
    ADDRESS = auto()
    """A web address that is printed."""
    FOREIGN = auto()
    """Words in another language than the passage's, by `{lang=…}`."""
    QUOTED = auto()
    """Between quotation marks."""
    GENERATED = auto()
    """What docgen prints for a reference."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters of a passage; `value` are they themselves."""

    passage: Passage
    start: int
    end: int
    value: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        _set_value(self, self.passage.text.value[self.start : self.end])

    def __str__(self) -> str:
        return self.value

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def text(self) -> Text:
        """The characters with their places."""
        return self.passage.text.slice(self.start, self.end)

    @property
    def span(self) -> Span:
        """Where they stand in the source."""
        return self.passage.text.span(self.start, self.end)

    @property
    def marks(self) -> Mark:
        """What is so of the first of them."""
        return self.passage.marks_at(self.start)

    @property
    def before(self) -> str:
        """What stands before them in the passage."""
        return self.passage.value[: self.start]

    @property
    def close_before(self) -> str:
        """The last of what stands before them: as much as an expression needs that looks at its end only."""
        return self.passage.value[max(0, self.start - _CLOSE) : self.start]

    @property
    def after(self) -> str:
        """What stands behind them in the passage."""
        return self.passage.value[self.end :]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that begin here."""
        return self.passage.words_between(self.start, self.end)

    def to(self, other: Stretch) -> Stretch:
        """Everything from here to the end of a later stretch of the same passage."""
        return Stretch(self.passage, self.start, other.end)

    def part(self, start: int, end: int | None = None) -> Stretch:
        """Some of the characters, counted from the first of these."""
        return Stretch(self.passage, self.start + start, self.end if end is None else self.start + end)

    def replaced(self, replacement: str) -> Change | None:
        """The change that puts other words here; None for what docgen prints for a reference."""
        return self.passage.change(self.start, self.end, replacement)

    def removed(self) -> Change | None:
        """The change that takes these characters out, and the blank that would then be too many."""
        return self.passage.change(*self._with_a_blank(), "")

    def _with_a_blank(self) -> tuple[int, int]:
        """These characters and the blank behind them; where the line ends there, or a mark follows, the one before."""
        value, start, end = self.passage.value, self.start, self.end
        at_end = end == len(value) or value[end] in ".,;:!?)"
        text = self.passage.text
        goes_on = not at_end and value[end] == " " and text.offset(end + 1) == text.span(start, end).end + 1
        if goes_on and (start == 0 or value[start - 1] == " "):
            return start, end + 1
        if start and value[start - 1] == " " and (at_end or value[end] == " "):
            return start - 1, end
        return start, end


@dataclass(frozen=True, slots=True)
class Word(Stretch):
    """A word, its inner hyphens and apostrophes included; the value of an abbreviation is without its last stop.

    `lower` is the word in small letters, with the typewriter's apostrophe.
    """

    lower: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        value = self.passage.text.value[self.start : self.end]
        _set_value(self, value)
        _set_lower(self, value.replace("’", "'").lower())

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.value[0].isupper()

    @property
    def is_capitals(self) -> bool:
        """Whether all its letters, two or more, are capitals."""
        return self.value.isupper() and len(self.value) > 1

    @property
    def parts(self) -> tuple[Word, ...]:
        """The words that a compound is made of; the word itself where it has no hyphen."""
        return tuple(
            Word(self.passage, self.start + found.start(), self.start + found.end())
            for found in re.finditer(r"[^-\u2010\u2011]+", self.value)
        )

    @property
    def begins_sentence(self) -> bool:
        """Whether it is the first word of a sentence."""
        return self.passage._first_words.get(self.start) == self.end


@dataclass(frozen=True, slots=True)
class Sentence(Stretch):
    """A sentence, its closing marks included."""


# What a frozen dataclass does to itself. Words are made by thousands, and in half the time without its constructor.
_new = object.__new__
_set_passage, _set_start, _set_end, _set_value = (
    vars(Stretch)[name].__set__ for name in ("passage", "start", "end", "value")
)
_set_lower = vars(Word)["lower"].__set__


@dataclass(frozen=True, eq=False)
class Passage:
    """One piece of text. `level` is that of a heading, 0 for anything else.

    `node` is the kernel's node it was made of, None for what is not printed as it stands; `section` is the section of
    the report it stands in, None before the first.
    """

    text: Text
    place: Place
    language: str
    node: Node | None = None
    runs: tuple[Run, ...] = ()
    level: int = 0
    section: Section | None = None
    stretches: tuple[tuple[int, Mark], ...] = ()
    """Where another look begins, in order: the offset, and what is so of the characters from there on."""
    links: tuple[tuple[int, int, str], ...] = ()
    """Start, end and address of each link that leads outside."""

    @cached_property
    def value(self) -> str:
        """Its text without places."""
        return self.text.value

    @cached_property
    def small(self) -> str:
        """Its text in small letters and with the typewriter's apostrophe, as long as it is: a small İ has two signs."""
        return small_letters(self.text.value)

    @cached_property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.text.span()

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is made of sentences."""
        return self.place in SENTENCES

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        text, words = self.text.value, []
        has_curly = "’" in text
        for found in WORD.finditer(text):
            start, end = found.span()
            value = text[start:end]
            lower = value.replace("’", "'").lower() if has_curly else value.lower()
            word = _new(Word)
            _set_passage(word, self)
            _set_start(word, start)
            _set_end(word, end)
            _set_value(word, value)
            _set_lower(word, lower)
            words.append(word)
        return tuple(words)

    @cached_property
    def capitalised(self) -> tuple[int, ...]:
        """The numbers of its words that begin with a capital letter."""
        return tuple([number for number, word in enumerate(self.words) if word.value[0].isupper()])

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences; one for a heading."""
        ends = sentence_ends(self.text.value, self.language) if self.is_prose else (len(self.text.value),)
        found, start = [], 0
        for end in ends:
            found.append(Sentence(self, start + _blanks(self.text.value[start:end]), end))
            start = end
        return tuple(found)

    @cached_property
    def openings(self) -> frozenset[int]:
        """Where its sentences begin."""
        return frozenset(sentence.start for sentence in self.sentences)

    @cached_property
    def _first_words(self) -> dict[int, int]:
        """Where the first words of its sentences begin and end."""
        words, starts = self.words, self._word_starts
        numbers = ((bisect_left(starts, sentence.start), sentence.end) for sentence in self.sentences)
        return {starts[at]: words[at].end for at, end in numbers if at < len(starts) and starts[at] < end}

    @cached_property
    def figures(self) -> tuple[int, ...]:
        """Where three figures or more begin."""
        return tuple([found.start() for found in _FIGURES.finditer(self.text.value) if found.end() > found.start() + 2])

    @cached_property
    def acronyms(self) -> tuple[int, ...]:
        """Where two capitals, or a capital and *&*, stand at the beginning of letters: where an acronym may begin."""
        return tuple([found.start() for found in _TWO_CAPITALS.finditer(self.text.value)])

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that begin from `start` up to `end`."""
        first = bisect_right(self._word_starts, start - 1)
        return self.words[first : bisect_right(self._word_starts, end - 1)]

    def word_before(self, start: int) -> Word | None:
        """The word before one that begins at `start`; None for the first."""
        number = bisect_left(self._word_starts, start)
        return self.words[number - 1] if number else None

    def stretch(self, start: int, end: int) -> Stretch:
        """The characters from `start` up to `end`."""
        return Stretch(self, start, end)

    def find(self, pattern: re.Pattern[str], *hints: str) -> Iterator[Stretch]:
        """Every match of a pattern; `hints` as for `matches`."""
        for found in self.matches(pattern, *hints):
            yield Stretch(self, *found.span())

    def matches(self, pattern: re.Pattern[str], *hints: str) -> Iterator[re.Match[str]]:
        """Every match of a pattern. One of `hints`, in small letters, stands wherever it matches, and is soon seen."""
        if not hints or any(hint in self.small for hint in hints):
            yield from pattern.finditer(self.text.value)

    def matches_from(self, pattern: re.Pattern[str], *beginnings: str) -> Iterator[re.Match[str]]:
        """Every match of a pattern that begins with one of some letters, in small ones, and is tried there only."""
        return self.matches_at(pattern, sorted(start for letters in beginnings for start in self.places(letters)))

    def matches_at(self, pattern: re.Pattern[str], starts: Iterable[int]) -> Iterator[re.Match[str]]:
        """Every match of a pattern that can begin at some offsets only, which are in order."""
        done = 0
        for start in starts:
            found = pattern.match(self.text.value, start) if start >= done else None
            if found is not None:
                yield found
                done = found.end()

    def places(self, letters: str) -> list[int]:
        """Where some letters stand in its text, whatever their case; they are given in small ones."""
        found, at = [], self.small.find(letters)
        while at >= 0:
            found.append(at)
            at = self.small.find(letters, at + 1)
        return found

    def marks_at(self, offset: int) -> Mark:
        """What is so of a character."""
        return self._looks[bisect_right(self._look_starts, offset) - 1] if self._looks else Mark.PLAIN

    def change(self, start: int, end: int, replacement: str) -> Change | None:
        """The change of some characters into others; None for what docgen prints for a reference."""
        if any(mark & Mark.GENERATED for mark in self._marks_between(start, end)):
            return None
        return Change(self.text.slice(start, end), replacement, self.node is not None)

    def _marks_between(self, start: int, end: int) -> list[Mark]:
        first = bisect_right(self._look_starts, start) - 1
        return list(self._looks[first : max(first + 1, bisect_right(self._look_starts, end - 1))])

    @cached_property
    def _word_starts(self) -> tuple[int, ...]:
        return tuple([word.start for word in self.words])

    @cached_property
    def _changes(self) -> tuple[tuple[int, Mark], ...]:
        """Where another look begins, quotations included."""
        value = self.text.value
        opens = any(mark in value for mark in '“‘«"')
        quoted = [found.span() for found in _QUOTED.finditer(value)] if opens else []
        if not quoted:
            return self.stretches
        written = self.stretches or ((0, Mark.PLAIN),)
        starts = [start for start, _ in written]
        edges = sorted({*starts, *(edge for pair in quoted for edge in pair)})
        return tuple(
            (
                edge,
                written[bisect_right(starts, edge) - 1][1]
                | (Mark.QUOTED if any(start <= edge < end for start, end in quoted) else Mark.PLAIN),
            )
            for edge in edges
            if edge < len(self.text.value)
        )

    @cached_property
    def _look_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self._changes)

    @cached_property
    def _looks(self) -> tuple[Mark, ...]:
        return tuple(mark for _, mark in self._changes)


def small_letters(written: str) -> str:
    """Characters in small letters and with the typewriter's apostrophe, as many as they are."""
    value = written.replace("’", "'")
    small = value.lower()
    if len(small) == len(value):
        return small
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in value)


def _blanks(value: str) -> int:
    return len(value) - len(value.lstrip())
