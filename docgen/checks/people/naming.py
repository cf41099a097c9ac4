"""Names of people as they stand in a text: behind a title, or as a run of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from docgen.checks.lists import words as listed
from docgen.checks.people.honorifics import Honorific, Sort, are_neighbours, begins_title, honorific_at
from docgen.checks.people.spelled import bare, folded
from docgen.checks.text.passage import Passage, Stretch, Word
from docgen.expressions import regex
from docgen.records import dataclass

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

_PREFIXED = regex(r"(?:(?:a[dlnrstz]|ash|as|de|dell|[dl]|el|ul)['’ʿ-])[^\W\d_a-zß-öø-ÿ]")
"""`al-Qahtani`, `d'Estaing`: a small prefix, and the name behind it."""


@dataclass(frozen=True)
class Found:
    """A name behind its titles. `parts` are its words, the last perhaps with the ending of a possessive."""

    passage: Passage
    start: int
    titles: tuple[Honorific, ...]
    parts: tuple[Word, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name, possessive endings left out."""
        return tuple(bare(word.value) for word in self.parts)

    @property
    def written(self) -> tuple[str, ...]:
        """The words as written, with the full stops of initials."""
        return tuple(self.name.value.split())

    @property
    def end(self) -> int:
        """Where the name ends, before the ending of a possessive."""
        return self.parts[-1].start + len(self.words[-1])

    @property
    def name(self) -> Stretch:
        """The name alone."""
        return Stretch(self.passage, self.parts[0].start, self.end)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words by which the name is compared: folded, suffixes left out."""
        return keys_of(self.words)

    @property
    def is_several(self) -> bool:
        """Whether the name has a given and a family name, as far as can be told without knowing it."""
        return len(self.keys) > 1 and self.keys[0] not in listed("particles")

    def shortened(self) -> Found:
        """The same without the last word."""
        return replace(self, parts=self.parts[:-1])


def keys_of(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name folded, full stops, commas and suffixes (*Jr.*) left out."""
    keys = tuple(folded(word.strip(".,")) for word in words)
    return tuple(key for key in keys if key not in SUFFIXES) or keys


def named_by_title(passage: Passage) -> Iterator[Found]:
    """The names of a passage that have a title before them."""
    words, language = passage.words, passage.language.split("-")[0]
    at = 0
    for first in _beginnings(passage, language):
        if first < at:
            continue
        at, stop = first, False
        titles: list[Honorific] = []
        while at < len(words) and (known := honorific_at(words, at, language)) is not None:
            if titles and not are_neighbours(words[at - 1], words[at], stop=stop):
                break
            honorific, length = known
            titles.append(honorific)
            at, stop = at + length, honorific.is_short
        if not titles:
            continue
        if (
            titles[-1].sort is Sort.SEVERAL
            or at == len(words)
            or not are_neighbours(words[at - 1], words[at], stop=stop)
        ):
            continue
        if titles[0].sort is Sort.RANK and first and _is_bound(words[first - 1], words[first], language):
            continue
        parts = _name(words, at, language)
        if parts and _may_follow(titles, parts, language):
            yield Found(passage, words[first].start, tuple(titles), parts)
            at += len(parts)


def _beginnings(passage: Passage, language: str) -> list[int]:
    """The numbers of the words with which titles may begin."""
    words = passage.words
    may_begin = passage.capitalised if language == "en" else range(len(words))
    return [at for at in may_begin if begins_title(words[at].value, language)]


def run_ending_at(words: Sequence[Word], at: int, language: str) -> tuple[Word, ...]:
    """The capitalised words, initials and particles right before a word, and itself, as far as they may be a name."""
    first, particles = at, listed("particles")
    for before in range(at - 1, max(-1, at - 7), -1):
        word = words[before]
        if not are_neighbours(word, words[before + 1], stop=_is_initial(word.value)) or bare(word.value) != word.value:
            break
        if _is_name_word(word.value):
            if begins_title(word.value, language) and not _is_initial(word.value):
                break
            first = before
        elif word.value.lower() not in particles:
            break
    run = tuple(words[first : at + 1])
    openers = listed("sentence-openers", language)
    while len(run) > 1 and (
        run[0].lower in openers
        or (run[0].is_capitals and not run[-1].is_capitals)
        or honorific_at(run, 0, language) is not None  # *M.* is an initial, too
    ):
        run = run[1:]
    return run


def _name(words: Sequence[Word], at: int, language: str) -> tuple[Word, ...]:
    """The words of a name that begins at a word; none where none does."""
    particles, last = listed("particles"), at - 1
    for here in range(at, min(at + 8, len(words))):
        word = words[here]
        is_suffix = word.lower.rstrip(".") in SUFFIXES and here > at
        if here > at and not (
            are_neighbours(words[here - 1], word, stop=_is_initial(words[here - 1].value)) or is_suffix
        ):
            break
        if _is_name_word(bare(word.value)) and not (here > at and _is_acronym(word.value)):
            last = here
            if bare(word.value) != word.value or is_suffix:
                break
        elif word.value.lower() not in particles or (language == "fr" and last > at and word.lower in ("de", "du")):
            break
    return tuple(words[at : last + 1])


def _is_bound(before: Word, word: Word, language: str) -> bool:
    """Whether a capitalised word stands right before another, as in *Attorney General*."""
    is_capital = before.is_capitalised and before.lower not in listed("sentence-openers", language)
    return is_capital and are_neighbours(before, word, stop=False)


def _may_follow(titles: Sequence[Honorific], parts: Sequence[Word], language: str) -> bool:
    """Whether words are a name: *General Assembly*, *Minister Counsellor* and *Mr. President* are none."""
    first, last = (bare(word.value).lower() for word in (parts[0], parts[-1]))
    if begins_title(first, language) and not _is_initial(parts[0].value):
        return False
    if any(one.sort in (Sort.COURTESY, Sort.ADDRESS) for one in titles) or any(
        _is_initial(word.value) for word in parts[:-1]
    ):
        return True
    plain = sum(1 for word in parts if is_common(bare(word.value).lower(), language))
    return not is_common(last, language) and 2 * plain <= len(parts) and not (plain and titles[-1].sort is Sort.RANK)


def is_common(word: str, language: str) -> bool:
    """Whether a word in small letters is one that everybody uses."""
    return word in listed("commonest-words", language) or word in listed("common-words", language)


def _is_name_word(word: str) -> bool:
    return (word[:1].isupper() or _PREFIXED.match(word) is not None) and not any(letter.isdigit() for letter in word)


def _is_initial(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or (len(word) < 6 and "." in word) or word in ("St", "Jr", "Sr")


def _is_acronym(word: str) -> bool:
    bare_word = bare(word)
    return bare_word.isupper() and len(bare_word) > 1 and (len(bare_word) == 2 or bare_word in listed("acronyms"))
