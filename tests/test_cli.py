"""The command line as its user meets it: what is typed, what comes back, and with which exit code."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.cli import main
from tests.cases import Case, Fence, find_cases
from tests.programs import ROOT


def answered(fence: Fence) -> Iterator[str]:
    """The commands of a fence, each with what it prints now and its exit code where that is not 0."""
    for line in fence.body.splitlines():
        if line.startswith("$ "):
            yield f"{line}\n{run(shlex.split(line[2:]))}"


def run(words: list[str]) -> str:
    if words[0] == "ls":
        return "".join(f"{path.as_posix()}\n" for path in sorted(Path(words[1]).iterdir()))
    environment = {}
    while "=" in words[0]:
        name, value = words.pop(0).split("=")
        environment[name] = value
    assert words[0] == "docgen"
    result = CliRunner().invoke(main, words[1:], env=environment, prog_name="docgen")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    output = re.sub(r"\d+\.\d\d s$", "… s", result.output, flags=re.MULTILINE)
    return output + (f"[exit {result.exit_code}]\n" if result.exit_code else "")


@pytest.mark.parametrize("path", find_cases("cli"))
def test_a_dialogue_goes_as_written(path: Path, tmp_path: Path, update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    case = Case.read(path)
    answers = []
    for example in case.examples("console"):
        for fence in example.given:
            place = tmp_path / fence.name("report.yaml")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(fence.data)
        answers.append("".join(answered(example.expected)))
    case.settle("console", answers, update=update)


def test_every_command_has_a_help_text() -> None:
    for name in main.list_commands(None):  # type: ignore[attr-defined, arg-type]
        result = CliRunner().invoke(main, [name, "--help"])
        assert result.exit_code == 0
        assert len(result.output.split("\n\n")) >= 3, f"docgen {name} --help says too little"


def test_a_fault_of_docgen_is_a_finding_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        shutil.copy(ROOT / "docgen" / "report" / "starter.yaml", tmp_path / f"{name}.yaml")
    faults = iter([ZeroDivisionError("division by zero")])

    def lay_out(*parts: object) -> object:
        for fault in faults:
            raise fault
        return genuine(*parts)

    from docgen import layout

    genuine = layout.lay_out
    monkeypatch.setattr(layout, "lay_out", lay_out)
    result = CliRunner().invoke(main, ["render", "a.yaml", "b.yaml"])
    assert result.exit_code == 4
    assert "a.yaml: error[internal-error] docgen itself failed on this file: ZeroDivisionError" in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "output" / "a.pdf").exists()
    assert (tmp_path / "output" / "b.pdf").exists()


def test_an_interruption_leaves_whole_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        shutil.copy(ROOT / "docgen" / "report" / "starter.yaml", tmp_path / f"{name}.yaml")
    from docgen import pipeline

    genuine, calls = pipeline.render, []

    def render(*parts: object) -> object:
        calls.append(parts)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return genuine(*parts)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "render", render)
    result = CliRunner().invoke(main, ["render", "a.yaml", "b.yaml"])
    assert result.exit_code == 130
    assert "interrupted; 1 report made before" in result.output
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == ["a.docx", "a.pdf"]


def test_an_interruption_has_its_exit_code_whatever_is_being_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docgen import pipeline

    def check(*_parts: object) -> object:
        raise KeyboardInterrupt

    (tmp_path / "a.yaml").write_text("title: x\n", "utf-8")
    monkeypatch.setattr(pipeline, "check", check)
    result = CliRunner().invoke(main, ["check", str(tmp_path / "a.yaml")])
    assert (result.exit_code, result.output) == (130, "interrupted\n")


def test_a_terminal_without_a_character_shows_something_else(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("title: ☃\nsnow☃: man\n", "utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "docgen", "check", "a.yaml"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert told.returncode == 1
    assert b"unknown-key] 'snow?' is not a key" in told.stdout
    assert told.stderr.strip().endswith(b"found")


def test_nothing_is_read_through_a_link_out_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("password: swordfish\n", "utf-8")
    (folder / "docgen.yaml").symlink_to(tmp_path / "secret.txt")
    shutil.copy(ROOT / "docgen" / "report" / "starter.yaml", folder / "a.yaml")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert "docgen.yaml: error[unreadable-file] it lies outside the folder" in result.output
    assert "swordfish" not in result.output


def test_a_style_is_found_from_folders_deep_in_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "styles" / "own").mkdir(parents=True)
    (tmp_path / "styles" / "own" / "style.yaml").write_text("name: own\nextends: classic\n", "utf-8")
    (tmp_path / "content" / "2013" / "january").mkdir(parents=True)
    report = tmp_path / "content" / "2013" / "january" / "a.yaml"
    report.write_text((ROOT / "docgen" / "report" / "starter.yaml").read_text("utf-8") + "style: own\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["check", str(report.relative_to(tmp_path))]).exit_code == 0
    monkeypatch.chdir(tmp_path.parent)
    assert CliRunner().invoke(main, ["check", str(report)]).exit_code == 0
    monkeypatch.chdir(report.parent)
    assert CliRunner().invoke(main, ["check", "a.yaml"]).exit_code == 3, "a style above where docgen was started"


def test_a_file_that_word_holds_open_is_told_and_the_rest_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docgen.world import DiskWorld, Reason, Unreachable

    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        shutil.copy(ROOT / "docgen" / "report" / "starter.yaml", tmp_path / f"{name}.yaml")
    genuine = DiskWorld.write

    def write(self: DiskWorld, path: str, data: bytes) -> None:
        if Path(path).name == "a.docx":
            raise Unreachable(path, Reason.LOCKED)
        genuine(self, path, data)

    monkeypatch.setattr(DiskWorld, "write", write)
    result = CliRunner().invoke(main, ["render", "a.yaml", "b.yaml"])
    assert result.exit_code == 3
    assert "a.docx: error[file-locked] another program, such as Word, holds this file open" in result.output
    assert "= close it there and run docgen again" in result.output
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == ["a.pdf", "b.docx", "b.pdf"]
