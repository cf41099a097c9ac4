"""From a path to a report: the file, and what its folder's reports share."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache, partial

from docgen.expressions import regex
from docgen.findings import Finding, Span
from docgen.reading.binding import Binder
from docgen.reading.inclusion import include
from docgen.reading.joining import join
from docgen.reading.limits import Limits
from docgen.reading.nodes import Node, Parsed, parse
from docgen.reading.shapes import is_keyed, shapes, without_none
from docgen.reading.text import Source
from docgen.records import dataclass
from docgen.report.files import SHARED
from docgen.report.model import Report
from docgen.report.publication import Publication
from docgen.report.settings import CheckSettings
from docgen.world import Reason, Unreachable, World, folder_of
from docgen.world import join as join_path

TEXTS = frozenset({"people", "introduction", "sections"})
"""The keys that hold what references and speakers lead to."""

BODIES = frozenset({"introduction", "body"})
"""The keys of running text, which may include other files."""

_GROUPS = (CheckSettings, Publication)

_ELSEWHERE = regex(r"[/\\]|[A-Za-z][A-Za-z0-9+.-]*:")
"""How names begin of what does not lie in a folder of the report: on another disk, in the network."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report, or None where it could not be read; what was found, and the files it was read from.

    `lost` names the keys below which something could not be bound: such a report is only fit to be checked further.
    `root` is the tree of values that the report was bound from.
    """

    report: Report | None
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...] = ()
    lost: frozenset[str] = frozenset()
    root: Node | None = None

    @property
    def has_all_texts(self) -> bool:
        """Whether what leads nowhere in the report does so by itself, and not because of what was lost."""
        return not self.lost & TEXTS


def read_report(world: World, path: str, limits: Limits) -> Reading:
    """Read the report at `path`, with the keys of `docgen.yaml` beside it that it does not write itself."""
    try:
        parsed = parse(path, world.read(path), limits)
    except Unreachable as error:
        return Reading(None, (_unreachable(error),))
    shared = _read_shared(world, path, limits)
    sources = (parsed.source, shared.source) if shared and shared.source.text else (parsed.source,)
    findings = (*parsed.findings, *(shared.findings if shared else ()))
    if parsed.root is None:
        return Reading(None, findings, sources)
    binder = Binder(parsed.broken | (shared.broken if shared else frozenset()))
    joined = join(parsed.root, shared.root if shared else None, _is_joined)
    included = include(joined, BODIES, partial(_beside, world, folder_of(path)), limits)
    root, sources, findings = included.root, (*sources, *included.sources), (*findings, *included.findings)
    report = binder.attempt(root, Report)
    if parsed.broken or (shared and shared.broken):
        report = None
    return Reading(report, (*findings, *binder.findings), sources, binder.lost, root)


_parsed = lru_cache(maxsize=16)(parse)
"""What reports of a folder share is parsed once for all of them, as long as it holds the same."""


def _read_shared(world: World, path: str, limits: Limits) -> Parsed | None:
    beside = join_path(folder_of(path), SHARED) if folder_of(path) != "." else SHARED
    if not world.exists(beside):
        return None
    try:
        parsed = _parsed(beside, world.read(beside, within=folder_of(path)), limits)
    except Unreachable as error:
        source = Source(beside, "")
        return Parsed(source, None, (_unreachable(error),))
    nothing = parsed.root is None and parsed.findings and parsed.findings[0].code == "empty-file"
    return replace(parsed, findings=()) if nothing else parsed


def _beside(world: World, folder: str, name: str) -> tuple[str, bytes]:
    """A file that a report names: its path, and its bytes. Raises `Unreachable`.

    Names are in NFC here; on disk either of Unicode's forms may stand.
    """
    if _ELSEWHERE.match(name):
        raise Unreachable(name, Reason.OUTSIDE)
    names = dict.fromkeys((name, unicodedata.normalize("NFD", name)))
    paths = [join_path(folder, one) if folder != "." else join_path("", one) for one in names]
    path = next((one for one in paths if world.exists(one)), paths[0])
    return path, world.read(path, within=folder)


def _is_joined(key: str) -> bool:
    """Whether a folder's and a report's values under a key are joined: those by keys of one's choice, and groups."""
    shape = shapes(Report).get(key)
    return shape is not None and (is_keyed(shape.type) or without_none(shape.type)[1] in _GROUPS)


def _unreachable(error: Unreachable) -> Finding:
    code = "missing-file" if error.reason is Reason.MISSING else "unreadable-file"
    advice = "put the file itself there, not a link" if error.reason is Reason.OUTSIDE else "check the path"
    return Finding.error(Span(error.path, 0, 0), code, error.reason.value, advice)
