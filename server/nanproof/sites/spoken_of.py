"""What may hold an infinity, or the logarithm of masked logits, by the words that stand where it is made.

Only texts that speak of infinity, or of the limits of a dtype, are looked through for where it meets what makes NaN.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import chain

from tree_sitter import Node

from nanproof.infer.objects import CALLED
from nanproof.names.bindings import word_starts
from nanproof.names.syntax import code_in, passed, required, text
from nanproof.source.document import Document

# An infinity, or a number that is one in half precision: the words for it, and what longer words have in them.
_WORDS_OF_INFINITY = frozenset((b"inf", b"NINF", b"PINF", b"finfo", *(b"1e%d" % each for each in range(4, 100))))
_PARTS_OF_INFINITY = (b"infinity", b"Infinity")
_HOLDS = re.compile(rb"\s*\(?((?:(?:self\.)?\w+ *, *)*(?:self\.)?\w+)\)? *=(?!=)")
_SELF = frozenset({b"self"})
_DEFINES = re.compile(rb"\s*(?:async\s+)?(def|class)\s+(\w+)")
_LIMIT_OF_DTYPE = b"finfo"
_WORDS = re.compile(rb"\w+")
_LOGS = frozenset({b"log_softmax", b"LogSoftmax"})
# Of an object of a class this is called, by the name of the object.
_CALLED = frozenset(each.encode() for each in CALLED)


def speaks_of_infinity(document: Document) -> bool:
    """Say whether a text may make an infinity of its own."""
    return _speaks(document.words, document.data)


def _is_spoken_of(node: Node) -> bool:
    written = text(node).encode()
    return _speaks(frozenset(_WORDS.findall(written)), written)


def _speaks(words: frozenset[bytes], data: bytes) -> bool:
    return not _WORDS_OF_INFINITY.isdisjoint(words) or any(each in data for each in _PARTS_OF_INFINITY)


def may_meet(document: Document) -> Callable[[Node], bool]:
    """Return what says of a product whether it is worth asking what meets in it: most are finite, as they stand."""
    functions = _functions(document, frozenset({_LIMIT_OF_DTYPE}))
    infinite = _names(document, _WORDS_OF_INFINITY, _PARTS_OF_INFINITY) | functions
    masks = _names(document, _WORDS_OF_INFINITY | infinite, _PARTS_OF_INFINITY) | functions
    makers = _functions(document, _LOGS)
    logarithms = _names(document, makers, tuple(_LOGS)) | makers | _LOGS

    def asks(node: Node) -> bool:
        words = [frozenset(_WORDS.findall(text(side).encode())) for side in sides_of(node)]
        match text(node.child_by_field_name("operator")).rstrip("="):
            case "+":
                return all(not masks.isdisjoint(each) for each in words)
            case "*" if _is_spoken_of(node) or any(not infinite.isdisjoint(each) for each in words):
                return True
            case "-" if not infinite.isdisjoint(words[0]):
                return True
            case _:
                return any(not logarithms.isdisjoint(each) for each in words)

    return asks


def _names(document: Document, words: frozenset[bytes], parts: tuple[bytes, ...]) -> frozenset[bytes]:
    """Return the names that are bound on lines on which one of some words stands, or a word with one of some parts.

    Looked for from the words: most lines of a long text are never read.
    """
    data, lines = document.data, document.lines
    places = (place for word in words & document.words for place in word_starts(word, data))
    found = {lines.line_at(place) for place in chain(places, *(_places(part, data) for part in parts))}
    held = (_HOLDS.match(data, lines.start(each), lines.end(each)) for each in found)
    return frozenset(name for each in held if each is not None for name in _WORDS.findall(each[1])) - _SELF


def _places(part: bytes, data: bytes) -> Iterator[int]:
    place = data.find(part)
    while place >= 0:
        yield place
        place = data.find(part, place + 1)


def _functions(document: Document, words: frozenset[bytes]) -> frozenset[bytes]:
    """Return the functions whose bodies mention some words: `def causal(n): return triu(full(.., finfo.min))`.

    Of what an object does when it is called its class, and the names that hold one.
    """
    if words.isdisjoint(document.words):
        return frozenset()
    data, lines = document.data, document.lines
    heads = {lines.line_at(place) for word in (b"def", b"class") for place in word_starts(word, data)}
    matched = (_DEFINES.match(data, lines.start(each), lines.end(each)) for each in sorted(heads))
    defined = [each for each in matched if each is not None]
    starts = [each.start() for each in defined]
    inside = {bisect_right(starts, place) - 1 for word in words for place in word_starts(word, data)}
    functions = {defined[each][2] for each in inside if each >= 0}
    called = [each for each in inside if each >= 0 and defined[each][2] in _CALLED]
    owners = (next((one[2] for one in reversed(defined[:each]) if one[1] == b"class"), None) for each in called)
    classes = frozenset(each for each in owners if each is not None)
    return frozenset(functions) | classes | _names(document, classes, ())


def sides_of(node: Node) -> tuple[Node, ...]:
    """Return the two operands of a product, a sum or a difference; nothing for what is written otherwise."""
    if node.type == "call":
        callee, given = required(node, "function"), code_in(node.child_by_field_name("arguments"))
        owner = callee.child_by_field_name("object")
        both = [*([owner] if owner is not None and len(given) == 1 else []), *given[:2]]
        return (passed(both[0]), passed(both[1])) if len(both) == 2 else ()
    if node.type not in ("binary_operator", "augmented_assignment"):
        return ()  # whoever points at an operator asks for its site, `-x` as well
    return required(node, "left"), required(node, "right")
