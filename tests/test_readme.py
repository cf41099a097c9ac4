"""What the README tells one to type works, in the order it tells it.

Blocks fenced as `console`, `sh` or `bash` are run, block after block, in one empty folder; in `console` only what
follows `$ ` is a command, and the lines below it are what it prints (`…` stands for anything). A block under the
comment `<!-- file: x.yaml -->` is first written to that file. `make` is shown to know its target: what the targets do
is what CI does. Commands of other programs (`git clone`, `pip install`) are the reader's own affair.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.programs import ROOT, require

FILE_COMMENT = re.compile(r"<!--\s*file:\s*(\S+)\s*-->")


@dataclass(frozen=True)
class WrittenFile:
    """A block of the README that its reader saves under a name."""

    name: str
    text: str


@dataclass(frozen=True)
class Command:
    """A line that the README's reader types, and what the README says it prints; None where it does not say."""

    line: str
    printed: str | None = None


def steps(markdown: str) -> Iterator[WrittenFile | Command]:
    """What a README has its reader do, in order."""
    name = None
    for token in MarkdownIt().parse(markdown):
        if token.type == "html_block":
            comment = FILE_COMMENT.search(token.content)
            name = comment[1] if comment else None
        elif token.type == "fence":
            if name:
                yield WrittenFile(name, token.content)
            elif token.info.split()[:1] in (["sh"], ["bash"]):
                yield from (Command(line) for line in typed(token.content))
            elif token.info.split()[:1] == ["console"]:
                yield from dialogue(token.content)
            name = None


def typed(block: str) -> list[str]:
    """The command lines of a block, continued ones joined, comments left out."""
    lines = (line.strip() for line in block.replace("\\\n", "").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def dialogue(block: str) -> Iterator[Command]:
    """The commands of a `console` block, each with the lines printed below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, printed = part.partition("\n")
        yield Command(line.split("  #")[0].strip(), printed.rstrip("\n") or None)


def follow(markdown: str, folder: Path) -> int:
    """Do what a README says, in `folder`; the number of commands that were run. Fails where one does."""
    done = 0
    for step in steps(markdown):
        match step:
            case WrittenFile(name, text):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, "utf-8")
            case Command(line, printed):
                for command in re.split(r"\s*&&\s*", line):
                    done += perform(command, printed if command == line else None, folder)
    return done


def perform(command: str, printed: str | None, folder: Path) -> bool:
    """Run one command, if it is one of ours; whether it was."""
    words = shlex.split(command, comments=True)
    if words[:1] == ["make"]:
        told = answer([require("make"), "--dry-run", "--always-make", *words[1:]], ROOT)
        assert told.returncode == 0, f"{command}: {told.stderr}"
        return True
    if words[:1] != ["docgen"]:
        return False
    told = answer(words, folder)
    if printed is None:
        assert told.returncode == 0, f"{command}: exit {told.returncode}\n{told.stdout}{told.stderr}"
    else:
        assert re.fullmatch(pattern(printed), (told.stdout + told.stderr).rstrip("\n")), (
            f"{command} prints\n{told.stdout}{told.stderr}"
        )
    return True


def answer(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    scripts = sysconfig.get_path("scripts")
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "PYTHONUTF8": "1"}
    program = shutil.which(words[0], path=environment["PATH"]) or words[0]
    return subprocess.run(
        [program, *words[1:]],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def pattern(printed: str) -> str:
    """What the README shows as printed, as a regular expression."""
    return ".*".join(re.escape(part) for part in printed.split("…"))


def test_the_readme_can_be_followed(tmp_path: Path) -> None:
    done = follow((ROOT / "README.md").read_text("utf-8"), tmp_path)
    assert done >= 2, "the README shows no command"


def test_a_readme_that_keeps_its_word_passes(tmp_path: Path) -> None:
    readme = (
        "# docgen\n\n<!-- file: notes/x.txt -->\n```text\nhello\n```\n\n"
        "```console\n$ docgen --version\ndocgen…\n$ make test  # all of them\n```\n\n```sh\n# first\nmake render\n"
        "docgen \\\n  --help\ngit clone nothing\n```\n"
    )
    assert follow(readme, tmp_path) == 4
    assert (tmp_path / "notes" / "x.txt").read_text("utf-8") == "hello\n"


@pytest.mark.parametrize(
    "block",
    [
        "```console\n$ docgen --versoin\n```\n",
        "```sh\ndocgen --help && docgen rendre\n```\n",
        "```bash\nmake rendre\n```\n",
        "```console\n$ docgen --version\ntypst …\n```\n",
        "```console\n$ docgen render missing.yaml\n```\n",
    ],
    ids=["unknown option", "unknown command", "unknown target", "another answer", "a file that is not there"],
)
def test_a_readme_that_does_not_fails(block: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        follow(block, tmp_path)
