"""The server as a process: how it starts, and that it always ends."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import IO, Any

import pytest

from tests.lsp.editor import REAL, ROOT, STUB

INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"processId": None, "capabilities": {}},
}
SHUTDOWN = {"jsonrpc": "2.0", "id": 2, "method": "shutdown"}
EXIT = {"jsonrpc": "2.0", "method": "exit"}
HOVER = {
    "jsonrpc": "2.0",
    "id": 3,
    "method": "textDocument/hover",
    "params": {"textDocument": {"uri": "file:///a.py"}, "position": {"line": 0, "character": 0}},
}


def send(stream: IO[bytes], *messages: object) -> None:
    for message in messages:
        body = json.dumps(message).encode()
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    length = 0
    while (header := stream.readline()) != b"\r\n":
        assert header, "the server closed the connection"
        if header.startswith(b"Content-Length: "):
            length = int(header.removeprefix(b"Content-Length: "))
    return json.loads(stream.read(length))


@pytest.fixture(params=[STUB, REAL], ids=["stub", "real"])
def server(request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        request.param, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        yield process
        process.kill()


def pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def test_a_proper_goodbye_exits_with_0(server: subprocess.Popen[bytes]) -> None:
    stdin, stdout = pipes(server)
    send(stdin, INITIALIZE)
    answer = receive(stdout)["result"]
    assert answer["serverInfo"]["name"] == "nanproof"
    assert answer["capabilities"]["positionEncoding"] == "utf-16"
    assert answer["capabilities"]["textDocumentSync"]["change"] == 2
    assert answer["capabilities"]["textDocumentSync"]["openClose"] is True
    send(stdin, SHUTDOWN)
    assert receive(stdout) == {"jsonrpc": "2.0", "id": 2, "result": None}
    send(stdin, HOVER)
    assert receive(stdout)["error"]["code"] == -32600
    send(stdin, EXIT)
    assert server.wait(10) == 0
    assert server.stderr is not None
    assert server.stderr.read() == b""


MALFORMED = [
    None,
    {},
    [1],
    {"textDocument": 3},
    {"textDocument": {"uri": "file:///a.py"}, "position": {"line": -1}},
]
NONSENSE = [
    b"not json",
    b"[]",
    b"3",
    b"\xff\xfe",
    b'{"jsonrpc": "1.0", "method": "x"}',
    b'{"jsonrpc": "2.0"}',
    b'{"jsonrpc": "2.0", "method": "nanproof/unheardOf"}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": null}}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": []}',
    b'{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 77}}',
    b'{"jsonrpc": "2.0", "id": 77, "result": null}',
]


def test_malformed_requests_are_refused_and_nonsense_is_passed_over(server: subprocess.Popen[bytes]) -> None:
    stdin, stdout = pipes(server)
    send(stdin, INITIALIZE)
    receive(stdout)
    for number, params in enumerate(MALFORMED):
        send(stdin, {**HOVER, "id": number, "params": params})
        answer = receive(stdout)
        assert answer["id"] == number
        assert answer["error"]["code"] == -32602
        assert "data" not in answer["error"]
    for body in NONSENSE:
        stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    send(stdin, {**HOVER, "id": "unheard", "method": "nanproof/unheardOf"}, {**HOVER, "id": "last"})
    answers: list[dict[str, Any]] = []
    said: list[str] = []
    while not answers or answers[-1]["id"] != "last":
        message = receive(stdout)
        if "id" in message:
            answers.append(message)
        else:
            said.append(message["params"]["message"])
    codes = [(answer["id"], answer.get("error", {}).get("code")) for answer in answers]
    refused = [(None, -32700), (None, -32600), (None, -32600), (None, -32700), (None, -32600), (None, -32600)]
    assert codes == [*refused, ("unheard", -32601), ("last", None)]
    assert [sentence.split(":")[0] for sentence in said] == [
        "nanproof passed over a textDocument/didOpen message",
        "nanproof passed over a textDocument/didChange message",
    ]


def test_exit_without_shutdown_exits_with_1(server: subprocess.Popen[bytes]) -> None:
    stdin, stdout = pipes(server)
    send(stdin, INITIALIZE)
    receive(stdout)
    send(stdin, EXIT)
    assert server.wait(10) == 1


def test_the_server_leaves_when_stdin_closes(server: subprocess.Popen[bytes]) -> None:
    stdin, stdout = pipes(server)
    send(stdin, INITIALIZE)
    receive(stdout)
    stdin.close()
    assert server.wait(10) == 1


def test_a_request_before_initialize_is_refused(server: subprocess.Popen[bytes]) -> None:
    stdin, stdout = pipes(server)
    send(stdin, HOVER)
    assert receive(stdout)["error"]["code"] == -32002
    send(stdin, INITIALIZE)
    assert "result" in receive(stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="there the pipes of a dead parent close at once")
def test_the_server_leaves_when_its_editor_dies(server: subprocess.Popen[bytes]) -> None:
    stdin, stdout = pipes(server)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as editor:
        params = {"processId": editor.pid, "capabilities": {}}
        send(stdin, {**INITIALIZE, "params": params})
        receive(stdout)
        editor.kill()
    assert server.wait(20) == 1  # though stdin is open still


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is sent otherwise there")
def test_ctrl_c_ends_the_server_at_once(server: subprocess.Popen[bytes]) -> None:
    stdin, stdout = pipes(server)
    send(stdin, INITIALIZE)
    receive(stdout)
    os.kill(server.pid, signal.SIGINT)
    assert server.wait(10) == -signal.SIGINT


def test_tcp_serves_one_client() -> None:
    command = [*REAL, "--tcp", "127.0.0.1:0"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        said = re.fullmatch(rb"nanproof listens on port (\d+)\.\n", process.stderr.readline())
        assert said is not None
        with (
            socket.create_connection(("127.0.0.1", int(said[1]))) as connection,
            connection.makefile("rb") as stdout,
            connection.makefile("wb") as stdin,
        ):
            send(stdin, INITIALIZE)
            assert receive(stdout)["result"]["serverInfo"]["name"] == "nanproof"
        assert process.wait(10) == 1


@pytest.mark.parametrize("address", ["nowhere", "127.0.0.1:99999", "256.1.1.1:80", "127.0.0.1:"])
def test_an_address_that_cannot_be_had_is_one_sentence(address: str) -> None:
    done = subprocess.run([*REAL, "--tcp", address], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 or "usage" in done.stderr
    assert "Traceback" not in done.stderr


def test_initialize_waits_for_no_analysis() -> None:
    code = (
        "import sys, nanproof.lsp.start\n"
        "late = {'nanproof.analysis', 'nanproof.infer', 'nanproof.names', 'jedi', 'parso'}\n"
        "print(*sorted(late & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
