"""Conformance: what a finished file is held against, whoever made it. Bytes in, findings out.

Each kind of file is a module or package of this folder with a `kind`; a new one needs nothing else.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from docgen.conformance.kind import Kind

_NOT_KINDS = {"kind"}


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of file that can be verified."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in _NOT_KINDS)
    return tuple(importlib.import_module(f"{__name__}.{name}").kind for name in names)


def kind_of(path: str) -> Kind | None:
    """The kind that a file's name says it is of, None where docgen knows none such."""
    return next((kind for kind in kinds() if path.lower().endswith(kind.extensions)), None)
