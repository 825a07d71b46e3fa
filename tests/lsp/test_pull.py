"""Diagnostics for clients that ask for them: in time, of the right text, and never pushed as well."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcMethodNotFound, JsonRpcRequestCancelled
from pytest_lsp import client_capabilities

from tests.lsp.clients import visual_studio_code
from tests.lsp.editor import SECONDS, STUB, Editor

URI = "file:///project/a.py"
LIB = "file:///project/lib.py"
PROGRAM = "import tensorflow as tf\nloss = -tf.log(y)\n"
QUICK = {"secondsPerFile": 0.2}


@pytest_asyncio.fixture
async def editor() -> AsyncIterator[Editor]:
    async with Editor.quiet(STUB, visual_studio_code(), "file:///project", options=QUICK) as editor:
        yield editor
    assert not editor.published, "what is asked for is not sent as well"


def show(editor: Editor, uri: str, text: str) -> None:
    """Open a document without asking for anything."""
    editor.texts[uri], editor.versions[uri] = text, 1
    item = types.TextDocumentItem(uri, "python", 1, text)
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))


def close(editor: Editor, uri: str) -> None:
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))


async def refreshed(editor: Editor, count: int) -> None:
    """Wait until the server has said so often that the client should ask again."""

    async def wait() -> None:
        while editor.client.diagnostic_refresh_count < count:
            await asyncio.sleep(0.01)

    await asyncio.wait_for(wait(), SECONDS)


async def cancelled(question: asyncio.Future[types.DocumentDiagnosticReport]) -> bool:
    """Wait for the refusal of a question, and return whether it is to be asked again."""
    with pytest.raises(JsonRpcException) as caught:
        await question
    assert caught.value.code == types.LSPErrorCodes.ServerCancelled
    assert caught.value.data in ({"retriggerRequest": True}, {"retriggerRequest": False})
    return bool(caught.value.data == {"retriggerRequest": True})


async def test_what_did_not_change_is_not_sent_again(editor: Editor) -> None:
    show(editor, URI, PROGRAM)
    first = await editor.report(URI)
    assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
    (diagnostic,) = first.items
    assert editor.slice(URI, diagnostic.range) == "tf.log(y)"
    assert len(await editor.actions(URI, [diagnostic], ["quickfix"])) >= 2
    editor.pulled[URI] = first
    second = await editor.report(URI)
    assert second == types.RelatedUnchangedDocumentDiagnosticReport(first.result_id or "")
    editor.type(URI, 0, 0, "\n")
    third = await editor.report(URI)
    assert isinstance(third, types.RelatedFullDocumentDiagnosticReport)
    assert third.result_id not in (None, first.result_id)
    assert editor.slice(URI, third.items[0].range) == "tf.log(y)"
    await editor.settle()
    assert editor.client.diagnostic_refresh_count == 0, "the client asks itself of what it changes itself"


async def test_a_question_waits_and_is_to_be_asked_again_when_the_text_changes(editor: Editor) -> None:
    show(editor, URI, "# SLOW\n" + PROGRAM)
    question = asyncio.ensure_future(editor.report(URI))
    await asyncio.sleep(0.1)
    assert not question.done()
    editor.type(URI, 0, 0, "#")
    assert await cancelled(question)
    (diagnostic,) = await editor.pull(URI)
    assert editor.slice(URI, diagnostic.range) == "tf.log(y)"


async def test_of_several_questions_the_newest_is_answered(editor: Editor) -> None:
    show(editor, URI, "# SLOW\n" + PROGRAM)
    questions = [asyncio.ensure_future(editor.report(URI)) for _ in range(3)]
    assert [await cancelled(each) for each in questions[:2]] == [False, False]
    report = await questions[2]
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    assert len(report.items) == 1


async def test_a_question_that_the_client_takes_back(editor: Editor) -> None:
    show(editor, URI, "# SLOW\n" + PROGRAM)
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(URI))
    pending = editor.client.protocol.send_request(types.TEXT_DOCUMENT_DIAGNOSTIC, params, msg_id="taken-back")
    editor.client.cancel_request(types.CancelParams("taken-back"))
    with pytest.raises(JsonRpcRequestCancelled):
        await asyncio.wait_for(asyncio.wrap_future(pending), 0.3)
    assert len(await editor.pull(URI)) == 1


async def test_what_changes_with_another_file_is_to_be_asked_for_again(editor: Editor) -> None:
    show(editor, LIB, "")
    show(editor, URI, PROGRAM)
    (before,) = await editor.pull(URI)
    first = editor.pulled[URI].result_id
    editor.type(LIB, 0, 0, "eps = 0\n")
    await refreshed(editor, 1)
    (after,) = await editor.pull(URI)
    assert editor.pulled[URI].result_id != first
    assert [link.location.range.end.character for link in before.related_information or ()] == [16, 0]
    assert [link.location.range.end.character for link in after.related_information or ()] == [16, 3]


async def test_what_could_not_be_looked_at_in_time_is_added_later(editor: Editor) -> None:
    show(editor, URI, "# HEAVY\n" + PROGRAM)
    assert await editor.pull(URI) == []
    await refreshed(editor, 1)
    while not (found := await editor.pull(URI)):
        await asyncio.sleep(0.05)
    assert editor.slice(URI, found[0].range) == "tf.log(y)"


async def test_a_document_that_is_not_open_has_nothing(editor: Editor) -> None:
    assert await editor.pull(URI) == []
    show(editor, URI, "# SLOW\n" + PROGRAM)
    question = asyncio.ensure_future(editor.report(URI))
    await asyncio.sleep(0.1)
    close(editor, URI)
    assert not await cancelled(question)
    editor.pulled.clear()
    assert await editor.pull(URI) == []


async def test_a_lost_text_is_told_when_it_is_asked_for(editor: Editor) -> None:
    show(editor, URI, PROGRAM)
    assert len(await editor.pull(URI)) == 1
    far = types.Range(types.Position(99, 0), types.Position(99, 0))
    editor.change(URI, types.TextDocumentContentChangePartial(far, "x"))
    (told,) = await editor.pull(URI)
    assert told.message.startswith("nanproof and the editor disagree about this text")
    editor.texts[URI] = "\n" + PROGRAM
    editor.change(URI, types.TextDocumentContentChangeWholeDocument(editor.texts[URI]))
    (found,) = await editor.pull(URI)
    assert editor.slice(URI, found.range) == "tf.log(y)"


async def test_a_crash_and_an_analysis_that_ends_leave_no_question_open(editor: Editor) -> None:
    show(editor, URI, "# CRASH\n" + PROGRAM)
    assert await editor.pull(URI) == []
    editor.type(URI, 0, 7, "")
    assert len(await editor.pull(URI)) == 1


async def test_leaving_while_a_question_waits() -> None:
    editor = await Editor.start(STUB, visual_studio_code(), "file:///project")
    show(editor, URI, "# SLOW\n" + PROGRAM)
    question = asyncio.ensure_future(editor.report(URI))
    await asyncio.sleep(0.1)
    assert await editor.stop() == 0
    with pytest.raises(JsonRpcRequestCancelled):
        await question


async def test_a_client_that_cannot_be_told_more_waits_for_all_of_it() -> None:
    editor = await Editor.start(STUB, client_capabilities("neovim@v0.11.0"), "file:///project", options=QUICK)
    show(editor, URI, "# HEAVY\n" + PROGRAM)
    assert len(await editor.pull(URI)) == 1
    assert await editor.stop() == 0
    assert not editor.published


@pytest.mark.parametrize(
    ("client", "options", "pulls"),
    [
        ("visual-studio-code", None, False),
        ("emacs@v29.1", None, False),
        ("neovim@v0.11.0", None, True),
        ("neovim@v0.11.0", {"pullDiagnostics": False}, False),
    ],
)
async def test_other_clients_are_sent_it(client: str, options: object, pulls: bool) -> None:
    editor = await Editor.start(STUB, client_capabilities(client), "file:///project", options=options)
    assert editor.pulls is pulls
    assert len(await editor.open(URI, PROGRAM)) == 1
    assert bool(editor.published) is not pulls
    if not pulls:
        with pytest.raises(JsonRpcMethodNotFound):
            await editor.report(URI)
        close(editor, URI)
        await editor.settle()
        assert list(editor.published[-1].diagnostics) == []
    assert await editor.stop() == 0
