"""What a run leaves for the next: found again while it is whole, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docgen.cache import MOST_KEPT, DiskCache, MemoryCache, cache_key
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


def test_what_was_longest_unused_goes_first(tmp_path: Path) -> None:
    cache = DiskCache(str(tmp_path))
    for number in range(MOST_KEPT):
        cache.keep(f"{number}", b"")
        os.utime(tmp_path / f"{number}", (number, number))
    cache.recall("0")
    cache.keep("one more", b"")
    assert (cache.recall("0"), cache.recall("1"), cache.recall("2")) == (b"", None, b"")
    assert len(list(tmp_path.iterdir())) == MOST_KEPT


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
