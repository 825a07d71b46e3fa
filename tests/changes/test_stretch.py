"""What was read of a text is noted, so that an answer is given anew where that changes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from nanproof.analysis import Project
from nanproof.changes.stretch import note_read
from nanproof.sites.site import Site
from nanproof.source.document import Document
from tests.names.project import Files

FUNCTION = "def loss(z):\n    return z\n"


@pytest.mark.parametrize("before", ["", "import torch\n", "import torch\n\n\ndef first(z):\n    return z\n"])
def test_a_function_that_was_read_is_noted_wherever_it_stands(before: str) -> None:
    document = Document.from_text("a.py", before + FUNCTION)
    engine = Project(None, Files({}))._engine(document)
    start = len(before)
    note_read(cast(Site, SimpleNamespace(engine=engine, document=document)), start, start + len(FUNCTION) - 1)
    bindings = engine.modules.bindings(document)
    assert {bindings.piece_at(offset) for offset in bindings.dependencies.offsets} == {bindings.piece_at(start)}
