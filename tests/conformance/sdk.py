"""The Open XML SDK's validator, which is Microsoft's own, as the program `ooxml-validator` from npm.

`make sdk` installs it, in the version that `package-lock.json` beside this file pins, and CI does so. Tests that need
it are skipped where it is not there, and fail where it must be.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Self

from tests.programs import ROOT, require

_PROGRAMS = ROOT / ".venv" / "sdk" / "node_modules" / ".bin"


def sdk_errors(data: bytes, folder: Path) -> list[str]:
    """What the SDK has against a file, each error with its part; `folder` is for the file."""
    return sdk_errors_of_each([data], folder)[0]


def sdk_errors_of_each(files: Iterable[bytes], folder: Path) -> list[list[str]]:
    """What the SDK has against each of some files."""
    with Validators() as validators:
        return [answer.result() for answer in validators.start(files, folder)]


class Validators:
    """The program, which takes one file at a time and half a second for it: one of it for every processor."""

    def __init__(self) -> None:
        self._program = shutil.which("ooxml-validator", path=str(_PROGRAMS)) or require("ooxml-validator")
        self._pool = ThreadPoolExecutor(os.cpu_count())

    def start(self, files: Iterable[bytes], folder: Path) -> list[Future[list[str]]]:
        """Begin to look at files, and go on meanwhile; `folder`, which is made, is for them."""
        folder.mkdir(exist_ok=True)
        answers = []
        for number, data in enumerate(files):
            path = folder / f"file-{number}.docx"
            path.write_bytes(data)
            answers.append(self._pool.submit(_errors, self._program, path))
        return answers

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)


def _errors(program: str, file: Path) -> list[str]:
    ran = subprocess.run([program, file], capture_output=True, timeout=300, check=False)
    answer = json.loads(ran.stdout)
    found = [f"{error['path']}: {error['description']}" for error in answer["errors"]]
    assert answer["ok"] is (not found), "the validator's verdict is that of its errors"
    return found
