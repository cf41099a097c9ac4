"""A dictionary of one language; Hunspell reads it when first asked for what its shipped forms do not tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.checks.spelling.forms import Forms, shipped_forms
from docgen.records import dataclass

if TYPE_CHECKING:
    from hunspell import Hunspell

MOST_REMEMBERED = 50_000
"""How many words one process remembers the answer for; then it begins anew."""


@dataclass(eq=False)
class Dictionary:
    """The files `<name>.aff` and `<name>.dic` of a folder.

    What is found of a word is remembered, because reports of a series have most of their words in common. A word with
    letters that the dictionary's encoding does not have is unknown. `stamp` tells files of other contents apart;
    `package` is the one that the files came with, if they did.
    """

    folder: str
    name: str
    stamp: str = ""
    package: str = ""
    fresh: dict[str, bool] = field(default_factory=dict)
    """What Hunspell itself was asked since this was last emptied."""
    _known: dict[str, bool] = field(default_factory=dict)
    _meant: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        """Whether a word, written with the typewriter's apostrophe, stands in the dictionary in one of its forms."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
                self.fresh.clear()
            known = self._forms.spells(word) if self._forms is not None else None
            if known is None:
                known = self.fresh[word] = self._spells(word)
            self._known[word] = known
        return known

    def learn(self, known: Mapping[str, bool]) -> None:
        """Take over what is known of words: Hunspell is not asked again, and not even loaded if these are all."""
        self._known |= known

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What Hunspell would put for a word, best first. It takes its time: a tenth of a second."""
        if word not in self._meant:
            if len(self._meant) >= MOST_REMEMBERED:
                self._meant.clear()
            self._meant[word] = self._suggests(word)
        return self._meant[word]

    @property
    def can_be_read(self) -> bool:
        """Whether Hunspell finds the files, or has found them when it told what is known."""
        if self._known or self._forms is not None:
            return True
        try:
            return self._hunspell is not None
        except OSError:
            return False

    @cached_property
    def _forms(self) -> Forms | None:
        return shipped_forms(self.folder, self.name, self.package) if self.package else None

    @cached_property
    def _hunspell(self) -> Hunspell:
        from hunspell import Hunspell  # with its dictionary as dear as all other rules together

        return Hunspell(self.name, hunspell_data_dir=self.folder, system_encoding="UTF-8")

    def _spells(self, word: str) -> bool:
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:
            return False

    def _suggests(self, word: str) -> tuple[str, ...]:
        try:
            return tuple(self._hunspell.suggest(word))
        except UnicodeEncodeError:
            return ()
