"""Programs that some tests need beside docgen: found, or the test is skipped, or, in CI, fails."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def require(program: str) -> str:
    """The path of a program (`pdftotext`, `soffice`, …).

    Where it is not installed the test is skipped, saying so; with `DOCGEN_REQUIRE_PROGRAMS` set, as `.ci/run` sets
    it, the test fails instead, so that no check is lost without a word.
    """
    found = shutil.which(program)
    if found:
        return found
    if os.environ.get("DOCGEN_REQUIRE_PROGRAMS"):
        pytest.fail(f"{program} is not installed", pytrace=False)
    pytest.skip(f"{program} is not installed")


def convert_with_libreoffice(document: Path, extension: str, folder: Path) -> Path:
    """What LibreOffice makes of a document (`pdf`, `png`, …), written into `folder`.

    It works with a profile of its own, sees the fonts of `styles/classic`, and touches neither the user's settings
    nor a LibreOffice that is running.
    """
    shown = folder / "libreoffice"
    shown.mkdir(parents=True, exist_ok=True)
    fonts = shown / "fonts"  # fontconfig looks for fonts in XDG_DATA_HOME
    if not fonts.exists():
        shutil.copytree(ROOT / "styles" / "classic" / "fonts", fonts)
    subprocess.run(
        [
            require("soffice"),
            f"-env:UserInstallation={(shown / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            extension,
            "--outdir",
            folder,
            document,
        ],
        env={**os.environ, "XDG_DATA_HOME": str(shown)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=180,
        check=True,
    )
    made = folder / f"{document.stem}.{extension}"
    if not made.exists():
        pytest.fail(f"LibreOffice could not read {document.name}", pytrace=False)
    return made
