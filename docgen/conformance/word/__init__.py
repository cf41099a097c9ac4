"""Word files: whether Word takes them as they are (`lint`), and whether everybody can read them (`accessibility`).

`package` reads the file, `part` says where in it something stands, `file` knows what its parts are for. The rules are
the modules of the two folders: each has a `find` that is given the file and yields findings, and a docstring that is
its manual. A package is ECMA-376 part 2, what is in it part 1.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from docgen.conformance.kind import Examined
from docgen.conformance.word.file import WordFile, open_word_file
from docgen.findings import Finding, in_order

Rule = Callable[[WordFile], Iterator[Finding]]

FOLDERS = ("lint", "accessibility")

MOST_FINDINGS = 1000
"""How many findings of one rule are kept; a file with more is wrong in one way throughout."""


class _WordFiles:
    """The kind."""

    name = "Word file"
    extensions = (".docx",)

    def examine(self, path: str, data: bytes, *, in_review: bool = False) -> Examined:
        return examine(path, data, in_review=in_review)

    def check_soundness(self, path: str, data: bytes) -> Examined:
        return examine(path, data, in_review=True, folders=("lint",))

    def outline(self, path: str, data: bytes) -> str | None:
        return None


kind = _WordFiles()


def examine(path: str, data: bytes, *, in_review: bool = False, folders: tuple[str, ...] = FOLDERS) -> Examined:
    """Hold a Word file against the rules of some of the folders, or of all."""
    opened = open_word_file(path, data, in_review=in_review)
    if opened.file is None:
        return Examined(in_order(opened.findings))
    found = list(opened.findings)
    for folder in folders:
        for rule in rules(folder).values():
            found.extend(finding for finding, _ in zip(rule(opened.file), range(MOST_FINDINGS), strict=False))
    findings = in_order(found)
    places = {finding.span.path for finding in findings}
    blocks = opened.file.document.bookmarks_at(finding.span for finding in findings)
    return Examined(findings, opened.file.sources(places), blocks=blocks)


@cache
def rules(folder: str) -> dict[str, Rule]:
    """The rules of a folder by the names of their modules."""
    package = importlib.import_module(f"{__name__}.{folder}")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return {name: importlib.import_module(f"{package.__name__}.{name}").find for name in names}
