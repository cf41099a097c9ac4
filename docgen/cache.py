"""What one run may leave for the next: bytes that are dear to make and depend on nothing but their key.

A cache only ever saves time. It may be empty, full, unwritable or wiped at any moment, and no output differs by it.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from docgen import __version__

MOST_KEPT = 256
"""How many files a folder keeps; beyond it the ones that were longest unused go."""

_DIGEST = hashlib.sha256().digest_size


class Cache(Protocol):
    """Where bytes are kept by key."""

    def recall(self, key: str) -> bytes | None:
        """What was kept under `key`, None where there is nothing."""

    def keep(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`, if it can be; that it cannot is no error."""


def cache_key(kind: str, *facts: str) -> str:
    """The key for a thing of some kind that depends on `facts` and on docgen itself; it is a file's name."""
    told = "\0".join((_edition(), *facts))
    return f"{kind}-{hashlib.sha256(told.encode()).hexdigest()}"


@functools.cache
def _edition() -> str:
    """Which docgen this is: its version, and for one that runs from its source tree the moments its files changed."""
    package = Path(__file__).parent
    if not (package.parent / "pyproject.toml").exists():
        return __version__
    changed = sorted((str(path), path.stat().st_mtime_ns) for path in package.rglob("*.*") if path.suffix != ".pyc")
    return f"{__version__} {hashlib.sha256(repr(changed).encode()).hexdigest()}"


@dataclass
class MemoryCache:
    """A cache that ends with its process."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def recall(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def keep(self, key: str, data: bytes) -> None:
        self.kept[key] = data


@dataclass(frozen=True)
class DiskCache:
    """A folder of one file a key. Each begins with the digest of the rest, so that a damaged one counts as none."""

    folder: str

    def recall(self, key: str) -> bytes | None:
        path = Path(self.folder, key)
        try:
            held = path.read_bytes()
            digest, data = held[:_DIGEST], held[_DIGEST:]
            if hashlib.sha256(data).digest() != digest:
                return None
            os.utime(path)
        except OSError:
            return None
        return data

    def keep(self, key: str, data: bytes) -> None:
        temporary = Path(self.folder, f".{secrets.token_hex(8)}")
        with contextlib.suppress(OSError):
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            try:
                temporary.write_bytes(hashlib.sha256(data).digest() + data)
                os.replace(temporary, Path(self.folder, key))
            finally:  # an interruption leaves nothing behind either
                temporary.unlink(missing_ok=True)
            self._make_room()

    def _make_room(self) -> None:
        files = list(Path(self.folder).iterdir())
        if len(files) > MOST_KEPT:
            for path in sorted(files, key=_last_used)[: len(files) - MOST_KEPT]:
                path.unlink(missing_ok=True)


def _last_used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process has just removed it
        return 0.0
