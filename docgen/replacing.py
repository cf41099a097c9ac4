"""Files that are replaced whole: written under another name beside their place, then put there in one step.

Whatever stops a process, each file is the old one or the new one. Nothing waits for the disk to have it (`fsync`): that
would make a batch several times slower, and guards only against a power failure, after which what is torn no longer has
the digest that was noted for it, and is made anew.

What a killed process leaves is recognised by its name, which tells the machine and the process that wrote it.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import stat
import sys
import time

from docgen.expressions import regex

_TEMPORARY = regex(r"\.docgen-(?P<machine>[0-9a-f]{8})-(?P<process>[1-9][0-9]{0,9})-[0-9a-f]{16}")
"""The names of files that are being written."""

LONG_AGO = 24 * 60 * 60
"""After how many seconds nobody is writing a file any more, wherever its process ran."""


def replace_whole(path: str, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all; the folder must be there. Raises `OSError` and `ValueError`."""
    temporary = os.path.join(os.path.dirname(path), f".docgen-{_machine()}-{os.getpid()}-{os.urandom(8).hex()}")
    try:
        with open(temporary, "xb") as file:
            file.write(data)
        os.replace(temporary, path)
    finally:  # whatever happened, an interruption too: after the replacement there is nothing left to remove
        with contextlib.suppress(OSError, ValueError):
            os.unlink(temporary)


def remove_remains(folder: str) -> None:
    """Remove what processes of docgen that are no more have left half-written in a folder; never any other file."""
    with contextlib.suppress(OSError, ValueError), os.scandir(folder) as entries:
        for entry in entries:
            named = _TEMPORARY.fullmatch(entry.name)
            if named is None:
                continue
            with contextlib.suppress(OSError):  # its process has just put it in its place
                if _is_left(entry.stat(follow_symlinks=False), named["machine"], int(named["process"])):
                    os.unlink(entry.path)


def _is_left(held: os.stat_result, machine: str, process: int) -> bool:
    """Whether nobody is writing a file any more. Of another machine's processes nothing is known but how long ago."""
    if not stat.S_ISREG(held.st_mode):
        return False
    if machine == _machine() and not _is_alive(process):
        return True
    return time.time() - held.st_mtime > LONG_AGO


def _is_alive(process: int) -> bool:
    """Whether a process is there. Windows cannot be asked so (the question would end it), and is taken to say yes."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is somebody else's
        return True
    return True


@functools.cache
def _machine() -> str:
    """Eight letters for where process numbers mean what they mean here: the machine, the container on it."""
    told = [os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename]
    with contextlib.suppress(OSError):
        told.append(os.readlink("/proc/self/ns/pid"))
    return hashlib.sha256("\0".join(told).encode("utf-8", "surrogateescape")).hexdigest()[:8]
