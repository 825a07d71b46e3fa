"""All safe fixes at once, with the real analysis: what the action writes is what the terminal's --fix writes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.lsp.clients import visual_studio_code
from tests.lsp.editor import REAL, Editor

REBOUND = """import torch


def f(z, w):
    p = torch.softmax(z, -1)
    q = torch.softmax(w, -1)
    z = z + 1
    w = w + 1
    return torch.log(p) + torch.log(q), z, w
"""
MENDED = """import torch


def f(z, w):
    logits = z
    scores = w
    z = z + 1
    w = w + 1
    return torch.log_softmax(logits, -1) + torch.log_softmax(scores, -1), z, w
"""
# Both read one softmax, and keep its logits in one name.
SHARED = REBOUND.replace("torch.log(q)", "torch.log(p)")


@pytest.fixture
async def editor(tmp_path: Path) -> AsyncIterator[Editor]:
    editor = await Editor.start(REAL, visual_studio_code(), tmp_path.as_uri())
    yield editor
    assert await editor.stop() == 0


async def fix_all(editor: Editor, uri: str) -> int:
    """Apply the action, and return how many findings are left."""
    (action,) = await editor.actions(uri, [], ["source.fixAll.nanproof"])
    editor.apply(action)
    return len(await editor.diagnostics(uri))


async def test_no_name_is_bound_twice(editor: Editor, tmp_path: Path) -> None:
    """The second value is kept in another name, once the first stands there."""
    uri = (tmp_path / "a.py").as_uri()
    assert len(await editor.open(uri, REBOUND)) == 2
    assert [await fix_all(editor, uri), await fix_all(editor, uri)] == [1, 0]
    assert editor.texts[uri] == MENDED


async def test_a_name_that_two_share_is_bound_once(editor: Editor, tmp_path: Path) -> None:
    uri = (tmp_path / "a.py").as_uri()
    assert len(await editor.open(uri, SHARED)) == 2
    assert await fix_all(editor, uri) == 0
    assert editor.texts[uri].count("logits = z") == 1
    assert editor.texts[uri].count("torch.log_softmax(logits, -1)") == 2
