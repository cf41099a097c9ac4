"""What a run leaves for the next: found again while it is whole, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from platformdirs import user_cache_dir

from docgen.cache import DiskCache, MemoryCache, cache_key
from docgen.world import DiskWorld


def test_what_was_kept_is_recalled_by_another_run(tmp_path: Path) -> None:
    DiskCache(str(tmp_path / "cache")).keep("template-1", b"made once")
    assert DiskCache(str(tmp_path / "cache")).recall("template-1") == b"made once"
    assert DiskCache(str(tmp_path / "cache")).recall("template-2") is None


@pytest.mark.parametrize("damage", [b"", b"made", b"x" * 32 + b"made once"])
def test_a_damaged_file_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    cache = DiskCache(str(tmp_path))
    cache.keep("template-1", b"made once")
    (tmp_path / "template-1").write_bytes(damage)
    assert cache.recall("template-1") is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = DiskCache(str(tmp_path / "file" / "cache"))
    cache.keep("template-1", b"made once")
    assert cache.recall("template-1") is None


def test_what_was_longest_unused_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = DiskCache(str(tmp_path))
    for number in range(10):
        cache.keep(f"{number}", bytes(68))  # a hundred with its digest
        os.utime(tmp_path / f"{number}", (number, number))
    cache.recall("0")
    monkeypatch.setattr("docgen.cache.MOST_KEPT", 1000)
    cache.make_room()
    assert len(list(tmp_path.iterdir())) == 10
    monkeypatch.setattr("docgen.cache.MOST_KEPT", 800)
    cache.make_room()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "5", "6", "7", "8", "9"]


def test_a_folder_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.cache.MOST_KEPT", 10_000)
    cache = DiskCache(str(tmp_path))
    for number in range(2000):
        cache.keep(f"{number}", b"%d" % number)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 30_000


def test_a_key_depends_on_each_fact_and_on_where_it_ends() -> None:
    assert cache_key("template", "ab", "c") == cache_key("template", "ab", "c")
    assert cache_key("template", "ab", "c") != cache_key("template", "a", "bc")


def test_the_environment_names_the_folder_or_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path))
    assert DiskWorld().cache() == DiskCache(str(tmp_path))
    monkeypatch.setenv("DOCGEN_CACHE", "off")
    assert isinstance(DiskWorld().cache(), MemoryCache)
    monkeypatch.delenv("DOCGEN_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))
    usual = DiskWorld().cache()
    assert isinstance(usual, DiskCache)
    assert "docgen" in usual.folder


@pytest.mark.parametrize("home", ["", "/caches", "/caches/", "relative"])
def test_the_usual_folder_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.delenv("DOCGEN_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    usual = DiskWorld().cache()
    assert isinstance(usual, DiskCache)
    assert os.path.normpath(usual.folder) == os.path.normpath(user_cache_dir("docgen", appauthor=False))
