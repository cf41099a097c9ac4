"""The one door to disk, clock and environment.

Everything docgen reads comes through a `World`, which notes what was read; everything it writes goes through
`World.write`, which replaces whole files only. Rooms behind this one are pure.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from dataclasses import field
from datetime import UTC, date, datetime
from enum import Enum
from typing import Protocol

from docgen.cache import Cache, DiskCache, MemoryCache
from docgen.records import dataclass
from docgen.replacing import remove_remains, replace_whole


class Reason(Enum):
    """Why a file could not be reached."""

    MISSING = "there is no such file"
    FOLDER = "it is a folder"
    OUTSIDE = "it lies outside the folder"
    DENIED = "it may not be read"
    UNREADABLE = "it cannot be read"
    LOCKED = "another program holds it open"
    FULL = "there is no room left on the disk"
    NOT_WRITABLE = "it cannot be written"


class Unreachable(Exception):
    """A file could not be read or written, and why."""

    def __init__(self, path: str, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{path}: {reason.value}{f' ({detail})' if detail else ''}")
        self.path, self.reason, self.detail = path, reason, detail


DICTIONARIES = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "~/Library/Spelling", "/Library/Spelling")
"""Where systems keep the dictionaries of Hunspell."""

LATEST = 253_402_300_799
"""The last second of the year 9999, in seconds since 1970."""


class BadSetting(Exception):
    """A setting in the environment that makes no sense, in words for whom it concerns."""


class World(Protocol):
    """What docgen may ask of its surroundings.

    Paths are as the user wrote them, or joined from such with `join`; they are shown in messages unchanged.
    """

    def read(self, path: str, *, within: str | None = None) -> bytes:
        """The bytes of a file. With `within`, only if it lies in that folder, links followed.

        Raises `Unreachable`.
        """

    def exists(self, path: str) -> bool:
        """Whether a file or folder stands at `path`."""

    def list(self, folder: str) -> tuple[str, ...]:
        """The names of the files and folders in `folder`, sorted; empty where there is no such folder."""

    def write(self, path: str, data: bytes) -> None:
        """Put `data` at `path`, whole or not at all; the folder is made. Raises `Unreachable`."""

    def remove(self, path: str) -> None:
        """Remove a file. Raises `Unreachable`."""

    def tidy(self, folder: str) -> None:
        """Remove what earlier runs that were killed have left half-written in a folder."""

    def style_folders(self, beside: str) -> tuple[str, ...]:
        """Where styles are looked for, nearest first, for content in the folder `beside`."""

    def dictionary_folders(self) -> tuple[str, ...]:
        """Where the system keeps Hunspell's dictionaries; `DICPATH`, where it is set, goes before its usual places."""

    def timestamp(self) -> int | None:
        """`SOURCE_DATE_EPOCH` in seconds, None where it is not set. Raises `BadSetting`."""

    def wants_tracebacks(self) -> bool:
        """Whether a fault of docgen itself shall be shown whole: `DOCGEN_DEBUG` is set."""

    def cache(self) -> Cache:
        """Where a run may keep for the next what is dear to make."""


def join(folder: str, name: str) -> str:
    """`name`, written with `/` in content, as a path below `folder`."""
    return os.path.normpath(os.path.join(folder, *name.split("/"))) if folder else os.path.normpath(name)


def folder_of(path: str) -> str:
    """The folder a file stands in, `.` for a bare name."""
    return os.path.dirname(path) or "."


def name_of(path: str) -> str:
    """The file's name without folder and extension."""
    return os.path.splitext(os.path.basename(path))[0]


def is_below(path: str, folder: str) -> bool:
    """Whether a file stands in a folder, or in one below it, by the letters of their paths alone."""
    return _below(os.path.normpath(path), os.path.normpath(folder))


@dataclass
class DiskWorld:
    """The real one. `reads` collects the path of every file read, in order; a copy in another process begins anew."""

    reads: list[str] = field(default_factory=list)

    def __getstate__(self) -> dict[str, list[str]]:
        return {"reads": []}

    def read(self, path: str, *, within: str | None = None) -> bytes:
        try:
            if within is not None and not _lies_in(path, within):
                raise Unreachable(path, Reason.OUTSIDE, within)
            data = _read(path, regular_only=within is not None)
        except OSError as error:
            raise Unreachable(path, _reading_reason(error, path), error.strerror or "") from None
        except ValueError:  # a name that no file can have
            raise Unreachable(path, Reason.MISSING) from None
        self.reads.append(path)
        return data

    def exists(self, path: str) -> bool:
        return os.path.exists(path)

    def list(self, folder: str) -> tuple[str, ...]:
        try:
            return tuple(sorted(os.listdir(folder)))
        except (OSError, ValueError):
            return ()

    def write(self, path: str, data: bytes) -> None:
        folder = folder_of(path)
        try:
            if os.path.isdir(path):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            os.makedirs(folder, exist_ok=True)
            replace_whole(path, data)
        except (FileExistsError, NotADirectoryError):
            raise Unreachable(path, Reason.NOT_WRITABLE, f"{folder} is not a folder") from None
        except OSError as error:
            raise Unreachable(path, _writing_reason(error, path), error.strerror or "") from None
        except ValueError:
            raise Unreachable(path, Reason.NOT_WRITABLE, "no file can have this name") from None

    def remove(self, path: str) -> None:
        try:
            os.unlink(path)
        except OSError as error:
            raise Unreachable(path, _writing_reason(error, path), error.strerror or "") from None

    def tidy(self, folder: str) -> None:
        remove_remains(folder)

    def style_folders(self, beside: str) -> tuple[str, ...]:
        package = os.path.dirname(os.path.realpath(__file__))
        own = os.path.join(package, "styles"), os.path.join(os.path.dirname(package), "styles")
        return *_project_styles(beside), *own

    def dictionary_folders(self) -> tuple[str, ...]:
        named = os.environ.get("DICPATH", "").split(os.pathsep)
        return (*(folder for folder in named if folder), *(os.path.expanduser(folder) for folder in DICTIONARIES))

    def timestamp(self) -> int | None:
        written = os.environ.get("SOURCE_DATE_EPOCH", "")
        if not written:
            return None
        if not (written.isascii() and written.isdigit()) or len(written) > len(str(LATEST)) or int(written) > LATEST:
            raise BadSetting("SOURCE_DATE_EPOCH in the environment is not a number of seconds up to the year 9999")
        return int(written)

    def wants_tracebacks(self) -> bool:
        return bool(os.environ.get("DOCGEN_DEBUG"))

    def cache(self) -> Cache:
        """The folder that `DOCGEN_CACHE` names, else the user's own for caches; none where it is `off`."""
        named = os.environ.get("DOCGEN_CACHE")
        if named == "off":
            return MemoryCache()
        return DiskCache(named or _usual_cache())


@dataclass
class MemoryWorld:
    """A world made of a mapping, for tests, previews and services; outputs land in `files` too."""

    files: dict[str, bytes] = field(default_factory=dict)
    epoch: int | None = None
    styles: tuple[str, ...] = ("styles",)
    reads: list[str] = field(default_factory=list)
    kept: MemoryCache = field(default_factory=MemoryCache)

    def read(self, path: str, *, within: str | None = None) -> bytes:
        normal = os.path.normpath(path)
        if within is not None and not _below(normal, os.path.normpath(within)):
            raise Unreachable(path, Reason.OUTSIDE, within)
        if normal not in self.files:
            raise Unreachable(path, Reason.FOLDER if self.list(path) else Reason.MISSING)
        self.reads.append(path)
        return self.files[normal]

    def exists(self, path: str) -> bool:
        return os.path.normpath(path) in self.files or bool(self.list(path))

    def list(self, folder: str) -> tuple[str, ...]:
        normal = os.path.normpath(folder)
        start = 0 if normal == "." else len(normal.rstrip(os.sep)) + 1
        return tuple(sorted({name[start:].split(os.sep)[0] for name in self.files if _below(name, normal)}))

    def write(self, path: str, data: bytes) -> None:
        self.files[os.path.normpath(path)] = data

    def remove(self, path: str) -> None:
        if self.files.pop(os.path.normpath(path), None) is None:
            raise Unreachable(path, Reason.MISSING)

    def tidy(self, folder: str) -> None:
        pass

    def style_folders(self, beside: str) -> tuple[str, ...]:
        return self.styles

    def dictionary_folders(self) -> tuple[str, ...]:
        return ()

    def timestamp(self) -> int | None:
        return self.epoch

    def wants_tracebacks(self) -> bool:
        return False

    def cache(self) -> Cache:
        return self.kept


def report_moment(epoch: int | None, day: date) -> datetime:
    """The moment that the outputs' metadata carry: `SOURCE_DATE_EPOCH`, else midnight UTC of the report's own date."""
    if epoch is not None:
        return datetime.fromtimestamp(epoch, UTC)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _usual_cache() -> str:
    """The folder for docgen in the user's own for caches."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    if sys.platform == "linux" and os.path.isabs(home):  # XDG Base Directory Specification 0.8
        return os.path.join(home, "docgen")
    from platformdirs import user_cache_dir  # which takes as long to load as to recall what was found in a report

    return user_cache_dir("docgen", appauthor=False)


def _below(path: str, folder: str) -> bool:
    """Whether a normal path lies below a normal folder, by its letters alone."""
    if folder == ".":
        return not os.path.isabs(path) and path.split(os.sep)[0] != ".."
    return path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)


def _lies_in(path: str, folder: str) -> bool:
    return _below(*(os.path.normcase(os.path.realpath(place)) for place in (path, folder)))


def _read(path: str, *, regular_only: bool) -> bytes:
    """A file's bytes. What content names must be a regular file: a named pipe would be waited for without end."""
    if regular_only and not stat.S_ISREG(os.stat(path).st_mode) and not os.path.isdir(path):
        raise OSError(errno.EINVAL, "it is not a regular file")
    with open(path, "rb") as file:
        return file.read()


def _project_styles(beside: str) -> tuple[str, ...]:
    """The folders `styles/` beside the content and above it: up to where docgen was started, or one folder up."""
    here, start = os.path.abspath(beside), os.path.abspath(os.curdir)
    top = start if _lies_in(here, start) else os.path.dirname(here)
    folders = [here]
    while folders[-1] != top and os.path.dirname(folders[-1]) != folders[-1]:
        folders.append(os.path.dirname(folders[-1]))
    return tuple(_shown(os.path.join(folder, "styles"), start) for folder in folders)


def _shown(path: str, start: str) -> str:
    """A path as messages show it: from where docgen was started, if it lies there."""
    return os.path.relpath(path, start) if _below(path, start) else path


def _reading_reason(error: OSError, path: str) -> Reason:
    if os.path.isdir(path):  # Windows says "permission denied" of a folder
        return Reason.FOLDER
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Reason.MISSING
    return Reason.DENIED if isinstance(error, PermissionError) else Reason.UNREADABLE


def _writing_reason(error: OSError, path: str) -> Reason:
    if os.path.isdir(path):
        return Reason.FOLDER
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Reason.FULL
    return Reason.LOCKED if _is_locked(error, path) else Reason.NOT_WRITABLE


def _is_locked(error: OSError, path: str) -> bool:
    """Whether a file could not be replaced because a program, as a rule Word, has it open.

    Windows says "access denied" (5), "sharing violation" (32) or "lock violation" (33); it says the first of a
    write-protected file too. Elsewhere an open file can be replaced, but for a few network file systems.
    """
    windows = getattr(error, "winerror", None)
    if windows in (32, 33) or error.errno in (errno.EBUSY, errno.ETXTBSY):
        return True
    return windows == 5 and os.path.isfile(path) and os.access(path, os.W_OK)
