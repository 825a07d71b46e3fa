"""`nanproof server`: over stdin and stdout, or over one TCP connection."""

from __future__ import annotations

import io
import logging
import os
import signal
import sys
from collections.abc import Callable
from functools import partial

from nanproof.lsp.connection import converse
from nanproof.lsp.framing import Frames
from nanproof.lsp.port import first_client, is_beyond_this_machine, listener_on
from nanproof.lsp.server import ENGINE, Server


def run(tcp: str | None) -> int:
    """Serve until the client leaves, and return the exit code. `tcp` is `HOST:PORT`; None means stdio."""
    return serve_stdio() if tcp is None else serve_tcp(tcp)


def serve_stdio(engine: str = ENGINE) -> int:
    """Serve the process that started this one."""
    if sys.stdin is None or sys.stdout is None:
        _tell("nanproof server needs standard input and output, and one of them is closed: let an editor start it.")
        return 2
    if sys.stderr is None:
        os.open(os.devnull, os.O_RDWR)  # becomes 2: else a pipe to the analysis would, into which errors are written
    if sys.stdin.isatty():
        _tell(
            "nanproof server speaks the Language Server Protocol: an editor starts it. "
            "Press Ctrl-C to leave; `nanproof check PATH` checks files."
        )
    # Unbuffered: a thread that waits in a buffer's lock would keep Python from ending.
    stdin, stdout = io.FileIO(sys.stdin.fileno(), closefd=False), io.FileIO(sys.stdout.fileno(), "w", closefd=False)
    sys.stdout = sys.stderr  # a stray print must not break the protocol
    return _serve(Frames(stdin.read), partial(_write, stdout), engine)


def serve_tcp(address: str, engine: str = ENGINE) -> int:
    """Listen on `HOST:PORT` and serve the first client that connects; port 0 means any free one."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    listener = listener_on(address)
    if isinstance(listener, str):
        _tell(f"nanproof cannot listen on {address}: {listener}. Give HOST:PORT.")
        return 2
    with listener:
        port = listener.getsockname()[1]
        _tell(f"nanproof listens on port {port}.")
        if is_beyond_this_machine(listener):
            _tell(
                "Warning: nanproof asks nobody for a password, and this port can be reached from other machines. "
                f"Whoever reaches it can read what nanproof can read: give 127.0.0.1:{port} unless you mean it."
            )
        connection, frames = first_client(listener, _tell)
    with connection:
        return _serve(frames, connection.sendall, engine)


def _serve(frames: Frames, send: Callable[[bytes], object], engine: str) -> int:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # else Ctrl-C waits for the thread that reads
    for name in ("pygls", "asyncio", "concurrent.futures"):  # people are told in the client's log instead
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    server = Server(engine)
    end = converse(server, frames, send)
    if end.why is not None:
        _tell(f"nanproof leaves, because {end.why}. Start it again from your editor.")
        return 1
    return 0 if server.protocol.stopping else 1


def _write(stream: io.FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) or 0 :]


def _tell(sentence: str) -> None:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr, flush=True)  # noqa: T201 - a person at a terminal reads it
