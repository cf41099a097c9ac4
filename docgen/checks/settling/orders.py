"""What the command line says about the checks."""

from __future__ import annotations

from docgen.records import dataclass

DEFAULT = "default"
ALL = "all"


@dataclass(frozen=True, slots=True)
class Orders:
    """What the command line says about the checks.

    `select` goes before what a report selects, `ignore` is added to what it ignores; with `skip` no rule runs.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    skip: bool = False
