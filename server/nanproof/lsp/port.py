"""A TCP port for one client, and for nobody who does not speak the protocol: any web page can post to a port."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread

from nanproof.lsp.framing import End, Frames

LOOPBACK = "127.0.0.1"

Client = tuple[socket.socket, Frames]


def listener_on(address: str) -> socket.socket | str:
    """Listen on `HOST:PORT`, on this machine alone when no host is given; or say why that cannot be."""
    host, _, port = address.rpartition(":")
    host = host.strip("[]") or LOOPBACK
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, int(port)), family=family)
    except (OSError, ValueError, OverflowError) as error:
        return str(error)


def is_beyond_this_machine(listener: socket.socket) -> bool:
    """Say whether other machines can reach a port."""
    return not ipaddress.ip_address(listener.getsockname()[0].partition("%")[0]).is_loopback


def first_client(listener: socket.socket, tell: Callable[[str], None]) -> Client:
    """Wait for the first connection that begins with a message of the protocol; close others, and say why."""
    found: SimpleQueue[Client] = SimpleQueue()
    Thread(target=_accept, args=(listener, found, Lock(), tell), name="nanproof-port", daemon=True).start()
    client = found.get()
    with suppress(OSError):  # closing alone does not wake who waits for connections
        listener.shutdown(socket.SHUT_RDWR)
    return client


def _accept(listener: socket.socket, found: SimpleQueue[Client], chosen: Lock, tell: Callable[[str], None]) -> None:
    while not chosen.locked():
        try:
            connection, _ = listener.accept()
        except ConnectionAbortedError:
            continue
        except OSError:  # closed, because a client was found
            return
        # Each waits on its own: one that says nothing must not keep the client out.
        greeting = (connection, found, chosen, tell)
        Thread(target=_greet, args=greeting, name="nanproof-greeting", daemon=True).start()


def _greet(connection: socket.socket, found: SimpleQueue[Client], chosen: Lock, tell: Callable[[str], None]) -> None:
    frames = Frames(connection.recv)
    first = frames.peek()
    if not isinstance(first, End) and chosen.acquire(blocking=False):  # never released: there is one client
        found.put((connection, frames))
        return
    if isinstance(first, End) and first.why is not None:
        tell(f"nanproof closed a connection, because {first.why}. It waits for an editor.")
    connection.close()
