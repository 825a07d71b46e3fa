"""A text in pieces: outermost functions, and the statements around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from nanproof.names.bindings import word_starts
from nanproof.names.pieces import Owner, Piece, pieces
from nanproof.source.document import Document
from tests.fuzz.test_never_raises import FILES, REPOSITORY, python_like

SOURCE = '''\
"""A module."""
import torch

# of f
def f(x):
    def g():
        return x
    return g

@decorated
class A(B):
    """A class."""
    size = 3

    @property
    def m(self):
        return 1

    def n(self): return 2
class A(B):
    def m(self):
        global h
        h = 1
class A(B): pass
if f:
    def late(): ...
'''
DECORATED, PLAIN, AGAIN = (
    Owner(b"@decorated\nclass A(B):", 0),
    Owner(b"class A(B):", 0),
    Owner(b"class A(B):", 1),
)


def cut(source: str) -> tuple[Piece, ...]:
    return pieces(Document.from_text("/a.py", source))


def test_functions_and_statements() -> None:
    found = [(each.data.split()[0].decode(), each.function, each.owner, each.is_head) for each in cut(SOURCE)]
    assert found == [
        ('"""A', None, None, False),
        ("import", None, None, False),
        ("def", "f", None, False),
        ("@decorated", None, DECORATED, True),
        ('"""A', None, DECORATED, False),
        ("size", None, DECORATED, False),
        ("@property", "m", DECORATED, False),
        ("def", "n", DECORATED, False),
        ("class", None, PLAIN, True),
        ("def", "m", PLAIN, False),
        ("class", None, AGAIN, True),
        ("pass", None, AGAIN, False),
        ("if", None, None, False),
    ]


def test_a_comment_alone_is_no_piece() -> None:
    assert cut("# nothing\n") == cut("") == ()


def test_what_has_a_syntax_error_is_not_sound() -> None:
    assert next(each.is_sound for each in cut("def f(x):\n    return x = = 1\n\n\ny = 1\n")) is False
    assert [each.is_sound for each in cut("def f(x):\n    return x\ny = 1\n")] == [True, True]


def whole(data: bytes) -> None:
    document = Document("/a.py", data)
    found = pieces(document)
    edges = [each.start for each in found] + [len(data)]
    assert not found or edges[0] == 0
    assert [each.end for each in found] == edges[1:]
    assert all(each.start < each.end for each in found)
    assert all(data[each.start : each.end].rstrip() == each.data.rstrip() for each in found)


@settings(max_examples=400)
@given(python_like)
def test_pieces_follow_each_other_without_a_gap(text: str) -> None:
    whole(Document.from_text("/a.py", text).data)


@pytest.mark.parametrize("path", FILES[::3], ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_pieces_of_files(path: Path) -> None:
    whole(path.read_bytes())


@pytest.mark.parametrize("word", [b"log", b"l", b"_1", "é".encode(), "aé".encode()])
@pytest.mark.parametrize("data", ["log", "loglog log", "logs.log(log)", "xlog l ll l", "aéaé a éa éé é", "_1_1 _1"])
def test_words_stand_where_a_look_at_each_place_finds_them(word: bytes, data: str) -> None:
    text, letters = f" {data} ".encode(), b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
    starts, at = [], text.find(word)
    while at >= 0:
        if text[at - 1] not in letters and text[at + len(word)] not in letters:
            starts.append(at - 1)
        at = text.find(word, at + len(word))
    assert list(word_starts(word, data.encode())) == starts
