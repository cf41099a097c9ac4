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
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.programs import ROOT, require

_PROGRAMS = ROOT / ".venv" / "sdk" / "node_modules" / ".bin"


def sdk_errors(data: bytes, folder: Path) -> list[str]:
    """What the SDK has against a file, each error with its part; `folder` is for the file."""
    return sdk_errors_of_each([data], folder)[0]


def sdk_errors_of_each(files: Iterable[bytes], folder: Path) -> list[list[str]]:
    """What the SDK has against each of some files.

    The program takes one file at a time and as long to start as to look; there is one of it for every processor.
    """
    program = shutil.which("ooxml-validator", path=str(_PROGRAMS)) or require("ooxml-validator")
    paths = []
    for number, data in enumerate(files):
        paths.append(folder / f"file-{number}.docx")
        paths[-1].write_bytes(data)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda path: _errors(program, path), paths))


def _errors(program: str, file: Path) -> list[str]:
    ran = subprocess.run([program, file], capture_output=True, timeout=300, check=False)
    answer = json.loads(ran.stdout)
    found = [f"{error['path']}: {error['description']}" for error in answer["errors"]]
    assert answer["ok"] is (not found), "the validator's verdict is that of its errors"
    return found
