"""One rule more among those that a file ignores: one insertion, which leaves the layout of the file as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

import tomli

from nanproof.configuration.reading import SECTION, line_of

_KEY = "ignore"
_BEGINS_A_LIST = re.compile(r"[^=#]*(?<![\w-])ignore\b[\"']?\s*=\s*\[")
# A string (of several lines: as far as its line goes), a comment, white space, or one character of anything else.
_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"?|\'[^\'\n]*\'?|#[^\n]*|\s+|.')
_COMMENT_BEHIND = re.compile(r"[ \t]*#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Insertion:
    """What to put in, and before which character of the text."""

    at: int
    text: str


def ignoring(text: str, code: str, *, is_project: bool) -> Insertion | None:
    """Return what makes a file ignore a rule; None where only a person can say how to write it.

    The place is found by looking at lines, so the outcome is read: it must say what the file said, and that.
    """
    section = SECTION if is_project else ()
    try:
        wanted = tomli.loads(text)
        table = wanted
        for part in section:
            table = table[part]
        table[_KEY] = [*table.get(_KEY, ()), code]
        found = _insertion(text, code, line_of(text, (*section, _KEY)), has_header=bool(section))
        written = tomli.loads(text[: found.at] + found.text + text[found.at :])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return found if written == wanted else None


def _insertion(text: str, code: str, line: int, *, has_header: bool) -> Insertion:
    """Return what is put into the list that begins on a line, or a list below the header that stands there."""
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: line - 1]))
    listed = _BEGINS_A_LIST.match(text, start)
    if listed is not None and listed.end() <= start + len(lines[line - 1]):
        return _into_list(text, listed.end(), code)
    end = "\r\n" if "\r\n" in text else "\n"
    own = f'{_KEY} = ["{code}"]{end}'
    if not has_header:
        return Insertion(0, own)
    header = lines[line - 1]
    return Insertion(start + len(header), own if header.endswith(("\n", "\r")) else f"{end}{own}")


def _into_list(text: str, at: int, code: str) -> Insertion:
    """Return what is put behind the last element of a list whose first one may stand at a place."""
    gap = between = ""
    last, end = "[", at
    for token in _TOKEN.finditer(text, at):
        if token[0] == "]":
            break
        if token[0].isspace():
            between = token[0]
        elif not token[0].startswith("#"):
            gap = between if token[0] != "," else gap
            last, end, between = token[0], token.end(), ""
    if last == "[":
        return Insertion(at, f'"{code}"')
    gap = gap or " "
    if last != ",":
        return Insertion(end, f',{gap}"{code}"')
    behind = _COMMENT_BEHIND.match(text, end) if "\n" in gap else None
    return Insertion(behind.end() if behind is not None else end, f'{gap}"{code}",')
