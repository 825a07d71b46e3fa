"""Versions, failures, malformed messages and the end of a session."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.exceptions import JsonRpcRequestCancelled
from pytest_lsp import client_capabilities

from tests.lsp.editor import STUB, Editor

URI = "file:///project/a.py"
PROGRAM = "import tensorflow as tf\nloss = -tf.log(y)\n"


@pytest_asyncio.fixture
async def editor() -> AsyncIterator[Editor]:
    async with Editor.quiet(STUB, client_capabilities("visual-studio-code"), "file:///project") as editor:
        yield editor


async def test_only_current_versions_are_published(editor: Editor) -> None:
    await editor.open(URI, "# SLOW\n" + PROGRAM)
    for number in range(30):
        editor.type(URI, 2, 2, str(number % 10))
        await asyncio.sleep(0.005)
    (diagnostic,) = await editor.diagnostics(URI)
    await editor.settle()
    versions = [params.version for params in editor.published]
    assert versions[-1] == editor.versions[URI] == 31
    assert len(versions) <= 4, "versions that were stale when their turn came were analysed or sent"
    assert editor.slice(URI, diagnostic.range) == "tf.log(y)"


async def test_what_is_stale_when_it_is_done_is_dropped(editor: Editor) -> None:
    await editor.open(URI, "# SLOW\n" + PROGRAM)
    editor.type(URI, 0, 0, "#")
    await asyncio.sleep(0.1)  # its analysis has begun
    editor.type(URI, 0, 0, "#")
    await editor.diagnostics(URI)
    assert [params.version for params in editor.published] == [1, 3]


async def test_a_slow_analysis_holds_up_nothing_else(editor: Editor) -> None:
    (diagnostic,) = await editor.open(URI, PROGRAM)
    await editor.open("file:///project/other.py", "x = 1\n")
    published = len(editor.published)
    editor.type("file:///project/other.py", 0, 0, "# ENDLESS\n")
    assert len(await editor.fixes(URI, [diagnostic])) == 2
    assert len(editor.published) == published, "the slow one is still being looked at"
    await editor.diagnostics("file:///project/other.py")


async def test_a_hover_speaks_of_the_text_on_the_screen_or_not_at_all(editor: Editor) -> None:
    await editor.open(URI, "# SLOW\n" + PROGRAM)
    pending = asyncio.ensure_future(editor.hover(URI, editor.texts[URI].index("tf.log")))
    await asyncio.sleep(0.1)
    editor.type(URI, 0, 0, "\n\n")
    assert await pending is None
    await editor.diagnostics(URI)
    hover = await editor.hover(URI, editor.texts[URI].index("tf.log"))
    assert hover is not None
    assert hover.range is not None
    assert editor.slice(URI, hover.range) == "tf.log(y)"


async def test_a_hover_that_the_client_cancels_is_not_computed(editor: Editor) -> None:
    await editor.open(URI, "# SLOW\n" + PROGRAM)
    editor.type(URI, 0, 0, "#")
    params = types.HoverParams(types.TextDocumentIdentifier(URI), types.Position(2, 10))
    pending = editor.client.protocol.send_request(types.TEXT_DOCUMENT_HOVER, params, msg_id="cancelled")
    editor.client.cancel_request(types.CancelParams("cancelled"))
    with pytest.raises(JsonRpcRequestCancelled):
        await asyncio.wait_for(asyncio.wrap_future(pending), 0.3)
    assert len(await editor.diagnostics(URI)) == 1


async def test_a_crash_is_one_sentence_in_the_log_and_the_server_lives(editor: Editor) -> None:
    await editor.open(URI, PROGRAM)
    editor.type(URI, 0, 0, "# CRASH\n")
    assert await editor.diagnostics(URI) == []
    (said,) = [message.message for message in editor.client.log_messages]
    assert said.startswith(f"nanproof could not analyse {URI} (ZeroDivisionError")
    assert "\n" not in said
    assert await editor.hover(URI, 0) is None
    editor.type(URI, 0, 8, "")
    assert len(await editor.diagnostics(URI)) == 1


async def test_edits_of_an_older_text_are_not_offered(editor: Editor) -> None:
    (diagnostic,) = await editor.open(URI, PROGRAM)
    editor.type(URI, 0, 0, "# SLOW\n")
    assert await editor.fixes(URI, [diagnostic]) == []
    diagnostic.data = None  # as a client that forgets it
    assert await editor.fixes(URI, [diagnostic]) == []
    (diagnostic,) = await editor.diagnostics(URI)
    assert len(await editor.fixes(URI, [diagnostic])) == 2


async def test_documents_are_apart_and_closing_clears(editor: Editor) -> None:
    for uri in (
        URI,
        "untitled:Untitled-1",
        "vscode-notebook-cell:/project/n.ipynb#W0",
        "file:///c%3A/w/a.py",
    ):
        (diagnostic,) = await editor.open(uri, PROGRAM)
        (mask, _) = await editor.fixes(uri, [diagnostic])
        editor.apply(mask)
        assert await editor.diagnostics(uri) == []
    editor.type("untitled:Untitled-1", 0, 0, "tf.log(z)\n")
    assert len(await editor.diagnostics("untitled:Untitled-1")) == 1
    editor.client.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier("untitled:Untitled-1"))
    )
    await editor.settle()
    assert editor.published[-1].uri == "untitled:Untitled-1"
    assert list(editor.published[-1].diagnostics) == []


async def test_the_text_may_be_replaced_as_a_whole(editor: Editor) -> None:
    await editor.open(URI, PROGRAM)
    whole = types.TextDocumentContentChangeWholeDocument("")
    first = types.Range(types.Position(0, 0), types.Position(0, 0))
    after = types.Range(types.Position(0, 99), types.Position(0, 99))
    editor.change(
        URI,
        whole,
        types.TextDocumentContentChangePartial(first, "x = '\ud83d"),
        types.TextDocumentContentChangePartial(after, "\ude00', tf.log(y)\n"),
    )
    editor.texts[URI] = "x = '\ud83d\ude00', tf.log(y)\n"
    (diagnostic,) = await editor.diagnostics(URI)
    assert editor.slice(URI, diagnostic.range) == "tf.log(y)"


async def test_saving_looks_again_at_the_documents_that_may_rest_on_the_saved_one(editor: Editor) -> None:
    await editor.open("file:///project/lib.py", "")
    (before,) = await editor.open(URI, PROGRAM)
    editor.type("file:///project/lib.py", 0, 0, "eps = 0\n")
    await editor.diagnostics("file:///project/lib.py")
    published = len(editor.published)
    editor.client.text_document_did_save(
        types.DidSaveTextDocumentParams(types.TextDocumentIdentifier("file:///project/lib.py"))
    )
    await editor.settle()
    while len(editor.published) == published:
        await asyncio.sleep(0.01)
    (after,) = editor.published[-1].diagnostics
    assert editor.published[-1].uri == URI
    assert [link.location.range.end.character for link in before.related_information or ()] == [16, 0]
    assert [link.location.range.end.character for link in after.related_information or ()] == [16, 3]


async def test_what_was_never_opened_is_closed_in_silence(editor: Editor) -> None:
    closed = types.TextDocumentIdentifier("file:///never-opened.py")
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(closed))
    assert len(await editor.open(URI, PROGRAM)) == 1
    assert not editor.client.log_messages
    assert len(editor.published) == 1
