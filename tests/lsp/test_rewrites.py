"""What is not told is offered as a rewrite where it stands, and nowhere else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.lsp.clients import CLIENTS
from tests.lsp.editor import SECONDS, STUB, Editor

URI = "file:///project/a.py"
PROGRAM = "import tensorflow as tf\nloss = '😀', -tf.log(y)\n"
REWRITE = types.CodeActionKind.RefactorRewrite


@pytest_asyncio.fixture(params=CLIENTS)
async def editor(request: pytest.FixtureRequest) -> AsyncIterator[Editor]:
    async with Editor.quiet(STUB, CLIENTS[request.param], "file:///project", options={"level": "error"}) as editor:
        yield editor


async def offered(
    editor: Editor, uri: str, at: types.Position, only: list[str] | None = None
) -> list[types.CodeAction]:
    context = types.CodeActionContext([], only)
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), types.Range(at, at), context)
    answer = await asyncio.wait_for(editor.client.text_document_code_action_async(params), SECONDS)
    return [each for each in answer or () if isinstance(each, types.CodeAction)]


async def test_the_mask_is_offered_below_the_level(editor: Editor) -> None:
    assert await editor.open(URI, PROGRAM) == []
    at = editor.position(URI, PROGRAM.index("log"))
    for only in (None, ["refactor"], ["refactor.rewrite"], [""]):
        (action,) = await offered(editor, URI, at, only)
        assert (action.kind, action.title, action.diagnostics) == (REWRITE, "Mask it", None)
    for only in (["quickfix"], ["source.fixAll.nanproof"], ["refactor.extract"]):
        assert await offered(editor, URI, at, only) == []
    assert await offered(editor, URI, types.Position(0, 3)) == []
    (action,) = await offered(editor, URI, at)
    editor.apply(action)
    assert editor.texts[URI] == PROGRAM.replace("(y)", "(tf.clip_by_value(y, 1e-10, 1.0))")
    assert await editor.diagnostics(URI) == []
    assert await offered(editor, URI, at) == []


async def test_nothing_is_offered_of_an_older_text(editor: Editor) -> None:
    await editor.open(URI, PROGRAM + "# SLOW")
    editor.type(URI, 0, 0, "\n")
    assert await offered(editor, URI, types.Position(2, 18)) == []
    await editor.diagnostics(URI)
    assert len(await offered(editor, URI, types.Position(2, 18))) == 1


async def test_what_is_told_has_quick_fixes_instead() -> None:
    editor = await Editor.start(STUB, CLIENTS["neovim"], "file:///project")
    (diagnostic,) = await editor.open(URI, PROGRAM)
    assert await offered(editor, URI, diagnostic.range.start, ["refactor"]) == []
    assert await editor.stop() == 0


async def test_a_rewrite_stands_in_its_cell() -> None:
    editor = await Editor.start(STUB, CLIENTS["visual-studio-code"], "file:///project", options={"level": "error"})
    cells = [types.TextDocumentItem(f"vscode-notebook-cell:/n#{n}", "python", 1, PROGRAM) for n in range(2)]
    listed = [types.NotebookCell(types.NotebookCellKind.Code, each.uri) for each in cells]
    book = types.NotebookDocument("file:///project/n.ipynb", "jupyter-notebook", 1, listed)
    editor.client.notebook_document_did_open(types.DidOpenNotebookDocumentParams(book, cells))
    await editor.pull(cells[1].uri)
    (action,) = await offered(editor, cells[1].uri, types.Position(1, 16))
    assert action.edit is not None
    (change,) = action.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.uri == cells[1].uri
    closed = types.NotebookDocumentIdentifier(book.uri)
    params = types.DidCloseNotebookDocumentParams(closed, [types.TextDocumentIdentifier(each.uri) for each in cells])
    editor.client.notebook_document_did_close(params)
    assert await offered(editor, cells[1].uri, types.Position(1, 16)) == []
    assert await editor.stop() == 0
