"""Whatever is edited, what is recalled is what would be found anew."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from nanproof.analysis import Project
from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit
from tests.fuzz.test_never_raises import FILES, PIECES, REPOSITORY
from tests.names.project import ROOT, Files

VERSIONS = 16
_NAME = re.compile(rb"[A-Za-z_]\w*")
# Lines that change what others mean.
LINES = [
    "eps = 0\n", "self.eps = 1e-8\n", "assert x > 0\n", "torch.set_default_dtype(torch.float64)\n", "return x\n",
    "class B(A):\n    def forward(self, x):\n        return x\n", "def f(x):\n    return x\n", "@tf.function\n",
    "import tensorflow.compat.v1 as tf\n", "# nanproof: ignore\n", "x.clamp_(1e-6)\n", "x[0] = 0\n", "global x\n",
    "from m import *\n", "# logits\n",
]  # fmt: skip


def edit(chance: random.Random, data: bytes) -> TextEdit:
    """Return an edit as people make them: type, delete, repeat lines, put one name in the place of another."""
    lines = data.splitlines(keepends=True) or [b""]
    row = chance.randrange(len(lines))
    start = sum(map(len, lines[:row]))
    some = b"".join(lines[row : row + chance.randrange(1, 8)])
    at = chance.randrange(len(data) + 1)
    names = [*_NAME.finditer(data)]
    match chance.randrange(7):
        case 0:
            return TextEdit(Span(start, start + len(some)), "")
        case 1:
            return TextEdit(Span(start, start), some.decode("utf-8", "replace"))
        case 2 | 3 if names:
            name = chance.choice(names)
            return TextEdit(Span(name.start(), name.end()), chance.choice(names)[0].decode())
        case 4:
            indentation = " " * (len(lines[row]) - len(lines[row].lstrip(b" ")))
            return TextEdit(Span(start, start), indentation + chance.choice(LINES))
        case 5:
            return TextEdit(Span(at, min(len(data), at + chance.randrange(1, 4))), "")
        case _:
            return TextEdit(Span(at, at), chance.choice(PIECES))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_recalled_is_what_is_found_anew(path: Path) -> None:
    chance, first = random.Random(path.name), Document(f"{ROOT}/main.py", path.read_bytes())
    files = Files({"other.py": "from main import *\n"})
    project, document = Project(ROOT, files), first
    project.diagnose(first)
    for _ in range(VERSIONS):
        document = first if chance.random() < 0.2 else document
        for _ in range(chance.choice((1, 1, 2))):
            document = document.changed([edit(chance, document.data)])
        anew = Project(ROOT, files).diagnose(Document(document.path, document.data))
        assert project.diagnose(document) == anew, document.text
