"""What a look at names tells of installed packages, beside what the library knows."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import pytest

from docgen import installed


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages, beside those of the tests."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    installed.packages.cache_clear()
    monkeypatch.setattr(installed, "packages", installed.packages.__wrapped__)
    return folder


def enter(site: Path, form: str = "house_rules-1.dist-info") -> None:
    about = site / form
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1\n", "utf-8")
    (about / "entry_points.txt").write_text("[made.up.group]\nhouse = house_rules\n", "utf-8")


@pytest.mark.parametrize("form", ["house_rules-1.dist-info", "house_rules-1.egg-info"])
def test_an_entry_is_seen_where_the_library_sees_one(site: Path, form: str) -> None:
    assert not installed.may_enter("made.up.group")
    enter(site, form)
    assert metadata.entry_points(group="made.up.group")
    assert installed.may_enter("made.up.group")


def test_nothing_is_missed_that_the_library_finds() -> None:
    groups = metadata.entry_points().groups
    assert "console_scripts" in groups
    assert all(map(installed.may_enter, groups))


def test_packages_may_come_from_an_archive(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "packages.zip").touch()
    monkeypatch.setattr(sys, "path", [*sys.path, str(site / "packages.zip")])
    assert installed.may_enter("made.up.group")


def test_another_version_is_another_name(site: Path) -> None:
    enter(site)
    before = installed.packages()
    (site / "house_rules-1.dist-info").rename(site / "house_rules-2.dist-info")
    assert installed.packages() != before
