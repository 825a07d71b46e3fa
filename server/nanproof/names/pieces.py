"""The pieces of a text: its outermost functions and methods, and the statements around them.

Code within one function sees nothing of another but what that one gives to the outside: the name that it binds, the
attributes that it sets, the calls that it makes. So a text is compared piece by piece, and what was found out of one
is found out again only where a piece that it was read from has changed (`dependencies.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from nanproof.names.syntax import required, text
from nanproof.source.document import Document

_LINE_END = re.compile(rb"[ \t\f]*(?:\r\n|\n|\r)?")
_BLANK = frozenset(b" \t")


@dataclass(frozen=True, slots=True)
class Owner:
    """A class of the module: the text before its body, and how many classes before it begin with the same one."""

    head: bytes
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, from the beginning of one function or statement to that of the next.

    Equal pieces mean the same wherever they stand: `data` leaves out the empty lines that follow. `owner` is the class
    in whose body the piece stands, or of which it `is_head`; `function` the name that an outermost function binds
    (None: the piece is no function). A piece `is_sound` that is free of syntax errors: how the parser reads others
    depends on what stands around them.
    """

    start: int = field(compare=False)
    end: int = field(compare=False)
    data: bytes
    owner: Owner | None
    is_head: bool
    function: str | None
    is_sound: bool


# Where a piece starts, and what else is known of it.
_Cut = tuple[int, Owner | None, bool, str | None, bool]


def pieces(document: Document) -> tuple[Piece, ...]:
    """Cut a document into pieces, which follow each other without a gap; none where there is no code."""
    data = document.data
    found: list[_Cut] = []
    heads = Counter[bytes]()
    for node in document.tree.root_node.named_children:
        found += _definitions(node, data, heads)
    starts = [0 if not index else _line_start(data, each[0]) for index, each in enumerate(found)]
    ends = [*starts[1:], len(data)] if starts else []
    return tuple(
        Piece(start, end, _without_empty_lines(data[start:end]), *each[1:])
        for start, end, each in zip(starts, ends, found, strict=True)
    )


def _without_empty_lines(data: bytes) -> bytes:
    code = data.rstrip()
    line_end = _LINE_END.match(data, len(code))
    return data[: line_end.end()] if line_end is not None else code


def _definitions(node: Node, data: bytes, before: Counter[bytes]) -> Iterator[_Cut]:
    """Yield the pieces of a statement: one, or of a class its head and those of its body."""
    if node.type == "comment":
        return  # belongs to the piece that it stands behind
    definition = _defined_by(node)
    body = required(definition, "body") if definition.type == "class_definition" else None
    if body is None:
        yield _cut(node, definition, None)
        return
    head = data[node.start_byte : body.start_byte].rstrip()
    owner = Owner(head, before[head])
    before[head] += 1
    heads = (*node.children, *definition.children)
    yield (
        node.start_byte,
        owner,
        True,
        None,
        not any(each.has_error for each in heads if each not in (body, definition)),
    )
    for child in body.named_children:
        if child.type != "comment":
            yield _cut(child, _defined_by(child), owner)


def _cut(node: Node, definition: Node, owner: Owner | None) -> _Cut:
    is_function = definition.type == "function_definition"
    name = text(definition.child_by_field_name("name")) if is_function else None
    return node.start_byte, owner, False, name, not node.has_error


def _defined_by(statement: Node) -> Node:
    """Return the function or class that a statement defines under its decorators; else the statement."""
    if statement.type != "decorated_definition":
        return statement
    return statement.child_by_field_name("definition") or statement


def _line_start(data: bytes, start: int) -> int:
    """Return where the line of a statement begins; where something stands before it, where the statement begins."""
    before = start
    while before and data[before - 1] in _BLANK:
        before -= 1
    return before if not before or data[before - 1] in b"\r\n" else start
