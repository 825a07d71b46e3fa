"""Whatever is opened, typed into and asked about, the server answers, and leaves when it is told to."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from queue import Empty, Queue
from threading import Thread
from typing import Any

import pytest

from tests.hostile.kinds import KINDS

SECONDS = 240.0  # a guard against waiting for ever
_BATCHES = 6
_EACH = 4  # one kind of so many goes through the server

_HELLO = {"id": 0, "method": "initialize", "params": {"processId": None, "capabilities": {}}}
_GOODBYE = [{"id": "bye", "method": "shutdown", "params": None}, {"method": "exit", "params": None}]


def _session(name: str, number: int) -> Iterator[dict[str, Any]]:
    """Yield what an editor sends: open, type in the middle, ask, close."""
    text = KINDS[name]().decode("utf-8", "replace")
    uri = f"file:///hostile/case{number}.py"
    lines = text.splitlines()
    middle = {"line": len(lines) // 2, "character": 2}
    stretch = {"start": middle, "end": middle}
    document = {"uri": uri}
    yield {
        "method": "textDocument/didOpen",
        "params": {"textDocument": {"uri": uri, "languageId": "python", "version": 1, "text": text}},
    }
    yield {
        "method": "textDocument/didChange",
        "params": {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"range": stretch, "text": "("}]},
    }
    yield {
        "id": f"hover {number}",
        "method": "textDocument/hover",
        "params": {"textDocument": document, "position": middle},
    }
    yield {
        "id": f"actions {number}",
        "method": "textDocument/codeAction",
        "params": {"textDocument": document, "range": stretch, "context": {"diagnostics": []}},
    }
    yield {"method": "textDocument/didClose", "params": {"textDocument": document}}


class _Server:
    """A server, what it says, and a guard against waiting for it for ever."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "nanproof", "server"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self._said: Queue[dict[str, Any]] = Queue()
        Thread(target=self._listen, daemon=True).start()
        self.send(_HELLO)
        self.answer(0)

    def send(self, *messages: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        for each in messages:
            body = json.dumps({"jsonrpc": "2.0", **each}).encode()
            self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def answer(self, request: object) -> dict[str, Any]:
        """Return the answer to a request; nothing but its own message ends the wait, or the guard."""
        try:
            while True:
                said = self._said.get(timeout=SECONDS)
                if said.get("id") == request:
                    return said
        except Empty:
            self._process.kill()
            pytest.fail(f"no answer to {request}")

    def leave(self) -> tuple[int, bytes]:
        """Say goodbye, and return the exit code and what stands on standard error."""
        self.send(*_GOODBYE)
        self.answer("bye")
        assert self._process.stderr is not None
        errors = self._process.stderr.read()
        return self._process.wait(SECONDS), errors

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while header := self._process.stdout.readline():
            length = int(header.partition(b":")[2])
            while self._process.stdout.readline() != b"\r\n":
                pass
            self._said.put(json.loads(self._process.stdout.read(length)))


@pytest.mark.parametrize("batch", range(_BATCHES))
def test_a_session(batch: int) -> None:
    server = _Server()
    for number, name in enumerate([*KINDS][::_EACH][batch::_BATCHES]):
        for message in _session(name, number):
            server.send(message)
            if "id" in message:
                answer = server.answer(message["id"])
                assert "result" in answer, (name, answer)
    assert server.leave() == (0, b"")


@pytest.mark.parametrize("name", ["a blob in double quotes", "100 functions with a logarithm", "a sum of 1,000"])
def test_a_goodbye_in_the_middle(name: str) -> None:
    server = _Server()
    server.send(next(_session(name, 0)))
    assert server.leave() == (0, b"")
