"""Where one message of the protocol ends and the next begins: headers, a blank line, and so many bytes.

What follows a header that cannot be trusted could be anything, so there the connection ends, with a sentence. Only
the two headers that the protocol knows are let in: a browser that posts to the port sends others, and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

LARGEST_MESSAGE = 64 * 1024 * 1024
_LONGEST_HEADER = 4096
_MOST_AT_ONCE = 1024 * 1024

_LENGTH = "content-length"
_TYPE = "content-type"
_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}):([\t\x20-\x7e]*)")
_SIZE = re.compile(r"[0-9]{1,12}")  # more digits are no size, and thousands of them take Python long to read
_CHARSET = re.compile(r""";\s*charset\s*=\s*"?([^";\s]*)""", re.IGNORECASE)
_READABLE = frozenset({"utf-8", "utf8"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The bytes of one message; `is_utf8` is false when its header says that they are something else."""

    body: bytes
    is_utf8: bool = True


@dataclass(frozen=True, slots=True)
class End:
    """There is no further message: the other side has left, or `why` nothing more can be read."""

    why: str | None = None


class Frames:
    """The messages of one connection, one after another."""

    def __init__(self, receive: Callable[[int], bytes | None]) -> None:
        """Read with `receive`, which returns at most so many bytes, and none of them at the end."""
        self._receive = receive
        self._held = bytearray()
        self._seen: Frame | End | None = None

    def peek(self) -> Frame | End:
        """Wait for the next message and leave it for `next`."""
        self._seen = self._seen or self._read()
        return self._seen

    def next(self) -> Frame | End:
        """Wait for the next message."""
        seen, self._seen = self._seen, None
        return seen or self._read()

    def _read(self) -> Frame | End:
        headers = self._headers()
        if isinstance(headers, End):
            return headers
        size = headers.get(_LENGTH)
        if size is None:
            return End("a message came without a Content-Length header")
        if _SIZE.fullmatch(size) is None:
            return End(f"a message came whose Content-Length is {_quoted(size)}, which is no size")
        if int(size) > LARGEST_MESSAGE:
            return End(f"a message of {int(size):,} bytes was announced, and {LARGEST_MESSAGE:,} are the most")
        if not self._hold(int(size)):
            return End("the connection ended in the middle of a message")
        charset = _CHARSET.search(headers.get(_TYPE, ""))
        return Frame(self._take(int(size)), charset is None or charset[1].lower() in _READABLE)

    def _headers(self) -> dict[str, str] | End:
        """Read up to the blank line, and return what the headers say, by their names in small letters."""
        found: dict[str, str] = {}
        while (line := self._line()) != b"":
            if isinstance(line, End):
                return End() if line.why is None and not found else End(line.why or _CUT)
            match = _LINE.fullmatch(line)
            name = match[1].decode().lower() if match else ""
            if match is None or name not in (_LENGTH, _TYPE):
                return End(f"something came that is no header of the Language Server Protocol, {_quoted(line)}")
            if name in found:
                return End(f"a message came with two {match[1].decode()} headers")
            found[name] = match[2].decode().strip(" \t")
        return found

    def _line(self) -> bytes | End:
        r"""Read one line, without its `\r\n`."""
        while (end := self._held.find(b"\n")) < 0 and len(self._held) <= _LONGEST_HEADER:
            if not self._more():
                return End(_CUT if self._held else None)
        if not 0 <= end <= _LONGEST_HEADER:
            return End(f"a header came that does not end, {_quoted(bytes(self._held))}")
        return self._take(end + 1).removesuffix(b"\n").removesuffix(b"\r")

    def _hold(self, size: int) -> bool:
        """Wait until so many bytes are there; say whether they came."""
        while len(self._held) < size:
            if not self._more():
                return False
        return True

    def _more(self) -> bool:
        try:
            received = self._receive(_MOST_AT_ONCE)
        except OSError:  # the connection broke
            return False
        self._held += received or b""
        return bool(received)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._held[:size])
        del self._held[:size]
        return taken


_CUT = "the connection ended in the middle of a header"


def _quoted(text: bytes | str) -> str:
    """Return the beginning of what came, fit to print."""
    written = text if isinstance(text, str) else text[:100].decode("ascii", "replace")
    return ascii(f"{written[:37]}..." if len(written) > 40 else written)
