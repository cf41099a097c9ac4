"""The wheel, installed where there is no checkout, no network and no home, makes a report by two commands."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")


def run(*command: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """What a command prints; where it fails, the test does, with what it said."""
    ran = subprocess.run(
        command,
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | more,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, f"{command}: exit {ran.returncode}\n{ran.stdout}{ran.stderr}"
    return ran


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--no-build-isolation", "--no-deps", "--no-index", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "wheel", *offline, "--wheel-dir", folder, ROOT, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh virtual environment with the wheel, which borrows docgen's dependencies from the one tests run in.

    A `.pth` file puts the lender's packages last, and does not read the `.pth` files it finds there: the checkout,
    which one of those points at, stays out of sight.
    """
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    python = folder / SCRIPTS / "python"
    paths = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    lenders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "lender.pth").write_text("".join(f"{lender}\n" for lender in sorted(lenders)), "utf-8")
    offline = ("--no-deps", "--no-index", "--disable-pip-version-check", "--force-reinstall")
    run(sys.executable, "-m", "pip", "--python", python, "install", *offline, wheel, cwd=folder)
    return folder


@functools.cache
def offline() -> tuple[str, ...]:
    """What to put before a command so that it has no network, where the system can do that."""
    for prefix in (("unshare", "--net"), ("unshare", "--net", "--map-root-user")):
        if (
            shutil.which(prefix[0])
            and subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0
        ):
            return prefix
    return ()


def docgen(environment: Path, *words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command without network and with a home that does not exist, and must not when it is done."""
    nowhere = environment / "home"
    homes = dict.fromkeys(
        ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"), str(nowhere)
    )
    dead = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
    ran = run(*offline(), environment / SCRIPTS / "docgen", *words, cwd=cwd, **homes, **dead)
    assert not nowhere.exists()
    return ran


def test_the_wheel_carries_all_that_docgen_needs_and_nothing_of_the_workshop(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = archive.read(next(name for name in names if name.endswith("/METADATA"))).decode()
    assert {"docgen/py.typed", "docgen/styles/classic/style.yaml", "docgen/style/wording/en.yaml"} <= names
    fonts = {name for name in names if name.startswith("docgen/styles/classic/fonts/")}
    for face in FACES:
        assert any(name.endswith(f"-{face}.ttf") for name in fonts), f"no {face} face among {sorted(fonts)}"
    assert any("OFL" in name.upper() or "LICENSE" in name.upper() for name in fonts), "the fonts' licence is missing"
    assert {name.split("/")[0] for name in names} == {"docgen", wheel.name.rsplit("-", 3)[0] + ".dist-info"}
    assert [name for name in names if "test" in name or name.endswith((".pyc", "/docgen.yaml"))] == []
    assert "License-Expression: MIT" in metadata
    assert "Name: docgen-reports\n" in metadata  # `docgen` alone is another project's


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder, start in (("docgen", ""), ("styles", "docgen/")):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        assert {start + path.relative_to(ROOT).as_posix() for path in files} <= names


def test_the_installed_docgen_is_the_wheels(environment: Path, tmp_path: Path) -> None:
    told = run(environment / SCRIPTS / "python", "-c", "import docgen; print(docgen.__file__)", cwd=tmp_path)
    assert Path(told.stdout.strip()).resolve().is_relative_to(environment.resolve())


def test_two_commands_make_a_report_in_an_empty_folder(environment: Path, tmp_path: Path) -> None:
    docgen(environment, "new", "x.yaml", cwd=tmp_path)
    assert (tmp_path / "x.yaml").exists()
    rendered = docgen(environment, "render", "x.yaml", cwd=tmp_path)
    assert (tmp_path / "output" / "x.pdf").read_bytes().startswith(b"%PDF-1.")
    with zipfile.ZipFile(tmp_path / "output" / "x.docx") as archive:
        assert archive.testzip() is None
        assert {"[Content_Types].xml", "word/document.xml"} <= set(archive.namelist())
    assert rendered.stdout == ""
    line, total = rendered.stderr.splitlines()
    assert re.fullmatch(r"x\.yaml  \d+ pages?  \d+ words  \d+\.\d\d s", line)
    assert total == "1 report made, 2 files in output"


def test_only_the_output_folder_is_written_to(environment: Path, tmp_path: Path) -> None:
    for name in ("content", "elsewhere"):
        (tmp_path / name).mkdir()
    docgen(environment, "new", "content/x.yaml", cwd=tmp_path)
    before = sorted(tmp_path.rglob("*"))
    (tmp_path / "elsewhere").chmod(0o555)
    docgen(environment, "render", tmp_path / "content" / "x.yaml", "-o", tmp_path / "out", cwd=tmp_path / "elsewhere")
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} - {
        path.relative_to(tmp_path).as_posix() for path in before
    }
    assert made == {"out", "out/x.pdf", "out/x.docx"}
