"""What is dear to find out about a font is kept for the next run, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docgen.cache import MemoryCache
from docgen.style import fonts, subset
from docgen.style.fonts import Face
from docgen.style.subset import Subset, make_subset
from tests.style.classic import classic

TEXT = "Müftüoğlu, AVATAR – Łódź\u00ad"


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Nothing is remembered from one face to the next but what the cache keeps."""
    fonts._read.cache_clear()
    subset.make_subset.cache_clear()
    yield
    fonts._read.cache_clear()
    subset.make_subset.cache_clear()


def face_with(cache: MemoryCache) -> Face:
    fonts._read.cache_clear()
    subset.make_subset.cache_clear()
    return Face("x.ttf", classic().family.italic.data, cache)


def known(face: Face) -> tuple[object, ...]:
    return (face.name, face.reach(TEXT, 10), face.ascent(10), face.descent(10), face.has("漢"), face.kerns(TEXT))


def cut(face: Face) -> Subset:
    return make_subset(face, frozenset(TEXT))


def test_a_face_and_its_subset_are_the_same_from_a_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = MemoryCache()
    cold = known(face_with(cache)), cut(face_with(cache))
    assert sorted(key.split("-")[0] for key in cache.kept) == ["face", "subset"]
    for module, name in ((fonts, "_read_file"), (subset, "_cut")):
        monkeypatch.setattr(module, name, lambda *_: pytest.fail("the cache was not asked"))
    warm = known(face_with(cache)), cut(face_with(cache))
    assert warm == cold
    assert list(warm[1].glyphs) == list(cold[1].glyphs)


@pytest.mark.parametrize("held", [b"", b"[]", b"{}", b"null", b"no JSON\n", b'[1,2]\n"x"', b"\xff\n"])
def test_what_another_docgen_kept_is_made_anew(held: bytes) -> None:
    cache = MemoryCache()
    cold = known(face_with(cache)), cut(face_with(cache))
    cache.kept = dict.fromkeys(cache.kept, held)
    assert (known(face_with(cache)), cut(face_with(cache))) == cold
    assert held not in cache.kept.values()


def test_subsets_of_other_characters_are_kept_apart() -> None:
    cache = MemoryCache()
    face = face_with(cache)
    assert make_subset(face, frozenset("ab")).glyphs.keys() == set("ab")
    assert make_subset(face, frozenset("abc")).glyphs.keys() == set("abc")
