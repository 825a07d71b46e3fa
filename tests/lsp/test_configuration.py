"""Settings that change while documents are open, and settings that nobody can read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import client_capabilities

from tests.lsp.editor import REAL, SECONDS, Editor

DATED = "import torch\n\n\ndef f(x):\n    return torch.acos(torch.tanh(x).clamp(-1, 1))\n"
BEFORE = {"versions": {"torch": "<2.14"}}
FROM = {"versions": {"torch": ">=2.14"}}


@pytest_asyncio.fixture
async def editor() -> AsyncIterator[Editor]:
    """An editor whose project uses the releases of PyTorch before 2.14."""
    async with Editor.quiet(REAL, client_capabilities("neovim@v0.9.1"), options=BEFORE) as editor:
        yield editor


def configure(editor: Editor, settings: object) -> None:
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))


async def told(editor: Editor, uri: str, *, dated: bool | None) -> None:
    """Wait until what is published last of a document is dated, is not, or is nothing (None)."""

    def is_told() -> bool:
        last = next(params for params in reversed(editor.published) if params.uri == uri)
        if dated is None:
            return not last.diagnostics
        return [("2.14" in each.message) for each in last.diagnostics] == [dated]

    async def wait() -> None:
        while not is_told():
            await asyncio.sleep(0.01)

    await asyncio.wait_for(wait(), SECONDS)


STEPS: list[tuple[object, bool | None]] = [
    ({}, False),
    ({"nanproof": FROM}, None),
    ({"nanproof": BEFORE}, False),
    (FROM, None),
    ({"versions": {"torch": ">=2.13"}}, True),
    ({"versions": {}}, True),
    (None, False),
]
SAYS_NOTHING: list[object] = [None, {}, {"nanproof": {}}, BEFORE, {"other": 1}, [], "text"]


async def test_what_is_wished_anew_has_every_document_looked_at_again(editor: Editor, tmp_path: Path) -> None:
    uris = [(tmp_path / name).as_uri() for name in ("a.py", "b.py")]
    for uri in uris:
        await editor.open(uri, DATED)
    for settings, dated in STEPS:
        configure(editor, settings)
        for uri in uris:
            await told(editor, uri, dated=dated)
    assert not editor.client.log_messages


async def test_what_says_nothing_new_has_nothing_looked_at(editor: Editor, tmp_path: Path) -> None:
    uri = (tmp_path / "a.py").as_uri()
    await editor.open(uri, DATED)
    published = len(editor.published)
    for settings in SAYS_NOTHING:
        configure(editor, settings)
    await editor.hover(uri, DATED.index("torch.acos"))  # it is answered after whatever was asked before
    await editor.settle()
    assert len(editor.published) == published


async def test_a_range_that_nobody_can_read_is_told_in_a_sentence(editor: Editor, tmp_path: Path) -> None:
    uri = (tmp_path / "a.py").as_uri()
    await editor.open(uri, DATED)
    configure(editor, {"versions": {"torch": "2.14", "jax": "<0.5"}})
    await told(editor, uri, dated=True)
    (message,) = editor.client.log_messages
    assert message.type == types.MessageType.Warning
    assert message.message == (
        "nanproof left out a setting: versions: '2.14' is no range of releases; "
        "write it as in 'torch>=2.14' or 'torch>=2.13,<3'."
    )


@pytest.mark.parametrize("versions", ["torch>=2.14", {"troch": ">=2.14"}, {"torch": ["2.14"]}])
async def test_so_is_one_among_the_first_options(versions: object, tmp_path: Path) -> None:
    editor = await Editor.start(REAL, client_capabilities("neovim@v0.9.1"), options={"versions": versions})
    uri = (tmp_path / "a.py").as_uri()
    (diagnostic,) = await editor.open(uri, DATED)
    assert "before PyTorch 2.14" in diagnostic.message
    assert [each.message.startswith("nanproof left out a setting: ") for each in editor.client.log_messages] == [True]
    assert await editor.stop() == 0
