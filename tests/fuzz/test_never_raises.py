"""No text makes the engine raise, loop or grow without bound."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzzing.phrases import PIECES
from nanproof.analysis import Project
from nanproof.infer.budgets import MOST_EVALUATIONS
from nanproof.source.document import Document
from tests.fuzz.watching import watched
from tests.names.project import ROOT, Files

REPOSITORY = Path(__file__).parents[2]
FILES = sorted([*REPOSITORY.glob("tests/cases/**/*.py"), *REPOSITORY.glob("examples/*.py")])

python_like = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def judged(document: Document, *, offsets: tuple[int, ...] = ()) -> None:
    """Ask everything that a client can ask about a document."""
    project = Project(ROOT, Files({"main.py": document.text}))
    with watched() as engines:
        found = project.diagnose(document)
        for offset in offsets:
            project.describe(document, offset)
    for each in found:
        assert 0 <= each.finding.span.start <= each.finding.span.end <= len(document.data)
        for fix in each.fixes:
            for edit in fix.edits:
                assert 0 <= edit.span.start <= edit.span.end <= len(document.data)
    # A question that is asked when the budget is used up is answered at once, so the count may pass it by a little.
    assert all(engine.evaluations <= 2 * MOST_EVALUATIONS for engine in engines)


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_bytes(data: bytes) -> None:
    judged(Document(f"{ROOT}/main.py", data), offsets=(0, len(data) // 2, len(data)))


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_texts(text: str) -> None:
    judged(Document.from_text(f"{ROOT}/main.py", text), offsets=(0, len(text)))


@settings(max_examples=400)
@given(python_like, st.lists(st.floats(0, 1), max_size=3))
def test_python_like_texts(text: str, places: list[float]) -> None:
    document = Document.from_text(f"{ROOT}/main.py", text)
    judged(document, offsets=tuple(round(place * len(document.data)) for place in places))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_files_cut_off_anywhere(path: Path) -> None:
    data = path.read_bytes()
    cuts = random.Random(path.name).sample(range(len(data)), min(12, len(data)))
    for cut in cuts:
        judged(Document(f"{ROOT}/main.py", data[:cut]), offsets=(cut,))


@pytest.mark.parametrize("path", FILES[::4], ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_files_with_a_piece_missing(path: Path) -> None:
    data = path.read_bytes()
    chance = random.Random(path.name)
    for _ in range(8):
        start = chance.randrange(len(data))
        end = start + chance.randrange(1, 40)
        judged(Document(f"{ROOT}/main.py", data[:start] + data[end:]), offsets=(start,))


@pytest.mark.parametrize("offset", [-1, 10**9])
def test_offsets_outside_the_text(offset: int) -> None:
    document = Document.from_text(f"{ROOT}/main.py", "import torch\ntorch.log(torch.relu(x))\n")
    project = Project(ROOT, Files({}))
    assert project.describe(document, offset) is None
