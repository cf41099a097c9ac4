"""The formats that docgen writes: every module and package of this folder but `writer`, which says what one is."""

from __future__ import annotations

import pkgutil
from importlib import import_module

# Before `writer` is defined: a submodule binds its name here when it is first imported, and would hide the function.
from docgen.writers.writer import Writer

_PROTOCOL = "writer"


def names() -> tuple[str, ...]:
    """What `--to` may name, in alphabetical order. No writer is imported for it."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name != _PROTOCOL))


def writer(name: str) -> Writer:
    """The writer for a format, imported when it is first asked for. Raises `KeyError` for a name not in `names`."""
    if name not in names():
        raise KeyError(name)
    found: Writer = import_module(f"{__name__}.{name}").writer
    return found
