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
from importlib import metadata

from docgen.checks import rules as folder
from docgen.checks.rule import REGISTRY, Rule

GROUP = "docgen.rules"


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its name."""
    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")
    for entry in _entries():
        entry.load()
    return types.MappingProxyType(dict(sorted(REGISTRY.items())))


@cache
def packages() -> tuple[tuple[str, str], ...]:
    """The modules of installed packages that bring rules, with the version of each."""
    return tuple((entry.value, entry.dist.version if entry.dist else "") for entry in _entries())


@cache
def _entries() -> tuple[metadata.EntryPoint, ...]:
    return tuple(sorted(metadata.entry_points(group=GROUP), key=lambda entry: entry.name))
