"""Every rule there is: those of the folder `rules/`, and those that installed packages bring.

A package enters its rules by an entry point of the group `docgen.rules` whose value is a module; importing the module
enters them. Nothing is ever imported from a folder of content.
"""

from __future__ import annotations

import importlib
import pkgutil
import types
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from docgen.checks import rules as folder
from docgen.checks.rule import REGISTRY, Rule
from docgen.installed import may_enter

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "docgen.rules"


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its name."""
    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")
    for entry in _entries():
        entry.load()
    return types.MappingProxyType(dict(sorted(REGISTRY.items())))


def _entries() -> tuple[EntryPoint, ...]:
    if not may_enter(GROUP):
        return ()
    from importlib import metadata  # as dear as many rules, and mostly there is nothing to find

    return tuple(sorted(metadata.entry_points(group=GROUP), key=lambda entry: entry.name))
