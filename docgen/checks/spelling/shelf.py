"""Where the dictionary of a language is found: with the style, with docgen, or where the system keeps Hunspell's.

A style brings the dictionary of a language in its folder `dictionaries`, as two files that are called as everywhere:
`fr_FR.aff` and `fr_FR.dic`. US English comes with the package chunspell; British English stands in `data/` and is that
of npm's dictionary-en-gb, whose licence stands beside it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from docgen.cache import Cache, cache_key
from docgen.checks.spelling.dictionary import Dictionary
from docgen.world import Unreachable, World, join

FOLDER = "dictionaries"
"""The folder of a style that holds its dictionaries."""

MOST_KNOWN = 20_000
"""How many words are kept for one report; one that changes so much begins anew."""

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


@contextmanager
def known_words(dictionary: Dictionary | None, cache: Cache, path: str) -> Iterator[None]:
    """While the report at `path` is checked: what was known of its words before, and kept for the next time.

    Who changes a line and looks again should not wait for a dictionary to be loaded that has said nearly all before.
    """
    if dictionary is None:
        yield
        return
    key = cache_key("words", dictionary.folder, dictionary.name, dictionary.stamp, path)
    known = _recalled(cache.recall(key))
    dictionary.learn(known)
    dictionary.fresh.clear()
    yield
    if dictionary.fresh:
        known = {**known, **dictionary.fresh} if len(known) < MOST_KNOWN else dict(dictionary.fresh)
        cache.keep(key, json.dumps(known, separators=(",", ":")).encode())


def _recalled(held: bytes | None) -> dict[str, bool]:
    """The words that were kept; none where another docgen kept something else."""
    try:
        known = json.loads(held or b"{}")
        return {str(word): bool(is_known) for word, is_known in known.items()}
    except (ValueError, AttributeError):
        return {}


def _in_folder(world: World, folder: str, language: str) -> Dictionary | None:
    names = set(world.list(folder))
    for name in _names(language, names):
        files = (f"{name}.aff", f"{name}.dic")
        stamp = _stamp(world, folder, files) if names.issuperset(files) else ""
        if stamp:
            return _open(folder, name, stamp)
    return None


def _stamp(world: World, folder: str, files: Iterable[str]) -> str:
    """A digest of the files, empty where the world does not give them or there is nothing in one.

    Hunspell reads them itself; but so the world knows what was read.
    """
    try:
        held = [world.read(join(folder, file)) for file in files]
    except Unreachable:
        return ""
    return hashlib.sha256(b"".join(hashlib.sha256(data).digest() for data in held)).hexdigest() if all(held) else ""


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
def _open(folder: str, name: str, stamp: str = "", package: str = "") -> Dictionary:
    """Every process opens a dictionary once."""
    return Dictionary(folder, name, stamp, package)


def _american() -> Dictionary:
    return _of_package("hunspell", "dictionaries", "en_US")


def _british() -> Dictionary:
    return _of_package(__name__.rpartition(".")[0], "data", "en_GB")


def _of_package(package: str, folder: str, name: str) -> Dictionary:
    """A dictionary from a folder of an installed package, which need not be loaded for it."""
    spec = importlib.util.find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return _open(join(places[0], folder) if places else "", name, package=package)
