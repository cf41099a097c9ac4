"""Writes the same report by docgen, pandoc, docxtpl and plain python-docx, and looks at what became of it.

    python -m benchmarks.word

Prints a table and puts it into `results.md`, beside this file, and into the README between its markers. Needs
`pypandoc_binary` and `docxtpl` from PyPI, the validator of the Open XML SDK (`make sdk`), LibreOffice and poppler.
"""

from __future__ import annotations

import importlib
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from statistics import median

from benchmarks.word import examining
from benchmarks.word.docgen_word import in_a_face_of_its_own
from benchmarks.word.report import ROOT, Report, report

TOOLS = {"docgen": "docgen_word", "pandoc": "pandoc_word", "docxtpl": "docxtpl_word", "python-docx": "python_docx_word"}
PLAIN = "python-docx"
ROUNDS = 15
WARMING = 2
RESULTS = Path(__file__).with_name("results.md")
README = ROOT / "README.md"
NOTES = """\
The text of 2013 with contents, a footnote, two numbered lists, a table referred to, and a picture. Times are from
loaded data to bytes, with templates and docgen's pages made before. docgen embeds fonts only in a style whose family
Word lacks, such as the one of the last row; docxtpl and python-docx keep fonts that a template made in Word brings.
Contents and lists are those that LibreOffice shows.
"""
MARKED = re.compile(r"(<!-- word files: remade by make bench-word -->\n).*?(<!-- end of word files -->)", re.DOTALL)


def main() -> int:
    """Print the table and put it where it is read; or, asked for one file, write that."""
    if len(sys.argv) == 3:
        Path(sys.argv[2]).write_bytes(maker(sys.argv[1], report())())
        return 0
    said = report()
    makers = {tool: maker(tool, said) for tool in TOOLS}
    files = {tool: make() for tool, make in makers.items()}
    spent = timed(makers)
    rows = {
        "errors found by the Open XML SDK": {tool: examining.sdk(data) for tool, data in files.items()},
        "errors found by openxml-audit": {tool: examining.audit(data) for tool, data in files.items()},
        "accessibility findings": {tool: len(examining.barriers(data)) for tool, data in files.items()},
        "size, KB": {tool: f"{len(data) / 1000:.1f}" for tool, data in files.items()},
        f"time, of {PLAIN}’s": {tool: f"{spent[tool][1]:.2f}" for tool in files},
        "same bytes in another process": {tool: _yes(is_steady(tool)) for tool in files},
        "footnotes": {tool: "Word’s" if examining.footnotes(data) else "in brackets" for tool, data in files.items()},
        "contents with right pages": {tool: _right(data, said) for tool, data in files.items()},
        "reference to the table": {tool: examining.references(data) for tool, data in files.items()},
        "numbered lists begin anew": {tool: _yes(examining.lists_restart(data)) for tool, data in files.items()},
        "font files embedded, of a font Word lacks": {
            tool: examining.embedded_faces(in_a_face_of_its_own(said) if tool == "docgen" else data)
            for tool, data in files.items()
        },
    }
    table = "\n".join(
        [
            f"| | {' | '.join(TOOLS)} |",
            f"|---|{'--:|' * len(TOOLS)}",
            *(f"| {name} | {' | '.join(str(row[tool]) for tool in TOOLS)} |" for name, row in rows.items()),
        ]
    )
    barriers = "\n".join(
        f"- {tool}: {', '.join(f'{count} × `{code}`' for code, count in sorted(Counter(found).items())) or 'none'}"
        for tool, found in ((tool, examining.barriers(data)) for tool, data in files.items())
    )
    times = ", ".join(f"{tool} {spent[tool][0]:.1f} ms" for tool in TOOLS)
    written = (
        f"{table}\n\n{NOTES}\nMedians of {ROUNDS} rounds on {os.cpu_count()} cores: {times}.\n{_versions()}.\n\n"
        f"Accessibility findings, by `docgen verify`’s own rules:\n\n{barriers}\n"
    )
    print(written, end="")
    RESULTS.write_text(written, encoding="utf-8")
    readme = README.read_text("utf-8")
    README.write_text(MARKED.sub(lambda found: f"{found[1]}{table}\n{found[2]}", readme), encoding="utf-8")
    return 0


def maker(tool: str, said: Report) -> Callable[[], bytes]:
    """What writes the report by a tool."""
    made: Callable[[], bytes] = importlib.import_module(f"benchmarks.word.{TOOLS[tool]}").maker(said)
    return made


def timed(makers: dict[str, Callable[[], bytes]]) -> dict[str, tuple[float, float]]:
    """Milliseconds of each tool, and how much that is of plain python-docx's in the same round: medians of both."""
    rounds: list[dict[str, float]] = []
    for _ in range(WARMING + ROUNDS):
        spent = {}
        for tool, make in makers.items():
            begun = time.perf_counter()
            make()
            spent[tool] = 1000 * (time.perf_counter() - begun)
        rounds.append(spent)
    kept = rounds[WARMING:]
    return {
        tool: (median(spent[tool] for spent in kept), median(spent[tool] / spent[PLAIN] for spent in kept))
        for tool in makers
    }


def is_steady(tool: str) -> bool:
    """Whether two processes write the same bytes, three seconds apart: a package's times have steps of two."""
    with tempfile.TemporaryDirectory() as folder:
        data = []
        for seed in ("1", "2"):
            path = Path(folder) / f"{seed}.docx"
            command = [sys.executable, "-m", "benchmarks.word", tool, str(path)]
            subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
            data.append(path.read_bytes())
            time.sleep(3)
        return data[0] == data[1]


def _right(data: bytes, said: Report) -> str:
    return f"{examining.contents_right(data, said)} of {len(said.sections)}"


def _yes(true: bool) -> str:
    return "yes" if true else "no"


def _versions() -> str:
    import pypandoc

    packages = ("docgen-reports", "docxtpl", "python-docx", "openxml-audit")
    named = ", ".join(f"{name} {metadata.version(name)}" for name in packages)
    return f"Python {platform.python_version()}, {named}, pandoc {pypandoc.get_pandoc_version()}"


if __name__ == "__main__":
    sys.exit(main())
