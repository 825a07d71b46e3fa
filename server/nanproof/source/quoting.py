"""Source code inside a sentence for people. Sentences are Markdown: clients show them as such, or as they stand.

What a source file says must stay inside its code span: it could hold a link that runs a command, and what cannot be
seen could turn the writing direction round or steer a terminal.
"""

from __future__ import annotations

import re
import unicodedata

_TICKS = re.compile(r"`+")
# Numbers and names, and what adds them: nothing of it is markup. A point in a name could make it an address.
_WORD = r"(?:[0-9.][0-9A-Za-z_.]*|[A-Za-z][0-9A-Za-z]*(?:_[0-9A-Za-z]+)*)"
_SUM = re.compile(rf"[-+(]*{_WORD}(?:[-+/ ()]+{_WORD})*\)*")
# A string, closed or not, which is kept as it is, or a comment, which says nothing to who reads a message.
_STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|#[^\r\n]*""")
_LINE_ENDS = re.compile(r"[\r\n]+")
_AFTER_OPENING = re.compile(r"(?<=[(\[{])\v")
_BEFORE_CLOSING = re.compile(r",?\v(?=[)\]}])|\v(?=\.\w)")
_CALL = re.compile(r"[\w.]+\.\w+\(…?\)")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_JOINER = "\N{ZERO WIDTH JOINER}"  # of emoji
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def code(source: str) -> str:
    """Return source code as a code span on one line, whose fence is longer than any run of backquotes in it."""
    shown = visible(source) or " "
    fence = "`" * (max(map(len, _TICKS.findall(shown)), default=0) + 1)
    gap = " " if shown[0] == "`" or shown[-1] == "`" else ""  # one on each side is not shown
    return f"{fence}{gap}{shown}{gap}{fence}"


def sum_or_code(source: str) -> str:
    """Return a number, or a sum of numbers and names, as it is written, and any other source code as a code span."""
    return source if _SUM.fullmatch(source) else code(source)


def one_line(source: str) -> str:
    """Return source code on one line, as somebody would write it there: no gaps at brackets, and no comments."""
    if "\n" in source or "\r" in source:
        source = _STRING_OR_COMMENT.sub(lambda found: found[1] or "", source)
        *lines, last = (each.strip() for each in _LINE_ENDS.split(source.strip()))
        lines = [each.removesuffix("\\").rstrip() for each in lines]
        source = "\v".join(each for each in (*lines, last) if each)
        source = _BEFORE_CLOSING.sub("", _AFTER_OPENING.sub("", source))
    return " ".join(source.split())


def visible(source: str) -> str:
    """Return source code on one line, with a picture or U+FFFD for each character that would not be seen."""
    line = one_line(source)
    return line if line.isprintable() else "".join(map(_shown, line))


def abridged(source: str, longest: int) -> str:
    """Return source code without what stands in its innermost brackets, as far out as it takes to be short enough."""
    line = whole = one_line(source)
    if len(whole) <= longest:
        return whole
    groups = _groups(whole)
    for depth in sorted({each[2] for each in groups}, reverse=True):
        left, end = "", 0
        for start, stop, _ in sorted(each for each in groups if each[2] == depth):
            left += f"{whole[end:start]}…" if stop > start else whole[end:stop]
            end = stop
        left += whole[end:]
        if len(left) <= longest:
            return left
        line = left
    last = f"….{line.rpartition('.')[2]}" if _CALL.fullmatch(line) else line
    return last if len(last) <= longest else re.sub("…+", "…", shortened(line, longest))


def _groups(line: str) -> list[tuple[int, int, int]]:
    """Return where the contents of brackets begin and end, and how deep they lie; nothing where these do not match."""
    found, opened = list[tuple[int, int, int]](), list[int]()
    for offset, character in enumerate(line):
        if character in _BRACKETS:
            opened.append(offset)
        elif character in _BRACKETS.values():
            if not opened or _BRACKETS[line[opened[-1]]] != character:
                return []
            found.append((opened.pop() + 1, offset, len(opened)))
    return [] if opened else found


def shortened(source: str, longest: int) -> str:
    """Return source code without its middle where it is longer than a line may be."""
    if len(source) <= longest:
        return source
    behind = longest // 3
    return f"{source[: longest - 1 - behind].rstrip()}…{source[-behind:].lstrip()}"


def _shown(character: str) -> str:
    if ord(character) < 0x20:
        return chr(0x2400 + ord(character))
    if character.isprintable() or character == _JOINER:
        return character
    return " " if unicodedata.category(character) == "Zs" else _REPLACEMENT
