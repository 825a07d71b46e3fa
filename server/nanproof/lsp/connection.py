"""The conversation with one client: its messages in, one after another, and what is said to it out.

pygls has a loop of its own. It trusts every header, and whatever breaks it is a traceback or a server that waits for
ever; here a connection that cannot be trusted ends, and so does the server.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Semaphore, Thread
from typing import Any

from nanproof.lsp.framing import End, Frame, Frames
from nanproof.lsp.server import Server


class Outlet:
    """Where pygls writes. That nobody reads any more is told once, and raises nothing wherever somebody writes."""

    def __init__(self, send: Callable[[bytes], object], broken: Callable[[], None]) -> None:
        self._send = send
        self._broken = broken
        self._lock = Lock()

    def write(self, data: bytes) -> None:
        """Send one whole message."""
        try:
            with self._lock:
                self._send(data)
        except OSError:
            self._broken()

    def close(self) -> None:
        """Leave the stream to whoever opened it."""


def converse(server: Server, frames: Frames, send: Callable[[bytes], object]) -> End:
    """Serve one client until it leaves or cannot be understood any more, and return which."""
    try:
        return asyncio.run(_converse(server, frames, send))
    except SystemExit:  # how pygls answers `exit`
        return End()
    finally:
        server.shutdown()  # type: ignore[no-untyped-call]  # pygls leaves it unannotated


async def _converse(server: Server, frames: Frames, send: Callable[[bytes], object]) -> End:
    loop = asyncio.get_running_loop()
    inbox: asyncio.Queue[Frame | End] = asyncio.Queue()

    def put(frame: Frame | End) -> None:
        with suppress(RuntimeError):  # the loop is closed: the server is leaving
            loop.call_soon_threadsafe(inbox.put_nowait, frame)

    def report(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            server.report_server_error(error, None)

    loop.set_exception_handler(report)
    server.protocol.set_writer(Outlet(send, lambda: put(End())))
    turn = Semaphore()
    Thread(target=_listen, args=(frames, put, turn), name="nanproof-listener", daemon=True).start()
    while isinstance(frame := await inbox.get(), Frame):
        server.protocol.receive(frame)
        turn.release()
    return frame


def _listen(frames: Frames, put: Callable[[Frame | End], None], turn: Semaphore) -> None:
    """Read messages, each when the one before it was handled: nothing piles up, and `exit` finds nobody reading."""
    while True:
        turn.acquire()
        frame = frames.next()
        put(frame)
        if isinstance(frame, End):
            return
