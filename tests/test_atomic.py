"""Outputs are replaced whole or not at all, and what content names is read from its own folder only."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from docgen.world import DiskWorld, MemoryWorld, Reason, Unreachable, World

OLD, NEW = b"the report of last week", b"the report of today"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A report that was rendered before, alone in its folder."""
    path = tmp_path / "output" / "report.pdf"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def refusal(world: World, path: Path | str, data: bytes = NEW) -> Unreachable:
    with pytest.raises(Unreachable) as caught:
        world.write(str(path), data)
    assert caught.value.path == str(path)
    return caught.value


# Writing


def test_a_new_output_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    path = tmp_path / "output" / "2013" / "report.pdf"
    DiskWorld().write(str(path), NEW)
    assert path.read_bytes() == NEW
    assert names(path.parent) == ["report.pdf"]


def test_an_old_output_is_replaced(output: Path) -> None:
    DiskWorld().write(str(output), NEW)
    assert output.read_bytes() == NEW
    assert names(output.parent) == ["report.pdf"]


def test_a_bare_name_is_written_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    DiskWorld().write("report.pdf", NEW)
    assert names(tmp_path) == ["report.pdf"]


def test_an_output_may_be_read_by_whom_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        DiskWorld().write(str(tmp_path / "report.pdf"), NEW)
    finally:
        os.umask(before)
    if os.name == "posix":
        assert (tmp_path / "report.pdf").stat().st_mode & 0o777 == 0o640


def test_a_disk_without_room_leaves_the_old_output_whole(output: Path) -> None:
    """As in a process that may write 100 bytes a file: the new output stops half-way."""
    resource = pytest.importorskip("resource", reason="limits are set so on POSIX systems only")
    code = f"""
import resource, signal, sys
from docgen.world import DiskWorld, Unreachable
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, {resource.RLIM_INFINITY}))
try:
    DiskWorld().write(sys.argv[1], b"x" * 1000)
except Unreachable as refused:
    print(refused.reason.name)
"""
    told = subprocess.run([sys.executable, "-c", code, output], capture_output=True, text=True, check=True)
    assert told.stdout == "NOT_WRITABLE\n"
    assert output.read_bytes() == OLD
    assert names(output.parent) == ["report.pdf"]


def test_an_interruption_leaves_the_old_output_whole(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        DiskWorld().write(str(output), NEW)
    assert output.read_bytes() == OLD
    assert names(output.parent) == ["report.pdf"]


@pytest.mark.parametrize(
    ("windows_error", "reason"),
    [(5, Reason.LOCKED), (32, Reason.LOCKED), (33, Reason.LOCKED), (19, Reason.NOT_WRITABLE)],
    ids=["access denied", "sharing violation", "lock violation", "write-protected disk"],
)
def test_a_file_that_word_holds_open_is_called_locked(
    output: Path, monkeypatch: pytest.MonkeyPatch, windows_error: int, reason: Reason
) -> None:
    """As Windows puts it: the replacement fails, and the number tells why."""

    def refuse(*_: object) -> NoReturn:
        error = PermissionError(errno.EACCES, "Access is denied")
        error.winerror = windows_error  # type: ignore[attr-defined,unused-ignore]
        raise error

    monkeypatch.setattr(os, "replace", refuse)
    assert refusal(DiskWorld(), output).reason is reason
    assert output.read_bytes() == OLD
    assert names(output.parent) == ["report.pdf"]


def test_permission_denied_is_not_taken_for_a_lock(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "replace", refuse)
    assert refusal(DiskWorld(), output).reason is Reason.NOT_WRITABLE


def test_a_folder_in_the_place_of_the_output_is_named_as_one(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()
    assert refusal(DiskWorld(), tmp_path / "report.pdf").reason is Reason.FOLDER
    assert names(tmp_path) == ["report.pdf"]


def test_a_file_in_the_place_of_the_folder_is_named(output: Path) -> None:
    refused = refusal(DiskWorld(), output / "more" / "report.docx")
    assert refused.reason is Reason.NOT_WRITABLE
    assert "is not a folder" in refused.detail
    assert output.read_bytes() == OLD


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert refusal(DiskWorld(), str(tmp_path / "re\0port.pdf")).reason is Reason.NOT_WRITABLE
    assert refusal(DiskWorld(), tmp_path / ("r" * 300)).reason is Reason.NOT_WRITABLE
    assert names(tmp_path) == []


def test_a_read_only_folder_is_left_as_it_is(output: Path) -> None:
    """In a process of its own, which is nobody where the tests run as root: root may write anywhere."""
    code = """
import os
from docgen.world import DiskWorld, Unreachable
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    DiskWorld().write("report.pdf", b"new")
except Unreachable as refused:
    print(refused.reason.name)
"""
    if os.name != "posix":
        pytest.skip("folders are made read-only so on POSIX systems only")
    output.parent.chmod(0o555)
    output.chmod(0o444)
    try:
        told = subprocess.run(
            [sys.executable, "-c", code],
            cwd=output.parent,
            env={"PYTHONPATH": str(Path(__file__).parent.parent)},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        output.parent.chmod(0o755)
    assert (told.stdout, told.stderr) == ("NOT_WRITABLE\n", "")
    assert output.read_bytes() == OLD
    assert names(output.parent) == ["report.pdf"]


def test_an_output_that_is_a_link_is_replaced_and_what_it_points_to_is_not(output: Path, tmp_path: Path) -> None:
    link(tmp_path / "link.pdf", output)
    DiskWorld().write(str(tmp_path / "link.pdf"), NEW)
    assert (tmp_path / "link.pdf").read_bytes() == NEW
    assert not (tmp_path / "link.pdf").is_symlink()
    assert output.read_bytes() == OLD


# Reading


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder of reports with a picture in it, and a secret beside it."""
    folder = tmp_path / "content"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "podium.jpg").write_bytes(b"podium")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (tmp_path / "content-of-others").mkdir()
    (tmp_path / "content-of-others" / "podium.jpg").write_bytes(b"secret")
    return folder


def reason_for(world: World, path: Path | str, within: Path | str | None) -> Reason:
    with pytest.raises(Unreachable) as caught:
        world.read(str(path), within=None if within is None else str(within))
    return caught.value.reason


def link(new: Path, target: Path | str) -> None:
    try:
        new.symlink_to(target)
    except OSError as error:  # Windows lets only some users do so
        pytest.skip(f"links cannot be made here: {error}")


def test_what_lies_in_the_folder_is_read_and_noted(content: Path) -> None:
    world = DiskWorld()
    path = str(content / "pictures" / "podium.jpg")
    assert world.read(path, within=str(content)) == b"podium"
    assert world.reads == [path]


def test_a_link_within_the_folder_is_followed(content: Path) -> None:
    link(content / "cover.jpg", content / "pictures" / "podium.jpg")
    assert DiskWorld().read(str(content / "cover.jpg"), within=str(content)) == b"podium"


def test_a_folder_that_is_itself_a_link_holds_its_files(content: Path, tmp_path: Path) -> None:
    link(tmp_path / "here", content)
    path = str(tmp_path / "here" / "pictures" / "podium.jpg")
    assert DiskWorld().read(path, within=str(tmp_path / "here")) == b"podium"


def test_what_lies_outside_the_folder_is_not_read(content: Path, tmp_path: Path) -> None:
    link(content / "link.jpg", tmp_path / "secret.txt")
    link(content / "linked", tmp_path)
    world = DiskWorld()
    for path in (
        tmp_path / "secret.txt",
        content / ".." / "secret.txt",
        content / "link.jpg",
        content / "linked" / "secret.txt",
        tmp_path / "content-of-others" / "podium.jpg",  # whose path begins with the folder's letters
    ):
        assert reason_for(world, path, content) is Reason.OUTSIDE
    assert world.reads == []


def test_relative_paths_stay_in_the_folder_one_stands_in(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content)
    assert DiskWorld().read("pictures/podium.jpg", within=".") == b"podium"
    assert reason_for(DiskWorld(), "../secret.txt", ".") is Reason.OUTSIDE


def test_the_whole_disk_is_a_folder_too(content: Path) -> None:
    path = content / "pictures" / "podium.jpg"
    assert DiskWorld().read(str(path), within=path.anchor) == b"podium"


@pytest.mark.parametrize("bounded", [False, True], ids=["named by a user", "named by content"])
def test_what_cannot_be_read_is_told_by_its_reason(content: Path, bounded: bool) -> None:
    within = content if bounded else None
    link(content / "round.jpg", "round.jpg")
    world = DiskWorld()
    assert reason_for(world, content / "missing.jpg", within) is Reason.MISSING
    assert reason_for(world, content / "pictures" / "podium.jpg" / "x.jpg", within) is Reason.MISSING
    assert reason_for(world, content / "pictures", within) is Reason.FOLDER
    assert reason_for(world, str(content / "po\0dium.jpg"), within) is Reason.MISSING
    assert reason_for(world, content / "round.jpg", within) is Reason.UNREADABLE


def test_content_cannot_make_docgen_wait_for_a_pipe(content: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(content / "pipe.jpg")
    assert reason_for(DiskWorld(), content / "pipe.jpg", content) is Reason.UNREADABLE


def test_a_folder_is_listed_in_order_and_a_missing_one_is_empty(content: Path) -> None:
    (content / "b.yaml").touch()
    (content / "a.yaml").touch()
    assert DiskWorld().list(str(content)) == ("a.yaml", "b.yaml", "pictures")
    assert DiskWorld().list(str(content / "missing")) == ()
    assert DiskWorld().list("\0") == ()


# In memory


def test_a_world_in_memory_keeps_to_the_same_bounds() -> None:
    world = MemoryWorld(
        {os.path.normpath(name): b"x" for name in ("content/p.jpg", "secret.txt", "../s.txt", "/s.txt")}
    )
    assert world.read("content/p.jpg", within="content") == b"x"
    assert world.read("content/p.jpg", within=".") == b"x"
    assert reason_for(world, "secret.txt", "content") is Reason.OUTSIDE
    assert reason_for(world, "content/../secret.txt", "content") is Reason.OUTSIDE
    assert reason_for(world, "../s.txt", ".") is Reason.OUTSIDE
    assert reason_for(world, "/s.txt", ".") is Reason.OUTSIDE
    assert reason_for(world, "content", ".") is Reason.FOLDER
    assert reason_for(world, "content/missing.jpg", "content") is Reason.MISSING
    assert world.list("content") == ("p.jpg",)
    assert world.list(".") == ("content", "secret.txt")


def test_a_world_in_memory_takes_outputs() -> None:
    world = MemoryWorld()
    world.write("output/report.pdf", NEW)
    assert world.exists("output")
    assert world.read("output/report.pdf") == NEW


# What killed processes left


def interrupted_write(folder: Path) -> str:
    """The name of what a process leaves that is killed while it writes, and which process that was."""
    code = """
import os, signal
from docgen import replacing
replacing.os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
replacing.replace_whole("report.pdf", b"half of it")
"""
    if os.name != "posix":
        pytest.skip("processes are killed so on POSIX systems only")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    killed = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, check=False)
    assert killed.returncode == -9
    (name,) = (name for name in names(folder) if name.startswith("."))
    return name


def test_what_a_killed_process_left_is_removed(output: Path) -> None:
    left = interrupted_write(output.parent)
    assert names(output.parent) == [left, "report.pdf"]
    DiskWorld().tidy(str(output.parent))
    assert names(output.parent) == ["report.pdf"]
    assert output.read_bytes() == OLD


def test_what_is_still_written_or_not_docgens_is_left_alone(output: Path) -> None:
    left = interrupted_write(output.parent)
    machine, process = left.split("-")[1:3]
    elsewhere = f"{int(machine, 16) ^ 1:08x}"
    fresh = [
        left.replace(f"-{process}-", f"-{os.getpid()}-"),  # a process that is there
        left.replace(f"-{machine}-", f"-{elsewhere}-"),  # one of another machine, of which nothing is known
    ]
    strange = [f"{left}.bak", ".docgen-notes", left.replace(".docgen", "docgen")]
    for name in (*fresh, *strange):
        (output.parent / name).write_bytes(b"")
    (output.parent / f"{left[:-1]}{int(left[-1], 16) ^ 1:x}").mkdir()
    expected = {*names(output.parent)} - {left}
    DiskWorld().tidy(str(output.parent))
    assert {*names(output.parent)} == expected
    DiskWorld().tidy(str(output.parent / "nowhere"))


def test_what_nobody_has_finished_for_a_day_is_left_wherever_it_was_written(output: Path) -> None:
    left = interrupted_write(output.parent)
    elsewhere = output.parent / left.replace(left.split("-")[1], "00000000")
    elsewhere.write_bytes(b"half of it")
    yesterday = elsewhere.stat().st_mtime - 25 * 60 * 60
    os.utime(elsewhere, (yesterday, yesterday))
    DiskWorld().tidy(str(output.parent))
    assert names(output.parent) == ["report.pdf"]
