"""Inlay hints: the values of operands in the text, where a person wishes it and the editor shows it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.exceptions import JsonRpcMethodNotFound
from pytest_lsp import client_capabilities

from tests.lsp.clients import CLIENTS, visual_studio_code
from tests.lsp.editor import REAL, STUB, Editor

A = "file:///project/a.py"
PROGRAM = "'😀' and tf.log(y)\nx = 1\nloss = -tf.log(tf.nn.softmax(x))\n"


@pytest_asyncio.fixture(params=CLIENTS)
async def editor(request: pytest.FixtureRequest) -> AsyncIterator[Editor]:
    async with Editor.quiet(STUB, CLIENTS[request.param], "file:///project", options={"inlayHints": True}) as editor:
        yield editor


def shown(editor: Editor, hints: list[types.InlayHint], uri: str = A) -> list[tuple[str, object]]:
    """Return what stands before each hint on its line, and what it says."""
    starts = [types.Position(each.position.line, 0) for each in hints]
    return [
        (editor.slice(uri, types.Range(start, each.position)), each.label)
        for start, each in zip(starts, hints, strict=True)
    ]


async def test_the_values_stand_behind_each_operand(editor: Editor) -> None:
    await editor.open(A, PROGRAM)
    first, second = await editor.hints(A)
    assert shown(editor, [first, second]) == [
        ("'😀' and tf.log(y", ": [0, 1]"),
        ("loss = -tf.log(tf.nn.softmax(x)", ": [0, 1]"),
    ]
    said = types.MarkupContent(
        types.MarkupKind.Markdown,
        "`y` can be 0\n\n- line 1: made here\n- `lib.py`, line 1: defined here",
    )
    assert first.tooltip == said
    assert await editor.hints(A, 1, 3) == [second], "only what stands in the range is asked for"
    assert editor.refreshed == 0, "nothing has changed"


async def test_hints_follow_the_text(editor: Editor) -> None:
    await editor.open(A, PROGRAM)
    editor.type(A, 0, 0, "z = 1\n")
    assert [each.position.line for each in await editor.hints(A)] == [1, 3]
    editor.type(A, 0, len(editor.texts[A]), "x = 1\n")
    assert await editor.hints(A) == []
    assert await editor.hints("file:///not-open.py") == []


@pytest.mark.parametrize("name", ["visual-studio-code", "neovim"])
async def test_who_was_answered_too_early_is_asked_to_ask_again(name: str) -> None:
    editor = await Editor.start(STUB, CLIENTS[name], "file:///project", options={"inlayHints": True})
    late = PROGRAM + "# LATE\n"
    editor.texts[A], editor.versions[A] = late, 1
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(A, "python", 1, late)))
    assert await editor.hints(A) == []
    while not editor.refreshed:
        await asyncio.sleep(0.05)
    assert len(await editor.hints(A)) == 2
    assert editor.refreshed == 1
    assert await editor.stop() == 0


@pytest.mark.parametrize(
    ("options", "capabilities"),
    [
        ({}, CLIENTS["visual-studio-code"]),
        ({"inlayHints": "yes"}, CLIENTS["neovim"]),
        ({"inlayHints": True}, client_capabilities("neovim@v0.7.0")),
    ],
    ids=["not wished", "no wish", "not shown"],
)
async def test_nothing_is_answered_unless_it_is_wished(options: object, capabilities: types.ClientCapabilities) -> None:
    editor = await Editor.start(STUB, capabilities, "file:///project", options=options)
    await editor.open(A, PROGRAM)
    with pytest.raises(JsonRpcMethodNotFound):
        await editor.hints(A)
    assert await editor.stop() == 0


async def test_the_way_leads_through_other_files_and_what_is_unknown_is_not_said(tmp_path: Path) -> None:
    (tmp_path / "lib.py").write_text("import torch\n\n\ndef p(h):\n    return torch.softmax(h, 0)\n", "utf-8")
    options = {"inlayHints": True, "secondsPerFile": 20}
    editor = await Editor.start(REAL, visual_studio_code(), tmp_path.as_uri(), options=options)
    uri = (tmp_path / "main.py").as_uri()
    text = "import torch\nfrom lib import p\n\n\ndef f(h, x):\n    return torch.log(p(h)) + torch.log(x)\n"
    assert len(await editor.open(uri, text)) == 2
    (hint,) = await editor.hints(uri)
    assert shown(editor, [hint], uri) == [("    return torch.log(p(h)", ": [0, 1]")]
    assert isinstance(hint.tooltip, types.MarkupContent)
    assert "- `lib.py`, line 5: made here, exactly 0 in float32" in hint.tooltip.value
    assert await editor.stop() == 0
