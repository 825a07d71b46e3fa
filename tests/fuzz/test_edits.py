"""Whatever is edited, what is recalled is what would be found anew."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from fuzzing.author import Author
from fuzzing.text_model import Edit
from nanproof.analysis import Project
from nanproof.source.document import Document, encode
from nanproof.source.span import Span, TextEdit
from tests.fuzz.test_never_raises import FILES, REPOSITORY
from tests.names.project import ROOT, Files

VERSIONS = 6


def in_bytes(text: str, edit: Edit) -> TextEdit:
    start, stop = (len(encode(text[:index])) for index in (edit.start, edit.stop))
    return TextEdit(Span(start, stop), edit.text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_recalled_is_what_is_found_anew(path: Path) -> None:
    chance, first = random.Random(path.name), Document(f"{ROOT}/main.py", path.read_bytes())
    files = Files({"other.py": "from main import *\n"})
    project, document = Project(ROOT, files), first
    author = Author(chance)
    project.diagnose(first)
    for _ in range(VERSIONS):
        document = first if chance.random() < 0.2 else document
        for _ in range(chance.choice((1, 1, 2))):
            document = document.changed([in_bytes(document.text, author.edit(document.text))])
        anew = Project(ROOT, files).diagnose(Document(document.path, document.data))
        assert project.diagnose(document) == anew, document.text
