"""Official names of bodies and treaties, and where a text has one, right or nearly so.

A name is known by the words that carry it; those between (*of*, *on*, *the*), plurals, hyphens and commas may be off.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cache, lru_cache

from docgen.checks.lists import table
from docgen.checks.people.spelled import bare, folded
from docgen.checks.text.passage import Passage, Stretch, Word
from docgen.expressions import regex
from docgen.records import dataclass

BETWEEN = frozenset(
    {"of", "on", "for", "the", "and", "in", "to", "against", "from", "with", "at", "by", "as", "its", "without"}
)
"""Words that carry no name."""

ENOUGH = 5
"""How many carrying words a name has to have for one of the inner ones to lack."""

_GAP = regex(r"(?:,? |[ \u00a0]& )\Z")
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Official:
    """A name as its body writes it; `article` says that it has one inside a sentence."""

    name: str
    article: bool = True
    declared: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, hyphens opened, in small letters and one spelling."""
        return tuple(word for written in re.findall(r"[\w'’-]+", self.name) for word in words_of(written))


@dataclass(eq=False, slots=True)
class Branch:
    """What names may go on with, word by word; `names` end here, `lacking` do with a word left out."""

    further: dict[str, Branch] = field(default_factory=dict)
    names: list[Official] = field(default_factory=list)
    lacking: list[Official] = field(default_factory=list)

    def enter(self, keys: Iterable[str]) -> Branch:
        """The branch behind some words, made where there is none."""
        here = self
        for key in keys:
            here = here.further.setdefault(key, Branch())
        return here


@dataclass(frozen=True)
class Wording(Stretch):
    """A stretch that is an official name, or nearly. `meant` are the names it may be, best first."""

    meant: tuple[Official, ...]
    words_there: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether it is one of them, be it in British or American spelling."""
        return any(one.words == self.words_there for one in self.meant)


class Tree:
    """Names by their carrying words. What begins with a word is put in order when the word is first met."""

    def __init__(self, names: Iterable[Official]) -> None:
        self._waiting: dict[str, list[Official]] = defaultdict(list)
        for one in names:
            first = carrying(words_of(one.name.split()[0])) or carrying(one.words)
            if first:
                self._waiting[first[0]].append(one)
        self._root = Branch()

    def begins(self, key: str) -> bool:
        """Whether names begin with a word."""
        return key in self._waiting

    def branch(self, key: str) -> Branch:
        """All names that begin with a word, from their first word on."""
        if key not in self._root.further:
            for one in self._waiting[key]:
                self._root.enter(carrying(one.words)).names.append(one)
            for one in self._waiting[key]:
                keys = carrying(one.words)
                for left_out in range(1, len(keys) - 1) if len(keys) >= ENOUGH else ():
                    self._root.enter((*keys[:left_out], *keys[left_out + 1 :])).lacking.append(one)
        return self._root


@cache
def listed_names() -> tuple[Official, ...]:
    """The names of the table `organisations`."""
    found = []
    for article, name, *further in table("organisations"):
        also = further[1].split("; ") if len(further) > 1 else []
        found += [Official(form, bool(article)) for form in (name, *also)]
    return tuple(found)


@cache
def listed_tree() -> Tree:
    """The names of the table, by their carrying words."""
    return Tree(listed_names())


def wordings(passage: Passage, *trees: Tree) -> Iterator[Wording]:
    """Where a passage has a name, right or nearly; the longest at each place."""
    words, done = passage.words, 0
    for at in _beginnings(passage):
        word, key = words[at], _first(words[at].value)
        begun = [tree.branch(key) for tree in trees if tree.begins(key)]
        if begun and word.start >= done:
            found = [one for root in begun if (one := _longest(passage, words, at, root)) is not None]
            if found:
                best = max(found, key=lambda one: one.end)
                yield best
                done = best.end


def _beginnings(passage: Passage) -> Iterable[int]:
    """The numbers of the words with which a name can begin: those with a capital, and figures."""
    figures = [at for at, word in enumerate(passage.words) if word.value[0].isdigit()]
    return sorted((*passage.capitalised, *figures)) if figures else passage.capitalised


@lru_cache(maxsize=20_000)
def _first(written: str) -> str:
    """What a name begins with that begins with a word; nothing for a word that is made of hyphens."""
    return next((stem(key) for key in words_of(written)), "")


def _longest(passage: Passage, words: tuple[Word, ...], at: int, root: Branch) -> Wording | None:
    """The longest name that begins with a word."""
    here, there, found = root, [], None
    for number in range(at, min(at + _LONGEST, len(words))):
        word = words[number]
        if number > at and not _GAP.match(passage.value[words[number - 1].end : word.start]):
            break
        own = words_of(bare(word.value))
        if word.lower in BETWEEN and number > at:
            there.append(word.lower)
            continue
        if not (word.value[0].isupper() or word.value[0].isdigit()):
            break
        further = _step(here, own)
        if further is None:
            break
        here = further
        there += own
        if here.names or here.lacking:
            end = word.start + len(bare(word.value))
            found = Wording(passage, words[at].start, end, _by_likeness(here, tuple(there)), tuple(there))
    return found


def _step(here: Branch, keys: tuple[str, ...]) -> Branch | None:
    for key in carrying(keys):
        following = here.further.get(key)
        if following is None:
            return None
        here = following
    return here


def _by_likeness(branch: Branch, there: tuple[str, ...]) -> tuple[Official, ...]:
    """The names that may be meant, those with the most words of the text first."""
    return tuple(sorted(branch.names or branch.lacking, key=lambda one: -_alike(one.words, there)))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return sum(1 for a, b in zip(one, other, strict=False) if a == b) * 2 - abs(len(one) - len(other))


def carrying(words: Iterable[str]) -> tuple[str, ...]:
    """Of some words those that carry a name, without plurals."""
    return tuple(stem(word) for word in words if word not in BETWEEN)


@lru_cache(maxsize=20_000)
def words_of(written: str) -> tuple[str, ...]:
    """A written word as a name's words: hyphens opened, possessives and accents taken off, in American spelling."""
    word = folded(written)
    if "-" not in word and "\u2010" not in word and "\u2011" not in word:
        return (_american(bare(word)),)
    word = re.sub(r"\bco-(?=op|ord)", "co", word)
    return tuple(_american(bare(part)) for part in re.split("[-\u2010\u2011]", word) if part)


_AMERICAN = {
    "centre": "center",
    "centres": "centers",
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
    "programmes": "programs",
}


def _american(word: str) -> str:
    if word.endswith(("isation", "isations")):
        return word.replace("isation", "ization")
    return _AMERICAN.get(word, word)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the ending of a plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
