"""What is installed beside docgen, as far as a look at the names of files tells.

`importlib.metadata` knows it all, and takes longer to load than most runs of docgen have to wait. Here stands what it
would say of ordinary folders of packages; where Python finds packages in any other way, it is asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache

_ABOUT = (".dist-info", ".egg-info")
"""How the folders are called in which a package tells of itself (PEP 376)."""


@cache
def packages() -> tuple[str, ...]:
    """The folders and files that tell of packages, by path; their names hold the versions."""
    return tuple(sorted(_described()))


def may_enter(group: str) -> bool:
    """Whether any package may have an entry point of a group; no is certain."""
    return _finds_otherwise() or any(_names(path, group) for path in packages())


def _described() -> Iterator[str]:
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or os.curdir)
        except OSError:
            continue
        yield from (os.path.join(folder, name) for name in names if name.lower().endswith(_ABOUT))


def _finds_otherwise() -> bool:
    """Whether packages may come from elsewhere than folders: from an archive or egg, or by somebody's own finder."""
    from importlib.machinery import PathFinder

    finders = (finder for finder in sys.meta_path if finder is not PathFinder)
    if any(hasattr(finder, "find_distributions") for finder in finders):
        return True
    return any(os.path.isfile(place) or place.lower().endswith((".egg", ".egg/")) for place in sys.path)


def _names(path: str, group: str) -> bool:
    """Whether what a package tells of its entry points has the group's name in it."""
    try:
        with open(os.path.join(path, "entry_points.txt"), encoding="utf-8", errors="replace") as file:
            return group in file.read()
    except OSError:
        return False
