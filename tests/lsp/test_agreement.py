"""When editor and server have different texts: nothing is said of the wrong one, once how to mend it, and it mends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import client_capabilities

from tests.lsp.editor import SECONDS, STUB, Editor

URI = "file:///project/a.py"
OTHER = "vscode-vfs://github/project/b.py"
PROGRAM = "import tensorflow as tf\nloss = -tf.log(y)\n"
FAR = types.Range(types.Position(99, 0), types.Position(99, 0))


@pytest_asyncio.fixture(params=["visual-studio-code", "neovim@v0.9.1"])
async def editor(request: pytest.FixtureRequest) -> AsyncIterator[Editor]:
    async with Editor.quiet(STUB, client_capabilities(request.param), "file:///project") as editor:
        yield editor


def sends(editor: Editor, method: str, params: object) -> None:
    """Send a notification as it stands, however wrong."""
    editor.client.protocol._send_data({"jsonrpc": "2.0", "method": method, "params": params})


async def news(editor: Editor, count: int) -> list[types.PublishDiagnosticsParams]:
    """Wait until so much was published."""

    async def wait() -> None:
        while len(editor.published) < count:
            editor._news.clear()
            await editor._news.wait()

    await asyncio.wait_for(wait(), SECONDS)
    return editor.published


async def test_a_lost_text_is_told_once_and_found_again(editor: Editor) -> None:
    (diagnostic,) = await editor.open(URI, PROGRAM)
    for _ in range(3):
        editor.change(URI, types.TextDocumentContentChangePartial(FAR, "x"))
    told = (await news(editor, 2))[-1]
    assert (told.uri, told.version) == (URI, None)
    (stale,) = told.diagnostics
    assert stale.message.startswith("nanproof and the editor disagree about this text")
    assert "close and open the file" in stale.message
    (said,) = [message.message for message in editor.client.log_messages]
    assert said.startswith(f"nanproof lost track of {URI}, because a change reaches to line 100")
    for asked in (diagnostic, stale):
        assert await editor.actions(URI, [asked], ["quickfix"]) == []
    assert await editor.actions(URI, [], ["source.fixAll.nanproof"]) == []
    assert await editor.hover(URI, PROGRAM.index("tf.log")) is None

    editor.texts[URI] = "\n" + PROGRAM
    editor.change(URI, types.TextDocumentContentChangeWholeDocument(editor.texts[URI]))
    (found,) = await editor.diagnostics(URI)
    assert editor.slice(URI, found.range) == "tf.log(y)"
    assert len(await editor.fixes(URI, [found])) == 2
    await editor.settle()
    assert len(editor.published) == 3, "what the lost text had is never published"
    changes = "textDocument/didChange"
    is_asked = "type something" in stale.message
    assert [each for each in editor.asked if each[1:] == changes] == (
        [f"+{changes}", f"-{changes}"] if is_asked else []
    )
    for options in (each.register_options for each in editor.registered if each.method == changes):
        assert options == {"syncKind": 1, "documentSelector": [{"language": "python"}]}


@pytest.mark.parametrize("editor", ["visual-studio-code"], indirect=True)
async def test_a_client_that_sends_whole_texts_beside_its_changes_is_understood(editor: Editor) -> None:
    await editor.open(URI, PROGRAM)
    await editor.open(OTHER, PROGRAM)
    editor.change(URI, types.TextDocumentContentChangePartial(FAR, "x"))
    await news(editor, 3)
    for uri in (URI, OTHER):
        # As VS Code does when it has to send both: the whole text overtakes the change that is in it.
        start = types.Range(types.Position(0, 0), types.Position(0, 0))
        version = editor.versions[uri]
        editor.change(uri, types.TextDocumentContentChangeWholeDocument("#\n" + PROGRAM))
        editor.versions[uri] = version
        editor.change(uri, types.TextDocumentContentChangePartial(start, "#\n"))
        editor.texts[uri] = "#\n" + PROGRAM
        editor.type(uri, 0, 0, "#")
        (found,) = await editor.diagnostics(uri)
        assert editor.slice(uri, found.range) == "tf.log(y)"


@pytest.mark.parametrize("editor", ["neovim@v0.9.1"], indirect=True)
async def test_a_change_that_cannot_be_read_loses_its_text(editor: Editor) -> None:
    for number, broken in enumerate(
        [
            {"start": {"line": -1, "character": 0}, "end": {"line": 0, "character": 0}},
            {"start": {"line": 0, "character": 0}, "end": {"line": 2**40, "character": 0}},
            {"start": {"line": "x"}},
            None,
        ]
    ):
        uri = f"file:///project/{number}.py"
        await editor.open(uri, PROGRAM)
        before = len(editor.published)
        document = {"uri": uri, "version": 2}
        changes = {"textDocument": document, "contentChanges": [{"range": broken, "text": "x"}]}
        sends(editor, types.TEXT_DOCUMENT_DID_CHANGE, changes)
        if broken is not None:  # a null range means the whole text
            told = list[types.PublishDiagnosticsParams]()
            while not told:  # what rests on the others may be told of once more, between
                told = [each for each in (await news(editor, before + 1))[before:] if each.uri == uri]
                before = len(editor.published)
            assert "disagree" in told[0].diagnostics[0].message
        assert len(await editor.open(uri, PROGRAM)) == 1, "opened anew it is known again"

    published = len(editor.published)
    sends(editor, types.TEXT_DOCUMENT_DID_CHANGE, {"textDocument": {"version": 2}, "contentChanges": []})
    told_of = {params.uri for params in (await news(editor, published + 4))[published:]}
    assert told_of == {f"file:///project/{number}.py" for number in range(4)}, "nobody knows which was meant"


@pytest.mark.parametrize("editor", ["neovim@v0.9.1"], indirect=True)
async def test_a_document_that_was_never_opened(editor: Editor) -> None:
    uri = "file:///project/never-opened.py"
    document = types.VersionedTextDocumentIdentifier(version=2, uri=uri)
    part = types.TextDocumentContentChangePartial(FAR, "x")
    editor.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [part]))
    (told,) = await news(editor, 1)
    assert told.uri == uri
    (said,) = [message.message for message in editor.client.log_messages]
    assert "because it was changed before it was opened" in said
    closed = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
    editor.client.text_document_did_close(closed)
    assert list((await news(editor, 2))[-1].diagnostics) == []
