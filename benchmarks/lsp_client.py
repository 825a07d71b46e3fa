"""A language client of the standard library only, as thin as a client can be, so that it does not time itself."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Message = dict[str, Any]

CAPABILITIES: Message = {
    "general": {"positionEncodings": ["utf-8", "utf-16"]},
    "textDocument": {
        "synchronization": {"didSave": True},
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True, "dataSupport": True},
    },
}


class Client:
    """One server process and the document that is open in it."""

    def __init__(self, command: Sequence[str], root: Path) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, cwd=root, env=as_installed()
        )
        self._root = root
        self._requests = 0

    def close(self) -> None:
        """End the server, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._log.close()

    def initialize(self) -> None:
        """Shake hands."""
        self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": self._root.as_uri(),
                "workspaceFolders": [{"uri": self._root.as_uri(), "name": self._root.name}],
                "capabilities": CAPABILITIES,
            },
        )
        self.notify("initialized", {})

    def shut_down(self) -> None:
        """Say good-bye and wait until the server has gone."""
        self.request("shutdown", None)
        self.notify("exit", None)
        self._process.wait(timeout=10)

    def request(self, method: str, params: Message | None) -> Any:
        """Ask and wait for the answer."""
        self._requests += 1
        self._send({"jsonrpc": "2.0", "id": self._requests, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._requests and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message.get("result")

    def notify(self, method: str, params: Message | None) -> None:
        """Tell without an answer."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def diagnostics(self, version: int) -> list[Message]:
        """Wait for the diagnostics of a version of the document."""
        while True:
            message = self._receive()
            if message.get("method") != "textDocument/publishDiagnostics":
                continue
            if message["params"].get("version") == version:
                found: list[Message] = message["params"]["diagnostics"]
                return found

    def peak_memory(self) -> int:
        """Return the most memory that the server and the process that it started have had so far, in bytes (VmHWM)."""
        pid = self._process.pid
        tasks = Path(f"/proc/{pid}/task").glob("*/children")
        children = [child for each in tasks for child in each.read_text().split()]
        return sum(_most_held(each) for each in (str(pid), *children))

    def _send(self, message: Message) -> None:
        body = json.dumps(message).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> Message:
        """Read one message; answer what the server asks for with null."""
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            self._log.seek(0)
            raise RuntimeError(f"the server has gone: {self._log.read().decode(errors='replace')[-2000:]}")
        message: Message = json.loads(self._process.stdout.read(length))
        if "method" in message and "id" in message:
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": None})
        return message


def _most_held(pid: str) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


def as_installed() -> dict[str, str]:
    """Return an environment in which Python keeps compiled modules, as they are after an installation."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def elapsed_ms(since: float) -> float:
    """Return the milliseconds since a reading of `time.perf_counter`."""
    return (time.perf_counter() - since) * 1000
