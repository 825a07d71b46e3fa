"""Other sources for the cells of a notebook's file: nothing else of the file changes, not by one byte.

Jupyter and every editor write the same notebook as another JSON: with other indents, escapes and orders, the source of
a cell as a text or as a list of lines. So the file is not written anew; of a source only those lines are, that changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ESCAPE = re.compile(r"\\.|[^\\]+")
# One character as it is written in quotes, or the quotes between two parts of a line.
_CHARACTER = re.compile(r'(\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.|[^"\\])|"\s*,\s*"')


def rewritten(data: str, sources: Mapping[int, str]) -> str:
    """Return a notebook's file with other sources in some of its code cells, which count from 1."""
    parts, written = list[str](), 0
    for number, at in enumerate(_sources(data), 1):
        source = sources.get(number)
        if source is None:
            continue
        old, end = _DECODER.raw_decode(data, at)
        write = _as_text if isinstance(old, str) else _as_list
        parts += data[written:at], write(data[at:end], source)
        written = end
    return "".join((*parts, data[written:]))


def lines_of(data: str) -> list[list[tuple[int, int]]]:
    """Return where each line of each code cell begins and ends in a notebook's file, without its quotes."""
    return [_joined(_pieces(data, at)) for at in _sources(data)]


def characters_of(written: str) -> list[int]:
    """Return where each character of a line begins in what is written of it in the file, and where the last ends."""
    return [*(each.start() for each in _CHARACTER.finditer(written) if each[1] is not None), len(written)]


def _pieces(data: str, at: int) -> Iterator[tuple[int, str]]:
    """Yield where the lines of a source begin, and how they are written; in a list, a line may come in parts."""
    if at == len(data):  # the cell has no source
        return
    held, end = _DECODER.raw_decode(data, at)
    texts = [(at, end)] if isinstance(held, str) else _elements(data, at) if isinstance(held, list) else ()
    for start, stop in texts:
        if data[start] != '"':
            continue
        start += 1
        for line in _escaped_lines(data[start : stop - 1]):
            yield start, line
            start += len(line)


def _joined(pieces: Iterable[tuple[int, str]]) -> list[tuple[int, int]]:
    found, goes_on = list[tuple[int, int]](), False
    for start, raw in pieces:
        first = found.pop()[0] if goes_on else start
        found.append((first, start + len(raw.removesuffix("\\n"))))
        goes_on = not raw.endswith("\\n")
    return found


def _as_text(token: str, source: str) -> str:
    return f'"{"".join(_lines(_escaped_lines(token[1:-1]), source))}"'


def _escaped_lines(raw: str) -> list[str]:
    """Take a text in quotes apart behind each escape that ends a line."""
    lines, line = list[str](), ""
    for piece in _ESCAPE.findall(raw):
        line += piece
        if piece == "\\n":
            lines.append(line)
            line = ""
    return [*lines, line] if line else lines


def _as_list(token: str, source: str) -> str:
    places = list(_elements(token, 0))
    raw = [token[start + 1 : end - 1] for start, end in places]
    between = next((token[one[1] : other[0]] for one, other in pairwise(places)), None)
    opening, closing = (token[: places[0][0]], token[places[-1][1] :]) if places else ("[", "]")
    lines = (f'"{each}"' for each in _lines(raw, source))
    return opening + (between or f",{opening[1:] or ' '}").join(lines) + closing


def _lines(raw: list[str], source: str) -> Iterator[str]:
    """Yield the lines of a source as JSON has them in quotes; those that were there already as they were written."""
    before = [json.loads(f'"{each}"') for each in raw]
    after = _LINE.findall(source)
    write = _writer("".join(raw))
    for change, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield from raw[start:end] if change == "equal" else map(write, after[first:last])


def _writer(like: str) -> Callable[[str], str]:
    """Return what writes a line in quotes: in ASCII where the others are, and escape what is not."""
    ascii_only = like.isascii() and "\\u" in like
    return lambda line: json.dumps(line, ensure_ascii=ascii_only)[1:-1]


def _sources(data: str) -> Iterator[int]:
    """Yield where the source of each code cell begins, in the order of the cells, of a file that is a notebook."""
    top = dict(_members(data, _after_space(data, 0)))
    if "worksheets" in top:  # as version 3 has it
        sheet, _ = next(_elements(data, top["worksheets"]))
        top = {**dict(_members(data, sheet)), **top}
    for cell, _ in _elements(data, top["cells"]):
        if data[cell] != "{":
            continue
        held = dict(_members(data, cell))
        if "cell_type" in held and _DECODER.raw_decode(data, held["cell_type"])[0] == "code":
            yield held.get("source", held.get("input", len(data)))


def _members(data: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield the name of each member of an object, and where its value begins."""
    at = _after_space(data, at + 1)
    while data[at] != "}":
        name, at = _DECODER.raw_decode(data, at)
        at = _after_space(data, _after_space(data, at) + 1)
        yield name, at
        at = _next(data, _DECODER.raw_decode(data, at)[1])


def _elements(data: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where each element of a list begins and ends."""
    at = _after_space(data, at + 1)
    while data[at] != "]":
        end = _DECODER.raw_decode(data, at)[1]
        yield at, end
        at = _next(data, end)


def _next(data: str, end: int) -> int:
    at = _after_space(data, end)
    return _after_space(data, at + 1) if data[at] == "," else at


def _after_space(data: str, at: int) -> int:
    found = _SPACE.match(data, at)
    return found.end() if found is not None else at
