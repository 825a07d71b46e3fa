"""A port serves one client that speaks the protocol, and shuts the door on everybody else."""

from __future__ import annotations

import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from nanproof.lsp.port import is_beyond_this_machine, listener_on
from tests.lsp.editor import REAL, ROOT
from tests.lsp.test_process import INITIALIZE, receive, send

SECONDS = 60.0
POST = (
    b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 200\r\n\r\n"
    b'Content-Length: 99\r\n\r\n{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}'
)


@contextmanager
def listening(address: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Start a server on a port, and wait until it listens."""
    with subprocess.Popen([*REAL, "--tcp", address], cwd=ROOT, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        try:
            said = re.fullmatch(rb"nanproof listens on port (\d+)\.\n", process.stderr.readline())
            assert said is not None
            yield process, int(said[1])
        finally:
            process.kill()


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=SECONDS)


def test_a_web_page_gets_nothing_and_keeps_nobody_out() -> None:
    with listening("127.0.0.1:0") as (process, port):
        assert process.stderr is not None
        with connect(port) as browser:
            browser.sendall(POST)
            try:
                answered = browser.recv(1000)
            except ConnectionResetError:  # closed before all of it was read
                answered = b""
            assert answered == b""
        said = process.stderr.readline().decode()
        assert said.startswith("nanproof closed a connection, because something came that is no header of the Language")
        assert "POST / HTTP/1.1" in said
        with connect(port) as silent, connect(port) as editor:
            assert silent
            with editor.makefile("rb") as stdout, editor.makefile("wb") as stdin:
                send(stdin, INITIALIZE)
                assert receive(stdout)["result"]["serverInfo"]["name"] == "nanproof"
                with pytest.raises(ConnectionRefusedError):
                    connect(port)
                send(stdin, {"jsonrpc": "2.0", "id": 3, "method": "shutdown"}, {"jsonrpc": "2.0", "method": "exit"})
                assert process.wait(SECONDS) == 0


def test_a_client_that_changes_its_language_is_left() -> None:
    with listening("127.0.0.1:0") as (process, port), connect(port) as editor:
        assert process.stderr is not None
        with editor.makefile("rb") as stdout, editor.makefile("wb") as stdin:
            send(stdin, INITIALIZE)
            receive(stdout)
            stdin.write(POST)
            stdin.flush()
            assert process.wait(SECONDS) == 1
        assert b"POST / HTTP/1.1" in process.stderr.read()


@pytest.mark.parametrize(
    ("address", "is_beyond"),
    [("127.0.0.1:0", False), (":0", False), ("0", False), ("localhost:0", False), ("0.0.0.0:0", True)],
)
def test_a_port_is_of_this_machine_alone_unless_another_is_asked_for(address: str, is_beyond: bool) -> None:
    listener = listener_on(address)
    assert isinstance(listener, socket.socket)
    with listener:
        assert is_beyond_this_machine(listener) is is_beyond


def test_a_port_that_others_can_reach_is_warned_of() -> None:
    with listening("0.0.0.0:0") as (process, port):
        assert process.stderr is not None
        said = process.stderr.readline().decode()
        assert said.startswith("Warning: ")
        assert f"127.0.0.1:{port}" in said


def test_a_loopback_port_is_not_warned_of() -> None:
    with listening(":0") as (process, port):
        assert process.stderr is not None
        with connect(port) as other:
            other.sendall(b"HELO\r\n")
        assert process.stderr.readline().startswith(b"nanproof closed a connection")


@pytest.mark.parametrize("address", ["127.0.0.1:99999", "127.0.0.1:", "nowhere", "a..b:1", "[::1:0]:x"])
def test_why_a_port_cannot_be_had_is_said(address: str) -> None:
    assert isinstance(listener_on(address), str)
