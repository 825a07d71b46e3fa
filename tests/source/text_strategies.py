"""Texts and edits that are hard on line tables, trees and positions."""

from __future__ import annotations

from hypothesis import strategies as st

from nanproof.source.positions import Encoding

HARD_CHARACTERS = [
    *"\n\r\t\x0b\x0c\x1c\x85\u2028\u2029\x00",  # str.splitlines splits at nearly all of them
    *"éẽ\u0301ß",
    *"漢字",
    *"😀👩\u200d🚀\U0010ffff",
    "\ufeff",
    "\ud83d",  # halves of a surrogate pair, as a client sends them that cuts an emoji in two
    "\ude00",
]
PYTHON_PIECES = [
    "\r\n",
    "    ",
    "def f(x):",
    "return ",
    "if x:",
    "else:",
    "class A(B):",
    "tf.log(p)",
    "x = 1",
    '"""',
    "'",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ".",
    "\\",
    "#",
    "*",
    "=",
    "f'{x!r:>{w}}'",
    "lambda x: x",
    "async ",
    "@",
    "print ",
    "exec ",
    "match ",
    "case _:",
    "\n",
    "\n",
]

texts = st.lists(st.sampled_from(HARD_CHARACTERS + PYTHON_PIECES), max_size=25).map("".join)
encodings = st.sampled_from(Encoding)
