"""Reports edited at random, and what has to hold whatever they have become.

What is edited are the reports of the rules' cases, in which there is something to find for every rule, and the sections
of the originals, each as a report of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from hypothesis import strategies as st

from docgen.checks.mending.fixing import fix
from docgen.checks.registry import rules
from docgen.checks.settling.orders import Orders
from docgen.job import Outcome
from docgen.world import MemoryWorld, World
from tests.cases import FOLDER, Case
from tests.checks.defects import ORIGINALS
from tests.test_documents import style_files
from tests.test_errors import PICTURES
from tests.test_rules import REPORT, examples, look

Files = Mapping[str, bytes]

ORDERS = Orders(select=("all",))

MARKS = [
    *"#:-\"'*[]{}|>&!%@`\\_~^,.;()?\t \n",
    "\n\n",
    "\r\n",
    ": ",
    "- ",
    "  ",
    "’",
    "“",
    "–",
    "—",
    "é",
    "\u00a0",
    "\u00ad",
]
"""What means something in YAML, Markdown or to a rule."""

WORDS = [
    "the the ",
    " ,",
    "Mr. ",
    "Ambassador ",
    "2024",
    "e.g. ",
    "TBD",
    "- heading: ",
    "level: 4\n",
    "people:\n",
    "people: {}\n",
]


@cache
def reports() -> tuple[Files, ...]:
    """What is edited: the files of a report each, by name."""
    found = [dict(one.files) for path in _cases() for one in examples(Case.read(path)) if one.given]
    for path in sorted(ORIGINALS.glob("*.yaml")):
        head, *sections = path.read_text("utf-8").split("\n  - heading:")
        found += [{REPORT: f"{head}\n  - heading:{section}".encode()} for section in sections]
    return tuple(found)


def _cases() -> list[Path]:
    return sorted((FOLDER / "rules").glob("*.md"))


@st.composite
def edited_reports(draw: st.DrawFn) -> Files:
    """A report after up to six edits of its own file."""
    files = dict(draw(st.sampled_from(reports())))
    text = files[REPORT].decode("utf-8", "replace")
    for _ in range(draw(st.integers(1, 6))):
        text = draw(edited(text))
    return files | {REPORT: text.encode()}


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A text with some characters written over, or a line doubled, left out, indented otherwise or moved."""
    at = draw(st.integers(0, len(text)))
    if draw(st.booleans()):
        letters = st.characters(exclude_categories=["Cs"])
        new = draw(st.sampled_from(MARKS) | st.sampled_from(WORDS) | st.just("") | letters)
        return text[:at] + new + text[at + draw(st.sampled_from([0, 0, 1, 2, 8, 40])) :]
    lines = text.splitlines(keepends=True) or [""]
    here, there = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    line = lines[here]
    match draw(st.sampled_from(["double", "leave out", "indent", "outdent", "move"])):
        case "double":
            lines.insert(there, line)
        case "leave out":
            del lines[here]
        case "indent":
            lines[here] = f"  {line}"
        case "outdent":
            lines[here] = line.removeprefix("  ")
        case _:
            lines.insert(there, lines.pop(here))
    return "".join(lines)


def survive(given: Files) -> None:
    """Look at a report, fix it, and look again.

    Nothing stops docgen, all that is found stands in a file, fixes make no new mistake of YAML or of the content
    language, and after them there is nothing left to fix.
    """
    world = MemoryWorld({**style_files(), **{f"pictures/{name}": data for name, data in PICTURES.items()}, **given})
    outcome = look(world, ORDERS)
    sources = {source.path: source for source in outcome.sources}
    for one in outcome.findings:
        edits = one.fix.edits if one.fix else ()
        for span in (one.span, *one.also, *(edit.span for edit in edits)):
            assert 0 <= span.start <= span.end <= len(sources[span.path].text), one

    def look_again(world: World) -> Outcome:
        return look(world, ORDERS)

    done = fix(world, look_again, ".", unsafe=True)
    assert not mistakes(done.left) - mistakes(outcome), "fixes may not make new mistakes"
    for path, data in done.files.items():
        assert not is_yaml(given.get(path, b"")) or is_yaml(data), "fixes may not break a file"
    world.files.update(done.files)
    if done.files:
        assert not fix(world, look_again, ".", unsafe=True).files, "a second run has nothing to do"


def mistakes(outcome: Outcome) -> Counter[str]:
    """What is found while a report is read, by kind."""
    return Counter(one.code for one in outcome.findings if one.code not in rules() and one.code != "unused-ignore")


def is_yaml(data: bytes) -> bool:
    """Whether a file is YAML as others read it."""
    try:
        yaml.safe_load(data.decode())
    except (yaml.YAMLError, ValueError):
        return False
    return True
