"""From a path to the text of a Python file or a notebook, or to the reason why there is none."""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
from dataclasses import dataclass

from nanproof.files.problem import Problem, spoken
from nanproof.source.notebook import SUFFIX as NOTEBOOK
from nanproof.source.notebook import Notebook, notebook
from nanproof.source.reader import LARGEST_FILE

# What is Python by its name: all that pre-commit hands over as such, and stubs. Folders are searched for .py alone.
_PYTHON_SUFFIXES = (".py", ".pyi", ".pyw", ".pyt", ".wsgi", ".tac", ".gyp", ".gypi", "wscript")
_SHEBANG = re.compile(rb"#!.*\bpython")
# The longer ones first: a byte order mark of UTF-32 begins as one of UTF-16.
_WIDE = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of a Python file, the bytes that it was decoded from and the encoding to write it in.

    Of a notebook the text is its program.
    """

    text: str
    data: bytes = b""
    encoding: str = "utf-8"
    notebook: Notebook | None = None


def load(path: str) -> Source | Problem:
    """Read a file that may be anything at all, without ever waiting for it, and decode it as Python would."""
    try:
        data = _read(path)
    except (OSError, ValueError) as error:
        sentence = spoken(error) if isinstance(error, OSError) else "this is no path that a file can have"
        return Problem(path, sentence)
    return data if isinstance(data, Problem) else loaded(path, data)


def loaded(path: str, data: bytes) -> Source | Problem:
    """Decode what a file holds, or would hold under a path, as Python would."""
    if path.endswith(NOTEBOOK):
        return _program(path, data)
    wide = next((name for mark, name in _WIDE.items() if data.startswith(mark)), None)
    if wide is not None and path.endswith(_PYTHON_SUFFIXES):
        return Problem(
            path,
            f"this file is {wide}: Python reads only UTF-8 or a declared encoding that ASCII is part of;"
            " save it as UTF-8",
        )
    if not path.endswith(_PYTHON_SUFFIXES) and not _SHEBANG.match(data):
        return Problem(
            path,
            "this is not a Python file: neither its name (.py, .pyi, .wsgi, ...) nor a first line #!python says so",
        )
    if b"\0" in data:
        return Problem(path, "this is not Python source: it holds a zero byte, which Python does not read")
    return _decoded(path, data)


def _program(path: str, data: bytes) -> Source | Problem:
    try:
        found = notebook(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        found = "this is not a notebook: its text is not UTF-8"
    return Problem(path, found) if isinstance(found, str) else Source(found.text, data, notebook=found)


def _read(path: str) -> bytes | Problem:
    status = os.stat(path)  # noqa: PTH116 - asked before Path could make sense of an odd name
    if not stat.S_ISREG(status.st_mode):
        return Problem(path, "this is not a file but a pipe, a socket or a device")
    if status.st_size > LARGEST_FILE:
        return _too_large(path, status.st_size)
    with open(path, "rb", buffering=0, opener=_without_waiting) as file:
        data = file.read()
    return data if len(data) <= LARGEST_FILE else _too_large(path, len(data))


def _without_waiting(path: str, flags: int) -> int:
    # Between the look and the opening a file can become a pipe; Windows has no such flag.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(path: str, size: int) -> Problem:
    limit = f"{LARGEST_FILE / 1e6:g} MB"
    return Problem(path, f"this file is larger than nanproof reads: {size / 1e6:.1f} MB, the limit is {limit}")


def _decoded(path: str, data: bytes) -> Source | Problem:
    encoding = "utf-8-sig"
    if _may_declare_encoding(data):
        from tokenize import detect_encoding

        try:
            encoding, _ = detect_encoding(io.BytesIO(data).readline)
        except SyntaxError as error:
            return Problem(path, f"its text cannot be decoded: {error.msg}")
    try:
        text = data.decode(encoding)
        has_mark = data.startswith(codecs.BOM_UTF8)
        return Source(text, data, "utf-8" if encoding == "utf-8-sig" and not has_mark else encoding)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        byte = error.object[error.start : error.start + 1].hex()
        return Problem(
            path,
            f"its text cannot be decoded as {error.encoding}: line {line} holds the byte 0x{byte};"
            " declare the encoding on the first line, as in # -*- coding: latin-1 -*-",
        )
    except (LookupError, ValueError) as error:
        return Problem(path, f"its text cannot be decoded: {error}")


def _may_declare_encoding(data: bytes) -> bool:
    """Say whether a declaration (PEP 263) can stand on one of the first two lines."""
    first_end = data.find(b"\n")
    second_end = data.find(b"\n", first_end + 1) if first_end >= 0 else -1
    return data.find(b"coding", 0, second_end if second_end >= 0 else len(data)) >= 0
