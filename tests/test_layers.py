"""The rooms of docgen: imports point one way, reading a report loads no writer, and every file is told and small."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "docgen"

# In the order of the flow: a room imports from itself and from rooms before it.
ROOMS = (
    "records",
    "expressions",
    "installed",
    "findings",
    "cache",
    "replacing",
    "world",
    "noting",
    "reading",
    "style",
    "document",
    "report",
    "checks",
    "layout",
    "writers",
    "conformance",
    "evidence",
    "returning",
    "job",
    "pipeline",
    "recall",
    "unchanged",
    "ledger",
    "workers",
    "batch",
    "reporters",
    "cli",
    "__main__",
)

# No disk, no clock, no chance, no other process: these come in through `World`, or not at all.
PURE_ROOMS = (
    *("findings", "reading", "document", "report", "checks", "layout", "writers", "conformance", "evidence"),
    "returning",
)
DOORS = {
    *("datetime.now", "datetime.today", "date.today", "datetime.datetime.now", "datetime.date.today", "open"),
    *("glob", "io.open", "os", "pathlib", "random", "secrets", "shutil", "socket", "subprocess", "tempfile", "time"),
    *("urllib.request", "uuid"),
}

# Names under which anything can be put.
DRAWERS = {"base", "common", "core", "helper", "helpers", "manager", "misc", "shared", "tools", "util", "utils"}

MOST_LINES = 350  # blank ones not counted


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def dotted(path: Path) -> str:
    """`docgen.reading.text` for `docgen/reading/text.py`, `docgen.reading` for its `__init__.py`."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(code: str, module: str, is_package: bool = False) -> Iterator[str]:
    """The dotted name of everything imported anywhere in a module, in a function or under a condition too."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=source, names=names, level=level):
                package = module.split(".")[: None if is_package else -1]
                above = package[: len(package) - level + 1] if level else []
                start = ".".join([*above, *([source] if source else [])])
                yield from (f"{start}.{alias.name}" for alias in names)


def room_of(name: str) -> str | None:
    """The room a dotted name stands in; None for docgen itself (`docgen.__version__`) and for other packages."""
    parts = name.split(".")
    return parts[1] if parts[0] == "docgen" and len(parts) > 1 and parts[1] in ROOMS else None


def wrong_ways(code: str, module: str, is_package: bool = False) -> list[str]:
    """What a module imports although it may not."""
    here = room_of(module)
    allowed = ROOMS[: ROOMS.index(here) + 1] if here else ()
    wrong = {name for name in imports(code, module, is_package) if (room := room_of(name)) and room not in allowed}
    for writer, other in (("pdf", "docx"), ("docx", "pdf")):
        if module.startswith(f"docgen.writers.{writer}"):
            wrong |= {name for name in imports(code, module, is_package) if name.startswith(f"docgen.writers.{other}")}
    return sorted(wrong)


def doors(code: str, module: str) -> list[str]:
    """The ways to disk, clock, chance and network that a module takes."""
    taken = {name for name in imports(code, module) if DOORS.intersection(accumulate(name.split("."), "{}.{}".format))}
    calls = (ast.unparse(node.func) for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    return sorted(taken | {call for call in calls if call in DOORS})


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_a_module_imports_from_rooms_before_its_own_only(path: Path) -> None:
    assert wrong_ways(path.read_text("utf-8"), dotted(path), path.name == "__init__.py") == []


@pytest.mark.parametrize("path", [path for path in modules() if room_of(dotted(path)) in PURE_ROOMS], ids=dotted)
def test_a_pure_room_has_no_door_to_disk_clock_or_network(path: Path) -> None:
    assert doors(path.read_text("utf-8"), dotted(path)) == []


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_a_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{dotted(path)} has no docstring"


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_a_module_is_named_for_what_it_holds_and_fits_in_a_head(path: Path) -> None:
    assert not set(dotted(path).split(".")) & DRAWERS
    assert sum(1 for line in path.read_text("utf-8").splitlines() if line) <= MOST_LINES, "split it"


def test_every_room_stands_in_the_order() -> None:
    found = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert found - {"__init__", "__main__"} <= set(ROOMS)


@pytest.mark.parametrize(
    ("module", "code", "wrong"),
    [
        ("docgen.reading.nodes", "from docgen.style.model import Style", ["docgen.style.model.Style"]),
        ("docgen.reading.nodes", "def f():\n  import docgen.style", ["docgen.style"]),
        ("docgen.reading.nodes", "from ..style import model", ["docgen.style.model"]),
        ("docgen.reading.nodes", "from docgen import style", ["docgen.style"]),
        ("docgen.writers.pdf.draw", "import docgen.writers.docx.body", ["docgen.writers.docx.body"]),
        ("docgen.writers.docx", "from docgen.writers import pdf", ["docgen.writers.pdf"]),
        ("docgen.findings", "from docgen.cli import main", ["docgen.cli.main"]),
        ("docgen", "from docgen.findings import Span", ["docgen.findings.Span"]),
        ("docgen.layout.page", "from docgen import __version__\nfrom .lines import Line\nimport ast", []),
        ("docgen.cli.render", "from docgen.pipeline import render", []),
    ],
)
def test_an_import_against_the_stream_is_seen(module: str, code: str, wrong: list[str]) -> None:
    assert wrong_ways(code, module) == wrong


@pytest.mark.parametrize(
    ("code", "taken"),
    [
        ("import os.path", ["os.path"]),
        ("from pathlib import Path", ["pathlib.Path"]),
        ("from datetime import date\nprint(date.today())", ["date.today"]),
        ("data = open('x').read()", ["open"]),
        ("from urllib import request", ["urllib.request"]),
        ("from urllib.parse import quote\nimport datetime\nPath = str\nimage = Image.open(data)", []),
    ],
)
def test_a_door_is_seen(code: str, taken: list[str]) -> None:
    assert doors(code, "docgen.layout.page") == taken


REPORT = """\
docgen: 1
title: The Turtle Bay Security Roundtable
date: 2013-01-18
venue: Japan Society, New York, NY
hosts: [{mission: Japan}]
introduction: |
  Delegates met.
sections:
  - heading: Opening Remarks
    body: |
      Delegates spoke.
"""


@pytest.mark.parametrize(
    "words", ["--help", "--version", "check --help", "check report.yaml", "render --help", "schema"]
)
def test_what_needs_no_writer_loads_none(words: str, tmp_path: Path) -> None:
    """`docgen check` answers while one types; reportlab and python-docx alone would take longer than it does."""
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    also = ', "docgen.layout", "docgen.writers"' if words == "check report.yaml" else ""
    code = f"""
import atexit, sys
from docgen.cli import main
heavy = ("docx", "docgen.writers.docx", "docgen.writers.pdf", "lxml", "reportlab"{also})
atexit.register(lambda: print("loaded:", [name for name in heavy if name in sys.modules], file=sys.stderr))
sys.argv = ["docgen", *{words.split()!r}]
main()
"""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr.splitlines()[-1:] == ["loaded: []"], ran.stderr
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_what_is_recalled_loads_neither_rules_nor_readers(tmp_path: Path) -> None:
    """Nothing has changed, so nothing is read; to load what would read it takes ten times as long as to say so."""
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    code = """
import atexit, sys
from docgen.cli import main
heavy = ("yaml", "markdown_it", "fontTools", "PIL", "hunspell", "docgen.checks.rule", "docgen.report.model")
atexit.register(lambda: print("loaded:", [name for name in heavy if name in sys.modules], file=sys.stderr))
sys.argv = ["docgen", "check", "report.yaml"]
main()
"""
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "DOCGEN_CACHE": str(tmp_path / "cache")}
    first, again = (
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        for _ in range(2)
    )
    assert "docgen.checks.rule" in first.stderr
    assert again.stderr.splitlines()[-1:] == ["loaded: []"], again.stderr
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout)


@pytest.mark.parametrize("path", [path for path in modules() if path.name != "records.py"], ids=dotted)
def test_dataclasses_are_records(path: Path) -> None:
    """One of the library's would take as long to make as ten records, and could not be one's base."""
    assert "dataclasses.dataclass" not in set(
        imports(path.read_text("utf-8"), dotted(path), path.name == "__init__.py")
    )
