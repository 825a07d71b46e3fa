"""`nanproof server`: over stdin and stdout, or over one TCP connection."""

from __future__ import annotations

import logging
import signal
import socket
import sys
from typing import BinaryIO

from nanproof.lsp.server import ENGINE, Server


def run(tcp: str | None) -> int:
    """Serve until the client leaves, and return the exit code. `tcp` is `HOST:PORT`; None means stdio."""
    return serve_stdio() if tcp is None else serve_tcp(tcp)


def serve_stdio(engine: str = ENGINE) -> int:
    """Serve the process that started this one."""
    if sys.stdin.isatty():
        _tell(
            "nanproof server speaks the Language Server Protocol: an editor starts it. "
            "Press Ctrl-C to leave; `nanproof check PATH` checks files."
        )
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray print must not break the protocol
    return _serve(stdin, stdout, engine)


def serve_tcp(address: str, engine: str = ENGINE) -> int:
    """Listen on `HOST:PORT` and serve the first client that connects; port 0 means any free one."""
    host, _, port = address.rpartition(":")
    try:
        listener = socket.create_server((host.strip("[]") or "localhost", int(port)))
    except (OSError, ValueError, OverflowError) as error:
        _tell(f"nanproof cannot listen on {address}: {error}. Give HOST:PORT.")
        return 2
    with listener:
        _tell(f"nanproof listens on port {listener.getsockname()[1]}.")
        connection, _ = listener.accept()
    with connection, connection.makefile("rb") as stdin, connection.makefile("wb") as stdout:
        return _serve(stdin, stdout, engine)


def _serve(stdin: BinaryIO, stdout: BinaryIO, engine: str) -> int:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # else Ctrl-C waits for the thread that reads
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)  # people are told in the client's log instead
    server = Server(engine)
    try:
        server.start_io(stdin, stdout)
    except OSError:
        return 1  # the connection broke: there is nobody left to tell
    return 0 if server.protocol.stopping else 1


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201 - a person at a terminal reads it
