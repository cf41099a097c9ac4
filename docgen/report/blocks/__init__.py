"""Blocks: what a body may hold besides Markdown. An open set: one module per kind."""

from __future__ import annotations

import importlib
import pkgutil
import types
from collections.abc import Mapping
from functools import cache

from docgen.document.block import REGISTRY, Block


@cache
def kinds() -> Mapping[str, type[Block]]:
    """Every kind of block by the key that content uses."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return types.MappingProxyType(REGISTRY)
