"""A file is replaced whole or not at all, whatever fails and whenever the process ends."""

from __future__ import annotations

import errno
import os
import signal
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from nanproof.cli.check import Request, check
from nanproof.cli.replacing import CHANGED, PREFIX, replace_whole

OLD, NEW = b"old\n" * 2_000, b"new\n" * 3_000
FAULTY = "import torch\np = torch.sigmoid(z)\nq = torch.log(p)\n"


# Every call with which a file is replaced, in their order.
def _keeps_attributes() -> bool:
    """Say whether files have extended attributes here: not on every system, nor on every kind of disk."""
    if sys.platform != "linux":
        return False
    with tempfile.NamedTemporaryFile() as file:
        try:
            os.setxattr(file.name, "user.nanproof", b"")
        except OSError:
            return False
    return True


ATTRIBUTES = ("listxattr", "setxattr") if _keeps_attributes() else ()
GIVES_AWAY = ("fchown",) if os.getuid() == 0 else ()  # only root has files that are not its own
CALLS = ("mkstemp", "write", *GIVES_AWAY, *ATTRIBUTES, "fchmod", "fsync", "close", "replace")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file with a mode, an owner and an attribute of its own."""
    path = tmp_path / "a.py"
    path.write_bytes(OLD)
    path.chmod(0o640)
    if os.getuid() == 0:
        os.chown(path, 12345, 54321)
    if ATTRIBUTES and sys.platform == "linux":
        os.setxattr(path, "user.nanproof", b"kept")
    return path


def left_behind(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if each.name.startswith(PREFIX))


def failing(name: str, error: OSError) -> tuple[str, str, Callable[..., Any]]:
    """Return where a call stands, and what stands there instead to make it fail."""

    def fails(*_: object, **__: object) -> None:
        raise error

    return ("tempfile" if name == "mkstemp" else "os"), name, fails


def test_the_new_bytes_stand_there_with_mode_owner_and_attributes(path: Path) -> None:
    before = path.stat()
    assert replace_whole(str(path), OLD, NEW) is None
    after = path.stat()
    assert path.read_bytes() == NEW
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert after.st_mtime_ns >= before.st_mtime_ns
    assert after.st_ino != before.st_ino
    if ATTRIBUTES and sys.platform == "linux":
        assert os.getxattr(path, "user.nanproof") == b"kept"
    assert left_behind(path) == []


if sys.platform == "linux":

    def access_list(*entries: tuple[int, int, int]) -> bytes:
        """Return an access list as Linux keeps it: tags, rights and numbers of users or groups."""
        return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)

    OWNER, USER, GROUP, MASK, OTHER, NOBODY = 0x01, 0x02, 0x04, 0x10, 0x20, 0xFFFFFFFF
    SHARED = access_list(
        (OWNER, 6, NOBODY), (USER, 6, 12345), (GROUP, 4, NOBODY), (MASK, 6, NOBODY), (OTHER, 0, NOBODY)
    )

    @pytest.mark.parametrize("is_shared", [True, False])
    def test_an_access_list_stays_and_that_of_the_folder_is_not_inherited(is_shared: bool, path: Path) -> None:
        os.setxattr(path.parent, "system.posix_acl_default", SHARED)
        if is_shared:
            os.setxattr(path, "system.posix_acl_access", SHARED)
        mode = path.stat().st_mode
        assert replace_whole(str(path), OLD, NEW) is None
        assert ("system.posix_acl_access" in os.listxattr(path)) is is_shared
        if is_shared:
            assert os.getxattr(path, "system.posix_acl_access") == SHARED
        assert path.stat().st_mode == mode


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
@pytest.mark.parametrize("name", CALLS)
def test_a_call_that_fails_leaves_the_old_bytes(
    name: str, number: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, called, fails = failing(name, OSError(number, os.strerror(number)))
    with monkeypatch.context() as patched:
        patched.setattr(f"{module}.{called}", fails)
        said = replace_whole(str(path), OLD, NEW)
    assert said is not None
    assert "it was left as it was" in said
    assert os.strerror(number) in said
    assert path.read_bytes() == OLD
    assert left_behind(path) == []


@pytest.mark.parametrize("name", CALLS)
def test_an_interrupt_leaves_the_old_bytes(name: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupts(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(f"{'tempfile' if name == 'mkstemp' else 'os'}.{name}", interrupts)
        with pytest.raises(KeyboardInterrupt):
            replace_whole(str(path), OLD, NEW)
    assert path.read_bytes() == OLD
    assert left_behind(path) == []


@pytest.mark.parametrize("most", [1, 7, 4096])
def test_short_writes_are_gone_on_with(most: int, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write
    monkeypatch.setattr("os.write", lambda descriptor, data: whole(descriptor, data[:most]))
    assert replace_whole(str(path), OLD, NEW) is None
    monkeypatch.undo()
    assert path.read_bytes() == NEW


def test_a_write_of_nothing_is_a_failure_and_no_endless_loop(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("os.write", lambda *_: 0)
        assert "Input/output error" in (replace_whole(str(path), OLD, NEW) or "")
    assert path.read_bytes() == OLD


def test_a_folder_that_cannot_be_forced_onto_the_disk_is_no_failure(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").is_dir():
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr("os.fsync", fsync)
    assert replace_whole(str(path), OLD, NEW) is None
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("when", ["before", "fsync", "replaced by another"])
def test_a_file_that_changed_is_left(when: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = OLD.replace(b"old", b"odd")
    real = os.fsync

    def fsync(descriptor: int) -> None:
        real(descriptor)
        if when == "fsync":
            path.write_bytes(other)
        else:
            (path.parent / "b").write_bytes(OLD)
            (path.parent / "b").rename(path)

    if when == "before":
        path.write_bytes(other)
    else:
        monkeypatch.setattr("os.fsync", fsync)
    assert replace_whole(str(path), OLD, NEW) == CHANGED
    assert path.read_bytes() == (OLD if when == "replaced by another" else other)
    assert left_behind(path) == []


def test_who_may_not_give_files_away_gives_no_other_group_any_right(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.chmod(0o4764)
    real = os.fstat

    def elsewhere(descriptor: int) -> os.stat_result:  # as if the file were somebody else's
        status = list(real(descriptor))
        status[4] += 1 if status[3] and Path(f"/proc/self/fd/{descriptor}").readlink() == path else 0
        return os.stat_result(status)

    def denied(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.fstat", elsewhere)
    monkeypatch.setattr("os.fchown", denied)
    monkeypatch.setattr("os.path.samestat", lambda *_: True)
    assert replace_whole(str(path), OLD, NEW) is None
    monkeypatch.undo()
    assert path.stat().st_mode & 0o7777 == 0o744


def test_a_link_stays_a_link(path: Path) -> None:
    link = path.parent / "sub" / "link.py"
    link.parent.mkdir()
    link.symlink_to("../a.py")
    assert replace_whole(str(link), OLD, NEW) is None
    assert link.readlink() == Path("../a.py")
    assert path.read_bytes() == NEW


# The process that runs this ends itself, as by `kill -9`, before or after one call of the writing.
KILLED = """
import os, signal, sys, tempfile
from nanproof.cli.replacing import replace_whole
path, name, when, old, new = sys.argv[1:]
module = tempfile if name == "mkstemp" else os
real = getattr(module, name)
def ends(*arguments, **named):
    if when == "half":
        real(arguments[0], arguments[1][:5])
    elif when == "after":
        real(*arguments, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(module, name, ends)
replace_whole(path, old.encode(), new.encode())
"""


@pytest.mark.parametrize(
    ("name", "when"), [*((name, when) for name in CALLS for when in ("before", "after")), ("write", "half")]
)
def test_who_is_killed_leaves_the_old_bytes_or_the_new_ones(name: str, when: str, path: Path) -> None:
    old, new = "old\n" * 1_000, "new\n" * 1_500
    path.write_text(old)
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), name, when, old, new], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert path.read_text() == (new if (name, when) == ("replace", "after") else old)
    # A file that is left behind then is none that nanproof or Python would read.
    assert all(not each.endswith(".py") for each in left_behind(path))


def limited(kilobytes: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run nanproof where no file may grow beyond a size."""
    command = f'ulimit -f {kilobytes}; exec "$@"'
    program = [sys.executable, "-B", "-m", "nanproof", *arguments]
    return subprocess.run(
        ["bash", "-c", command, "bash", *program], capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture
def long(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "long.py"
    path.write_text(FAULTY + "# a line of a file that is longer than the limit\n" * 200)
    yield path
    assert left_behind(path) == []


@pytest.mark.parametrize("asked", ["file", "folder"])
def test_a_limit_on_the_size_of_files_leaves_a_file_whole(asked: str, long: Path) -> None:
    before = long.read_bytes()
    done = limited(4, "check", "--fix", str(long if asked == "file" else long.parent))
    assert long.read_bytes() == before
    assert "its fixes cannot be written, and it was left as it was: File too large" in done.stderr
    assert done.returncode == 2
    assert "Found 1 problem in 1 file (1 file checked)." in done.stdout


@pytest.mark.parametrize("asked", ["file", "folder"])
def test_a_folder_that_allows_no_new_file_is_said(
    asked: str, long: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = long.read_bytes()
    _, _, fails = failing("mkstemp", PermissionError(errno.EACCES, "Permission denied"))
    monkeypatch.setattr("tempfile.mkstemp", fails)  # permissions do not stop root, who runs the tests in CI
    assert check(Request([str(long if asked == "file" else long.parent)], fix=True)) == 2
    assert "a new file is made beside it, and there can be none (Permission denied)" in capsys.readouterr().err
    assert long.read_bytes() == before
