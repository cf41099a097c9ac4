"""A baseline: what was found on one day and is left for another, so that only what is new is told.

Findings are known again by file, rule, the words they are about and their message, wherever these stand by then; of
several alike as many are left out as there were. What reading finds is never left out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from docgen.findings import Finding
from docgen.reading.text import Source
from docgen.records import dataclass

Trait: TypeAlias = tuple[str, str, str, str]
"""File, rule, words and message of a finding."""


class NoBaseline(Exception):
    """Raised for a file that is no baseline."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that are left for later, by their traits, and how many there are of each."""

    known: Mapping[Trait, int]

    def without(
        self,
        findings: Iterable[Finding],
        sources: Mapping[str, Source],
        rules: Collection[str],
        names: Mapping[str, str],
    ) -> tuple[Finding, ...]:
        """The findings that are new; `names` are the files as the baseline calls them, by path."""
        left = Counter(self.known)
        new = []
        for finding in findings:
            mark = trait(finding, sources, names)
            if finding.code in rules and left[mark] > 0:
                left[mark] -= 1
            else:
                new.append(finding)
        return tuple(new)


def trait(finding: Finding, sources: Mapping[str, Source], names: Mapping[str, str]) -> Trait:
    """By what a finding is known again."""
    source, span = sources.get(finding.span.path), finding.span
    words = " ".join(source.text[span.start : span.end].split()) if source is not None else ""
    return names.get(span.path, span.path), finding.code, words, finding.message


def write_baseline(traits: Iterable[Trait]) -> bytes:
    """The file of a baseline: a line for each finding, sorted, so that changes of it can be read."""
    lines = [
        json.dumps({"file": file, "rule": rule, "words": words, "message": message, "times": times}, ensure_ascii=False)
        for (file, rule, words, message), times in sorted(Counter(traits).items())
    ]
    return ('{"docgen-baseline": 1, "findings": [\n' + ",\n".join(lines) + "\n]}\n").encode()


def read_baseline(data: bytes) -> Baseline:
    """The baseline that a file holds. Raises `NoBaseline`."""
    try:
        whole = json.loads(data)
        if whole["docgen-baseline"] != 1:
            raise NoBaseline(f"version {whole['docgen-baseline']} is not one this docgen reads")
        return Baseline(
            {(one["file"], one["rule"], one["words"], one["message"]): int(one["times"]) for one in whole["findings"]}
        )
    except (ValueError, KeyError, TypeError) as error:
        raise NoBaseline(f"it is not what docgen writes as a baseline ({error})") from None
