"""docgen and its peers, each asked in its own way what is wrong with some reports.

docgen reads the YAML. The peers read the same words as plain text; what they say is put back to where it stands in the
file. They are installed below `.venv`: cspell and Harper by npm; hunspell from the path, or from Debian's packages,
which are unpacked there and not installed.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from benchmarks.proofreading.report import Report, Span

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS = ROOT / ".venv" / "peers"

NPM = ("cspell@9.8.0", "harper.js@2.10.0")
DEBIAN = ("hunspell", "libhunspell-1.7-0", "hunspell-en-us", "hunspell-en-gb")

SOURCES = [ROOT]
"""The folder that holds the package `docgen` which is asked; by itself the project's, else a copy of a frozen state."""

SPELLING_RULES = frozenset(
    ["unknown-word", "lost-hyphen", "confusable-phrase", "acronym-case", "locale-spelling", "repeated-word"]
)
"""docgen's rules of spelling."""

SPELLING_KINDS = frozenset(["Spelling", "Typo", "Repetition", "BoundaryError", "Eggcorn", "Malapropism", "Nonstandard"])
"""What Harper says about spelling; all that cspell and hunspell say is."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a proof-reader says: under which rule, at which places of the file; the first is the one it is about."""

    report: str
    rule: str
    places: tuple[Span, ...]
    text: str
    message: str = ""

    @property
    def spelling(self) -> bool:
        """Whether it is said about spelling."""
        return self.rule in SPELLING_RULES or self.rule in SPELLING_KINDS


Reports = Mapping[str, Report]
Proofreader = Callable[[Reports, Path], list[Found]]


def docgen(reports: Reports, folder: Path, *options: str) -> list[Found]:
    """What `docgen check` says of all reports, laid out in folders as they are here.

    Raises:
        RuntimeError: where it says nothing that is JSON.
    """
    for name, report in reports.items():
        path = folder / name
        if not path.parent.exists():
            origin = HERE / "sets" / str(report.edition) / "reports" / path.parent.name
            shutil.copytree(origin, path.parent, ignore=shutil.ignore_patterns("2*.yaml"))
        path.write_text(report.text, encoding="utf-8")
    command = [sys.executable, "-m", "docgen", "check", *sorted({name.split("/")[0] for name in reports})]
    settings = {**os.environ, "PYTHONPATH": str(SOURCES[0]), "XDG_CACHE_HOME": str(folder / "cache")}
    command += ["--format", "json", *options]
    run = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True)
    try:
        findings = json.loads(run.stdout)["findings"]
    except json.JSONDecodeError as error:
        raise RuntimeError(run.stderr) from error
    found = []
    for item in findings:
        name = item["file"].replace(os.sep, "/")
        places = [Span(item["start"], item["end"])]
        places += [Span(place["start"], place["end"]) for place in item["also"] if place["file"] == item["file"]]
        if name in reports:
            words = re.sub(r"\s+", " ", reports[name].at(places[0]))
            found.append(Found(name, item["rule"], tuple(places), words, item["message"]))
    return found


def docgen_all(reports: Reports, folder: Path) -> list[Found]:
    """The same with every rule on."""
    return docgen(reports, folder, "--select", "all")


def cspell(reports: Reports, folder: Path) -> list[Found]:
    """What cspell says, in the English of each report, every occurrence counted."""
    found = []
    for british in (False, True):
        language = "en-GB" if british else "en-US"
        settings = {"version": "0.2", "language": language, "maxDuplicateProblems": 999, "maxNumberOfProblems": 99999}
        (folder / "cspell.json").write_text(json.dumps(settings))
        names = [name for name, report in reports.items() if is_british(report) is british]
        texts = {name.replace("/", "-") + ".txt": name for name in names}
        plain = {name: reports[name].plain() for name in names}
        for file, name in texts.items():
            (folder / file).write_text(plain[name][0], encoding="utf-8")
        command = ["node", str(PEERS / "node_modules/cspell/bin.mjs"), "lint", "--no-progress", "--no-summary"]
        run = subprocess.run(
            [*command, "--no-color", "--config", "cspell.json", *texts], cwd=folder, capture_output=True, text=True
        )
        for match in re.finditer(r"^(?:\./)?(.+?\.txt):(\d+):(\d+) - .*?\((.+?)\)", run.stdout, re.MULTILINE):
            name = texts[Path(match[1]).name]
            words, offsets = plain[name]
            before = sum(len(line) + 1 for line in words.split("\n")[: int(match[2]) - 1]) + int(match[3]) - 1
            found.append(_placed(name, "Spelling", before, before + len(match[4]), words, offsets))
    return found


def hunspell(reports: Reports, _folder: Path) -> list[Found]:
    """What hunspell says, with the dictionary of each report's English."""
    found = []
    shipped = PEERS / "debian" / "usr"
    program = shutil.which("hunspell") or str(shipped / "bin" / "hunspell")
    libraries = ":".join(str(path.parent) for path in shipped.glob("lib/*/libhunspell*.so*"))
    settings = {**os.environ, "LD_LIBRARY_PATH": libraries, "DICPATH": str(shipped / "share" / "hunspell")}
    for name, report in reports.items():
        words, offsets = report.plain()
        command = [program, "-a", "-i", "utf-8", "-d", "en_GB" if is_british(report) else "en_US"]
        lines = words.split("\n")
        asked = "".join(f"^{line}\n" for line in lines)
        run = subprocess.run(command, input=asked, env=settings, capture_output=True, text=True, check=True)
        start = 0
        for line, answer in zip(lines, _answers(run.stdout), strict=True):
            at = 0
            for match in re.finditer(r"^[&#] (\S+) ", answer, re.MULTILINE):
                at = line.index(match[1], at)
                found.append(_placed(name, "Spelling", start + at, start + at + len(match[1]), words, offsets))
                at += len(match[1])
            start += len(line) + 1
    return found


def harper(reports: Reports, _folder: Path) -> list[Found]:
    """What Harper says, in the English of each report, with the rules it has on by itself."""
    plain = {name: report.plain() for name, report in reports.items()}
    lines = [
        json.dumps({"name": name, "text": plain[name][0], "british": is_british(report)})
        for name, report in reports.items()
    ]
    run = subprocess.run(
        ["node", str(PEERS / "harper.mjs")], input="\n".join(lines), capture_output=True, text=True, check=True
    )
    answers = (json.loads(line) for line in run.stdout.splitlines())
    return [
        _placed(answer["name"], kind, start, end, *plain[answer["name"]])
        for answer in answers
        for kind, start, end in answer["lints"]
    ]


PROOFREADERS: Mapping[str, Proofreader] = MappingProxyType(
    {"docgen": docgen, "docgen, all rules": docgen_all, "cspell": cspell, "hunspell": hunspell, "Harper": harper}
)


def digest() -> str:
    """The first figures of a hash over every source and table of the docgen that is asked."""
    whole = hashlib.sha256()
    for path in sorted((SOURCES[0] / "docgen").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            whole.update(path.relative_to(SOURCES[0]).as_posix().encode())
            whole.update(path.read_bytes())
    return whole.hexdigest()[:12]


def install() -> dict[str, str]:
    """Install the peers, unless they are there, and say which versions they are.

    Raises:
        subprocess.CalledProcessError: where npm or apt-get cannot.
    """
    PEERS.mkdir(parents=True, exist_ok=True)
    if not all((PEERS / "node_modules" / name.split("@")[0]).exists() for name in NPM):
        npm = ["npm", "install", "--prefix", str(PEERS), "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run([*npm, *NPM], check=True)
    shutil.copy(HERE / "harper.mjs", PEERS)
    unpacked = PEERS / "debian"
    if not shutil.which("hunspell") and not unpacked.exists():
        packages = PEERS / "packages"
        packages.mkdir(exist_ok=True)
        subprocess.run(["apt-get", "download", "--quiet", *DEBIAN], cwd=packages, check=True, stderr=subprocess.DEVNULL)
        for package in packages.glob("*.deb"):
            subprocess.run(["dpkg", "-x", str(package), str(unpacked)], check=True)
    versions = {name.split("@")[0]: name.split("@")[1] for name in NPM}
    return {"cspell": versions["cspell"], "Harper": versions["harper.js"], "hunspell": _hunspell_version()}


def is_british(report: Report) -> bool:
    """Whether a report says that it is in British English."""
    return report.facts.get("language") == "en-GB"


def _hunspell_version() -> str:
    shipped = PEERS / "debian" / "usr"
    program = shutil.which("hunspell") or str(shipped / "bin" / "hunspell")
    libraries = ":".join(str(path.parent) for path in shipped.glob("lib/*/libhunspell*.so*"))
    run = subprocess.run(
        [program, "-v"], env={**os.environ, "LD_LIBRARY_PATH": libraries}, capture_output=True, text=True
    )
    match = re.search(r"Hunspell (\d[\d.]*)", run.stdout)
    return match[1] if match else "unknown"


def _answers(output: str) -> list[str]:
    """What hunspell says to each line: its first line greets, and a blank one ends each answer."""
    answers = [""]
    for line in output.splitlines()[1:]:
        if line:
            answers[-1] += f"{line}\n"
        else:
            answers.append("")
    return answers[:-1]


def _placed(name: str, rule: str, start: int, end: int, words: str, offsets: Sequence[int]) -> Found:
    place = Span(offsets[start], offsets[max(start, end - 1)] + 1)
    return Found(name, rule, (place,), words[start:end])
