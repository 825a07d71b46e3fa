"""A small editor that speaks to `nanproof server` over pipes, one message after the other."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

SECONDS = 120.0


class Session:
    """One server process, and what it has been asked."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None and process.stdout is not None
        self._input, self._output = process.stdin, process.stdout
        self._number = 0

    def notify(self, method: str, params: object) -> None:
        """Send a message that has no answer."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        """Send a request and return its result."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._answer(message)

    def wait_for(self, method: str) -> Any:
        """Return the parameters of the next notification of this kind."""
        while True:
            message = self._receive()
            if message.get("method") == method:
                return message["params"]
            self._answer(message)

    def _answer(self, message: Mapping[str, Any]) -> None:
        if "method" in message and "id" in message:  # the server asks to be told of changed files, and the like
            self._send({"id": message["id"], "result": None})

    def _send(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._input.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._input.flush()

    def _receive(self) -> dict[str, Any]:
        length = 0
        while (header := self._output.readline()) != b"\r\n":
            assert header, "the server closed the connection"
            if header.lower().startswith(b"content-length: "):
                length = int(header.partition(b":")[2])
        message: dict[str, Any] = json.loads(self._output.read(length))
        return message


@contextlib.contextmanager
def running(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Iterator[Session]:
    """Start a server in a folder; end it when it does not end by itself."""
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            yield Session(process)
            assert process.wait(SECONDS) == 0
            assert process.stderr is not None
            assert process.stderr.read() == b""
        finally:
            process.kill()


def search_and_leave(session: Session, root: Path, file: Path) -> list[str]:
    """Look for what makes a loss NaN, from a file and from a log, and leave; return the codes of both searches."""
    _initialize(session, root)
    log = f'  File "{file}", line 20, in <module>\nValueError: loss is nan\n'
    asked = [("nanproof.suspects", {"entry": str(file)}), ("nanproof.trace", {"log": log})]
    found = [session.ask("workspace/executeCommand", {"command": name, "arguments": [said]}) for name, said in asked]
    _leave(session)
    return [str(each["code"]) for answer in found for each in answer["suspects"]]


def _initialize(session: Session, root: Path) -> None:
    folders = [{"uri": root.as_uri(), "name": "root"}]
    capabilities = {"workspace": {"workspaceFolders": True, "didChangeWatchedFiles": {"dynamicRegistration": True}}}
    session.ask(
        "initialize",
        {
            "processId": None,
            "rootUri": root.as_uri(),
            "workspaceFolders": folders,
            "capabilities": capabilities,
            "initializationOptions": {},
        },
    )
    session.notify("initialized", {})


def _leave(session: Session) -> None:
    session.ask("shutdown", None)
    session.notify("exit", None)


def edit_and_leave(session: Session, root: Path, file: Path) -> list[str]:
    """Open a file, type in it, ask for everything, and leave; return the codes that were shown at first."""
    text = file.read_text(encoding="utf-8")
    document: dict[str, object] = {"uri": file.as_uri()}
    _initialize(session, root)
    opened = {**document, "languageId": "python", "version": 1, "text": text}
    session.notify("textDocument/didOpen", {"textDocument": opened})
    shown: list[Any] = []
    while "NAN101" not in [each.get("code") for each in shown]:  # what takes its time comes later
        shown = session.wait_for("textDocument/publishDiagnostics")["diagnostics"]
    line = text.count("\n")
    for version, letter in enumerate("import torch.hub, native\n", 2):
        place = {"line": line, "character": version - 2}
        change = {"range": {"start": place, "end": place}, "text": letter}
        changed = {**document, "version": version}
        session.notify("textDocument/didChange", {"textDocument": changed, "contentChanges": [change]})
    for number, words in enumerate(text.splitlines()):
        for column in {words.find("log"), words.find("Parser"), words.find("scale"), 0} - {-1}:
            session.ask(
                "textDocument/hover", {"textDocument": document, "position": {"line": number, "character": column}}
            )
    for diagnostic in shown:
        context = {"diagnostics": [diagnostic]}
        session.ask(
            "textDocument/codeAction", {"textDocument": document, "range": diagnostic["range"], "context": context}
        )
    session.notify("textDocument/didSave", {"textDocument": document})
    session.notify("workspace/didChangeWatchedFiles", {"changes": [{**document, "type": 2}]})
    session.notify("textDocument/didClose", {"textDocument": document})
    _leave(session)
    return [str(diagnostic.get("code")) for diagnostic in shown]
