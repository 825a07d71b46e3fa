"""A server process and the messages to and from it: JSON-RPC of the standard library only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

import nanproof
from fuzzing.disagreement import Disagreement

_SOURCES = str(Path(nanproof.__file__).resolve().parents[1])

Message = dict[str, Any]
COMMAND = (sys.executable, "-m", "nanproof", "server")
SECONDS_TO_LEAVE = 30


class Wire:
    """A server that was started, and what it says. A thread reads, so that neither waits for the other to read."""

    def __init__(self, folder: Path) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": _SOURCES},  # what is fuzzed is what this process compares with
        )
        self._said: Queue[Message | None] = Queue()
        Thread(target=self._read, daemon=True).start()

    @property
    def process_id(self) -> int:
        """The number of the server's process."""
        return self._process.pid

    def send(self, message: Mapping[str, object]) -> None:
        """Send a message."""
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
            self._process.stdin.flush()
        except OSError as error:
            raise Disagreement("Gone", f"{error}: {self.errors()}", "a server that listens") from error

    def receive(self, seconds: float) -> Message | None:
        """Return the next message, None when there is none for so long."""
        try:
            message = self._said.get(timeout=seconds) if seconds else self._said.get_nowait()
        except Empty:
            return None
        if message is None:
            raise Disagreement("Gone", f"exit code {self._process.wait()}: {self.errors()}", "a server that answers")
        return message

    def leave(self) -> int:
        """Wait for the server to end; return its exit code."""
        try:
            return self._process.wait(SECONDS_TO_LEAVE)
        except subprocess.TimeoutExpired as error:
            raise Disagreement("Hung", "the server lives on", "an end after `exit`") from error

    def errors(self) -> str:
        """Return what the server wrote to standard error."""
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    def close(self) -> None:
        """End the server, whatever it does."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._log):
            if stream is not None:
                stream.close()

    def memory(self) -> int:
        """Return the memory that the server and the processes that it started hold, in bytes."""
        pages = (int((process / "statm").read_text().split()[1]) for process in self._processes())
        return sum(pages) * os.sysconf("SC_PAGE_SIZE")

    def descriptors(self) -> int:
        """Return how many files they hold open."""
        return sum(len([*(process / "fd").iterdir()]) for process in self._processes())

    def is_busy(self) -> bool:
        """Say whether a thread of theirs wants to run."""
        return any(_state(thread) in ("R", "D") for process in self._processes() for thread in _threads(process))

    def _processes(self) -> Iterator[Path]:
        waiting = [self.process_id]
        while waiting:
            process = Path(f"/proc/{waiting.pop()}")
            yield process
            for thread in _threads(process):
                with suppress(OSError):  # it ended meanwhile
                    waiting += map(int, (thread / "children").read_text().split())

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        try:
            while (message := _message(stream)) is not None:
                self._said.put(message)
        except ValueError:  # closed under our hands
            pass
        self._said.put(None)


def _threads(process: Path) -> list[Path]:
    return [*(process / "task").glob("*")]


def _state(thread: Path) -> str:
    with suppress(OSError):  # it ended meanwhile
        return (thread / "stat").read_text().rpartition(")")[2].split()[0]
    return ""


def _message(stream: IO[bytes]) -> Message | None:
    length = None
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    if length is None:
        return None
    message: Message = json.loads(stream.read(length))
    return message
