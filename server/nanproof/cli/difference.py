r"""What fixes would change, as a difference that `patch -p0` and `git apply -p0` can apply.

It is of bytes: the file's own encoding, byte order mark and line ends, whatever they are. A line ends at `\n` only, as
it does for both programs.
"""

from __future__ import annotations

import difflib
import os
import re

from nanproof.printed.paths import relative

_LINE = re.compile(rb"[^\n]*\n|[^\n]+\Z")
_NO_LINE_END = b"\n\\ No newline at end of file\n"

# As git writes a name that could be misread, and as patch reads it.
_ESCAPES = {
    0x07: b"\\a", 0x08: b"\\b", 0x09: b"\\t", 0x0A: b"\\n", 0x0B: b"\\v", 0x0C: b"\\f", 0x0D: b"\\r", 0x22: b'\\"',
    0x5C: b"\\\\",
}  # fmt: skip


def unified(path: str, before: bytes, after: bytes) -> bytes:
    """Return the unified difference of a file's bytes."""
    # From here, and of what a link leads to: neither program writes through one.
    name = quoted(relative(os.path.realpath(path)).replace(os.sep, "/"))
    lines = difflib.diff_bytes(difflib.unified_diff, _LINE.findall(before), _LINE.findall(after), name, name)
    return b"".join(line if line.endswith(b"\n") else line + _NO_LINE_END for line in lines)


def quoted(name: str) -> bytes:
    """Return a file's name as the head of a difference has it: quoted as in C where it would be misread.

    What cannot be seen is quoted as well, so that a name does no harm on a terminal.
    """
    raw = os.fsencode(name)
    if name.isprintable() and not name.startswith(" ") and '"' not in name and "\\" not in name:
        return raw + b"\t" if " " in name else raw  # without a tab behind it the name ends at the space
    return b'"' + b"".join(_ESCAPES.get(byte, _in_ascii(byte)) for byte in raw) + b'"'


def _in_ascii(byte: int) -> bytes:
    return bytes((byte,)) if 0x20 <= byte < 0x7F else b"\\%03o" % byte
