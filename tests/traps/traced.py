"""Runs a program under strace, and reads from its record which files it touched, what it started, whom it spoke to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# The bytes that a socket carries are left out: a socket must be opened or connected before.
# Every other call runs at its own speed (--seccomp-bpf): a hundred thousand mmap would else use up the time for a file.
OPTIONS = ("-ff", "--seccomp-bpf", "-s", "8192",
           "-e", "trace=%file,%process,socket,connect,bind,listen,accept,accept4,fchdir,ftruncate")  # fmt: skip
_CALL = re.compile(r"(\w+)\((.*)")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\([0-7]{1,3}|.)")
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_CHANGING = frozenset(
    {"mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
     "symlinkat", "mknod", "mknodat", "truncate", "chmod", "fchmodat", "chown", "lchown", "fchownat", "utime", "utimes",
     "utimensat", "setxattr", "lsetxattr", "removexattr"}
)  # fmt: skip
_STARTING = frozenset({"execve", "execveat", "fork", "vfork"})
_SPEAKING = frozenset({"socket", "connect", "bind", "listen", "accept", "accept4"})


@dataclass(frozen=True, slots=True)
class Call:
    """One system call: its name, its line in the record, and the absolute path that it names first."""

    name: str
    line: str
    path: str

    @property
    def opens(self) -> bool:
        """Whether a file or folder was opened, for whatever."""
        return self.name in {"open", "openat", "openat2", "creat"} and not self.failed

    @property
    def writes(self) -> bool:
        """Whether something on disk was to be changed."""
        return self.name in _CHANGING or (self.name.startswith("open") and _WRITING.search(self.line) is not None)

    @property
    def starts(self) -> bool:
        """Whether another program or process was started; a thread is none."""
        is_clone = self.name in {"clone", "clone3"} and "CLONE_THREAD" not in self.line
        return is_clone or self.name in _STARTING

    @property
    def speaks(self) -> bool:
        """Whether a way to another process, or to another machine, was looked for."""
        return self.name in _SPEAKING

    @property
    def failed(self) -> bool:
        """Whether the system refused."""
        return " = -1 " in self.line


def read_record(prefix: Path, folder: Path) -> list[Call]:
    """Read the records of all threads of a program that ran in a folder and never left it."""
    calls = [call for record in sorted(prefix.parent.glob(f"{prefix.name}.*")) for call in _calls(record, folder)]
    assert not [call for call in calls if call.name in {"chdir", "fchdir"}]
    return calls


def _calls(record: Path, folder: Path) -> Iterator[Call]:
    for line in record.read_text(encoding="utf-8", errors="replace").splitlines():
        if match := _CALL.match(line):
            text = _TEXT.search(match[2])
            named = _ESCAPE.sub(_unescaped, text[1]) if text else ""
            yield Call(match[1], line, os.path.normpath(folder / named) if named else "")


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 8)) if match[1].isdigit() else match[1]
