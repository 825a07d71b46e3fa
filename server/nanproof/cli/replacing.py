"""Replacing a file whole: after any failure, and for who looks meanwhile, it holds the old bytes or the new ones.

The new bytes are written to a temporary file beside it, forced onto the disk and then given its name, which the
operating system does in one step. Where that cannot be done the file is left alone; nothing is ever written into it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

PREFIX, SUFFIX = ".nanproof-", ".tmp"  # no Python file: nobody who looks for those finds it

CHANGED = "this file changed while it was being fixed: it was left alone; run nanproof again"

# What the system sets by itself, and only lets its administrators set.
_NOT_OURS_TO_KEEP = ("security.", "trusted.", "system.nfs4_acl")
_NO_ATTRIBUTES = {errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
# A user without the right to give files away, or an owner that a container does not know.
_MAY_NOT = {errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def replace_whole(path: str, old: bytes, new: bytes) -> str | None:
    """Replace a file that holds the old bytes; return in words why it was left alone, or None.

    Of a link the target is replaced, and the link stays one. Mode, owner, extended attributes and access lists stay as
    they were, where this user may set them. Other names of the file (hard links) keep the old bytes.
    """
    target = Path(os.path.realpath(path))
    try:
        # Opened for writing, so that a file that must not be written is left alone: to replace it its folder's
        # permission would do.
        with target.open("r+b", buffering=0) as held:
            return _replaced(target, held, old, new)
    except OSError as error:
        return f"its fixes cannot be written, and it was left as it was: {error.strerror or error}"


def _replaced(target: Path, held: BinaryIO, old: bytes, new: bytes) -> str | None:
    if not _still_holds(target, held, old):
        return CHANGED
    try:
        descriptor, temporary = tempfile.mkstemp(SUFFIX, PREFIX, target.parent)
    except OSError as error:
        return (
            "its fixes cannot be written, and it was left as it was: to keep it whole a new file is made beside it,"
            f" and there can be none ({error.strerror or error})"
        )
    try:
        try:
            _write(descriptor, new)
            _keep_owner_and_mode(held.fileno(), descriptor)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        is_same = _still_holds(target, held, old)
        if is_same:
            held.close()  # Windows replaces no file that is open
            os.replace(temporary, target)  # noqa: PTH105 - both are what `os` made
    except BaseException:  # an interrupt, too, must not leave it behind
        _remove(temporary)
        raise
    if not is_same:
        _remove(temporary)
        return CHANGED
    _keep_name(target.parent)
    return None


def _still_holds(target: Path, held: BinaryIO, data: bytes) -> bool:
    """Say whether a name still means the file that was opened, and that file still holds these bytes."""
    opened, named = os.fstat(held.fileno()), target.stat()
    if not stat.S_ISREG(opened.st_mode) or not os.path.samestat(opened, named) or opened.st_size != len(data):
        return False
    held.seek(0)
    return _read(held, len(data) + 1) == data


def _read(file: BinaryIO, most: int) -> bytes:
    read = b""
    while len(read) < most and (more := file.read(most - len(read))):
        read += more
    return read


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = os.write(descriptor, rest)
        if not written:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]


def _keep_owner_and_mode(old: int, new: int) -> None:
    if sys.platform == "win32":  # a file has the rights of its folder there
        return
    before, after = os.fstat(old), os.fstat(new)
    mode = stat.S_IMODE(before.st_mode)
    if (before.st_uid, before.st_gid) != (after.st_uid, after.st_gid):
        mode = _with_owner(new, before, mode)
    if sys.platform == "linux":
        _keep_attributes(old, new)
    os.fchmod(new, mode)


def _with_owner(new: int, before: os.stat_result, mode: int) -> int:
    """Give a file the owner and group of another; return the mode that it may then have.

    Who may not give files away keeps the group at least. A group that cannot be kept must not get the rights of the one
    that there was, nor another owner those of a program that runs as its owner.
    """
    if _has_owner(new, before.st_uid, before.st_gid):
        return mode
    mode &= ~(stat.S_ISUID | stat.S_ISGID)
    if _has_owner(new, -1, before.st_gid):
        return mode
    return mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3


def _has_owner(new: int, owner: int, group: int) -> bool:
    """Give a file an owner and a group; say whether that is allowed."""
    try:
        os.fchown(new, owner, group)
    except OSError as error:
        if error.errno in _MAY_NOT:
            return False
        raise
    return True


if sys.platform == "linux":

    def _keep_attributes(old: int, new: int) -> None:
        """Give a file the extended attributes of another, of which access lists are some, and no others."""
        wanted = _attributes(old)
        for name, value in wanted.items():
            os.setxattr(new, name, value)
        for name in _attributes(new).keys() - wanted.keys():  # the folder's default access list
            os.removexattr(new, name)

    def _attributes(descriptor: int) -> dict[str, bytes]:
        try:
            names = os.listxattr(descriptor)
        except OSError as error:
            if error.errno in _NO_ATTRIBUTES:
                return {}
            raise
        kept = (name for name in names if not name.startswith(_NOT_OURS_TO_KEEP))
        return {name: os.getxattr(descriptor, name) for name in kept}


def _remove(temporary: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(temporary)  # noqa: PTH108 - the name that `tempfile` gave it


def _keep_name(folder: Path) -> None:
    """Force the new name onto the disk. Where that fails, the name means the old bytes or the new ones all the same."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
