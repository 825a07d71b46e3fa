"""What is wrong before anything is a token: encodings, marks, line ends, control characters, noise."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.hostile.kinds.parts import FOUND, SITE

SITES = FOUND.encode()


def _noise(seed: int, size: int, alphabet: bytes = bytes(range(256))) -> bytes:
    return bytes(random.Random(seed).choices(alphabet, k=size))


KINDS: dict[str, Callable[[], bytes]] = {
    "an empty file": lambda: b"",
    "one line end": lambda: b"\n",
    "one letter": lambda: b"x",
    "one bracket": lambda: b"(",
    "one backslash": lambda: b"\\",
    "one byte that is no UTF-8": lambda: b"\xff",
    "one NUL": lambda: b"\0",
    "only a byte order mark": lambda: b"\xef\xbb\xbf",
    "two byte order marks": lambda: b"\xef\xbb\xbf" * 2 + SITES,
    "a byte order mark on each line": lambda: SITES.replace(b"\n", b"\n\xef\xbb\xbf"),
    "UTF-16 with a mark": lambda: FOUND.encode("utf-16"),
    "UTF-16 without a mark": lambda: FOUND.encode("utf-16-be"),
    "UTF-32": lambda: FOUND.encode("utf-32"),
    "invalid UTF-8 in a string": lambda: SITES + b"s = '\xff\xfe\xc0\x80'\n" + SITES,
    "cut off inside a character": lambda: SITES + b"# \xf0\x9f\x98",
    "an overlong encoding": lambda: SITES + b"# \xc0\xaf\xe0\x80\xaf\n",
    "surrogates in UTF-8": lambda: SITES + b"s = '\xed\xa0\x80\xed\xb0\x80'\n" + SITES,
    "latin-1 that says so": lambda: b"# -*- coding: latin-1 -*-\n# \xe9\xff\n" + SITES,
    "latin-1 that says it is UTF-8": lambda: b"# -*- coding: utf-8 -*-\n# \xe9\xff\n" + SITES,
    "an encoding that nobody knows": lambda: b"# coding: no-such-codec\n" + SITES,
    "an encoding that is no text": lambda: b"# coding: base64\n" + SITES,
    "an encoding of 100,000 letters": lambda: b"# coding: " + b"a" * 100_000 + b"\n" + SITES,
    "a first line of a megabyte that mentions coding": lambda: b"#" + b"coding" * 170_000 + b"\n" + SITES,
    "NULs between the letters": lambda: b"\0".join(bytes([each]) for each in SITES),
    "a NUL at the end": lambda: SITES + b"\0",
    "form feeds": lambda: SITES.replace(b"\n", b"\n\x0c"),
    "form feeds alone": lambda: SITES + b"\x0c" * 500_000 + b"\n" + SITES,
    "lone carriage returns": lambda: SITES.replace(b"\n", b"\r") * 50,
    "half a megabyte of carriage returns": lambda: b"\r" * 500_000 + SITES,
    "half a megabyte of line feeds": lambda: SITES + b"\n" * 500_000 + SITES,
    "mixed line ends": lambda: (
        SITES.replace(b"\n", b"\r\n") + SITES + SITES.replace(b"\n", b"\r") + b"\n\r\r\n" + SITES
    ),
    "a carriage return inside a string": lambda: SITES + b"s = 'a\rb'\n" + SITES,
    "U+2028 and U+0085": lambda: SITES + "# \u2028\u2029\u0085\x1c\x1d\x0b\n".encode() * 500 + SITES,
    "writing directions turned round": lambda: (
        SITES + "s = '\u202e\u2066 '' \u2069'  # \u202d\n".encode() * 200 + SITES
    ),
    "escape sequences": lambda: SITES.replace(b"torch.log(p)", b"torch.log(p)  # \x1b[2J\x1b]0;x\x07\x9b"),
    "zero-width letters": lambda: SITES + "a\u200bb = \u2060x\u00ad\n".encode() * 300 + SITES,
    "letters with 1,000 accents": lambda: SITES + ("e" + "\u0301" * 1_000 + " = 1\n").encode() * 50 + SITES,
    "emoji before each site": lambda: ("'\U0001f600'; " + SITE.replace("\n", "; ", 1)).encode() * 100,
    "a megabyte of spaces": lambda: SITES + b" " * 1_000_000 + b"\n" + SITES,
    "a megabyte of tabs before a statement": lambda: SITES + b"if x:\n" + b"\t" * 1_000_000 + b"x = 1\n",
    "spaces and tabs mixed": lambda: SITES + b"if x:\n \tx = 1\n\t x = 2\n        x = 3\n\tx = 4\n" * 200 + SITES,
    "spaces that are no ASCII": lambda: SITES.replace(b" ", "\u00a0".encode()),
    "random bytes": lambda: _noise(1, 200_000),
    "random bytes without NUL": lambda: _noise(2, 200_000, bytes(range(1, 256))),
    "random printable ASCII": lambda: _noise(3, 200_000, bytes(range(32, 127)) + b"\n"),
    "random brackets": lambda: SITES + _noise(4, 60_000, b"()[]{}") + b"\n" + SITES,
    "random quotes": lambda: SITES + _noise(5, 60_000, b"'\"\\\n fr") + b"\n" + SITES,
    "random operators": lambda: SITES + _noise(6, 30_000, b"+-*/%@&|^~<>=!:.,x1 ") + b"\n" + SITES,
    "an ELF header": lambda: b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00" + _noise(7, 50_000),
    "a PNG header": lambda: b"\x89PNG\r\n\x1a\n" + _noise(8, 50_000, bytes(range(1, 256))),
    "a zip header": lambda: b"PK\x03\x04" + _noise(9, 50_000),
    "a pickle": lambda: b"\x80\x04\x95" + _noise(10, 50_000, bytes(range(1, 256))),
    "byte code": lambda: b"\xa7\r\r\n" + bytes(12) + _noise(11, 50_000),
    "as large as nanproof reads": lambda: SITES + b"# " + b"x" * (5_000_000 - len(SITES) - 3) + b"\n",
    "a byte larger than nanproof reads": lambda: SITES + b"# " + b"x" * (5_000_000 - len(SITES) - 2) + b"\n",
}
