"""Where the dictionary of a language is found: with the style, with docgen, or where the system keeps Hunspell's.

A style brings the dictionary of a language in its folder `dictionaries`, as two files that are called as everywhere:
`fr_FR.aff` and `fr_FR.dic`. US English comes with the package chunspell; British English stands in `data/` and is that
of npm's dictionary-en-gb, whose licence stands beside it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources

from docgen.checks.spelling.dictionary import Dictionary
from docgen.world import Unreachable, World, join

FOLDER = "dictionaries"
"""The folder of a style that holds its dictionaries."""

_AMERICAN = frozenset({"en-US", "en"})


def find_dictionary(world: World, language: str, styles: Iterable[str]) -> Dictionary | None:
    """The dictionary for a language's tag (`en-US`, `fr`), not opened yet; None where there is none.

    `styles` are the folders of the style and of those it extends, nearest first.
    """
    for folder in (join(style, FOLDER) for style in styles):
        if found := _in_folder(world, folder, language):
            return found
    if language.split("-")[0] == "en":
        return _american() if language in _AMERICAN else _british()
    for folder in world.dictionary_folders():
        if found := _in_folder(world, folder, language):
            return found
    return None


def _in_folder(world: World, folder: str, language: str) -> Dictionary | None:
    names = set(world.list(folder))
    for name in _names(language, names):
        files = (f"{name}.aff", f"{name}.dic")
        if names.issuperset(files) and _is_read(world, folder, files):
            return _open(folder, name)
    return None


def _is_read(world: World, folder: str, files: Iterable[str]) -> bool:
    """Whether the world gives the files. Hunspell reads them itself; but so the world knows what was read."""
    try:
        return all(world.read(join(folder, file)) for file in files)
    except Unreachable:
        return False


def _names(language: str, files: Iterable[str]) -> Iterator[str]:
    """How the files may be called, best first: `pt_BR`, `pt-BR`, `pt`, `pt_PT`, and any other of the language."""
    primary, *rest = language.split("-")
    yield "_".join((primary, *rest))
    yield language
    yield primary
    yield f"{primary}_{primary.upper()}"
    for file in sorted(files):
        if file.endswith(".dic") and file.startswith((f"{primary}_", f"{primary}-")):
            yield file.removesuffix(".dic")


@lru_cache(maxsize=8)
def _open(folder: str, name: str) -> Dictionary:
    """Every process opens a dictionary once."""
    return Dictionary(folder, name)


def _american() -> Dictionary:
    package = importlib.util.find_spec("hunspell")
    places = package.submodule_search_locations if package else None
    return _open(join(places[0], "dictionaries") if places else "", "en_US")


def _british() -> Dictionary:
    return _open(str(resources.files(__package__) / "data"), "en_GB")
