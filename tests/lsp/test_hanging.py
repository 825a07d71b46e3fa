"""Whatever a text does to the analysis, the server answers, says so once, and ends."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import client_capabilities

from tests.lsp.editor import REAL, ROOT, SECONDS, STUB, Editor
from tests.lsp.test_process import EXIT, INITIALIZE, SHUTDOWN, pipes, receive, send

URI = "file:///project/a.py"
OTHER = "file:///project/other.py"
PROGRAM = "import tensorflow as tf\nloss = -tf.log(y)\n"
QUICK = {"secondsPerFile": 0.2}


@pytest_asyncio.fixture
async def editor() -> AsyncIterator[Editor]:
    capabilities = client_capabilities("visual-studio-code")
    async with Editor.quiet(STUB, capabilities, "file:///project", options=QUICK) as editor:
        yield editor


async def test_a_text_without_an_end_is_said_to_be_left_out_once(editor: Editor) -> None:
    (found,) = await editor.open(URI, "# ENDLESS\n" + PROGRAM)
    assert "stopped after 0.2 s" in found.message
    assert "lines 1-3" in found.message
    assert found.severity == types.DiagnosticSeverity.Information
    for _ in range(3):
        editor.type(URI, 0, 0, "#")
        (found,) = await editor.diagnostics(URI)
    assert [each.type for each in editor.client.log_messages] == [types.MessageType.Warning]
    assert URI in editor.client.log_messages[0].message
    editor.type(URI, 0, len("####ENDLESS "), "")
    assert [each.code for each in await editor.diagnostics(URI)] == ["NAN101"]


async def test_what_is_read_at_once_gets_the_time_that_it_takes_in_a_later_round(editor: Editor) -> None:
    """A cold jedi reads whole files: where one of them takes longer than a round may, each round would end alike."""
    assert await editor.open(URI, "# HEAVY\n" + PROGRAM) == []

    async def until_seen() -> None:
        while [each.code for each in editor.published[-1].diagnostics] != ["NAN101"]:
            await asyncio.sleep(0.02)

    await asyncio.wait_for(until_seen(), SECONDS)
    assert editor.client.log_messages == []


@pytest.mark.parametrize("word", ["ENDLESS", "STUCK"])
async def test_other_documents_are_served_meanwhile(editor: Editor, word: str) -> None:
    (found,) = await editor.open(OTHER, PROGRAM)
    editor.versions[URI] = 1
    item = types.TextDocumentItem(URI, "python", 1, f"# {word}\n{PROGRAM}")
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    assert len(await editor.fixes(OTHER, [found])) == 2
    await editor.hover(OTHER, PROGRAM.index("tf.log"))  # an answer, which may be that nothing is known now
    editor.type(OTHER, 0, 0, "#\n")
    (moved,) = await editor.diagnostics(OTHER)
    assert moved.range.start.line == 2


async def test_an_analysis_that_hears_nothing_is_ended_and_its_text_left_alone(editor: Editor) -> None:
    assert await editor.open(URI, "# STUCK\n" + PROGRAM) == []
    (said,) = editor.client.log_messages
    assert "break off" in said.message
    assert URI in said.message
    (found,) = await editor.open(OTHER, PROGRAM)
    editor.type(URI, 0, 0, "#")
    await editor.settle()
    assert len(editor.client.log_messages) == 1
    hover = await editor.hover(OTHER, PROGRAM.index("tf.log"))
    assert hover is not None
    editor.type(URI, 0, len("## STUCK"), "#")
    editor.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(URI)))
    assert [each.code for each in await editor.diagnostics(URI)] == [found.code]


@pytest.mark.parametrize("word", ["ENDLESS", "STUCK"])
def test_the_server_leaves_when_it_is_told_to(word: str) -> None:
    with subprocess.Popen(STUB, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        stdin, stdout = pipes(process)
        begin(process, word)
        send(stdin, SHUTDOWN, EXIT)
        while receive(stdout).get("id") != SHUTDOWN["id"]:
            pass
        assert process.wait(20) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there the pipes of a dead parent close at once")
def test_nothing_lives_on_when_the_editor_dies() -> None:
    with (
        subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as dying,
        subprocess.Popen(STUB, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process,
    ):
        begin(process, "STUCK", dying.pid)
        (analyst,) = children(process.pid)
        dying.kill()
        dying.wait()
        assert process.wait(30) == 1
        for _ in range(600):
            if not lives(analyst):
                return
            asyncio.run(asyncio.sleep(0.1))
        pytest.fail("the analyst lives on")


def begin(process: subprocess.Popen[bytes], word: str, editor: int | None = None) -> None:
    """Start a session with a document that the analysis does not come to an end of."""
    stdin, stdout = pipes(process)
    params = {"processId": editor, "capabilities": {}, "initializationOptions": QUICK}
    send(stdin, {**INITIALIZE, "params": params})
    receive(stdout)
    text = {"uri": URI, "languageId": "python", "version": 1, "text": f"# {word}\n"}
    send(
        stdin,
        {"jsonrpc": "2.0", "method": "initialized", "params": {}},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": text}},
    )
    while not children(process.pid):
        asyncio.run(asyncio.sleep(0.05))


def children(pid: int) -> list[int]:
    done = subprocess.run(["ps", "--ppid", str(pid), "-o", "pid="], capture_output=True, text=True, check=False)
    return [int(word) for word in done.stdout.split()]


def lives(pid: int) -> bool:
    done = subprocess.run(["ps", "-o", "stat=", str(pid)], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip()) and not done.stdout.startswith("Z")


async def test_one_hex_blob_in_the_project_hangs_nothing(tmp_path: Path) -> None:
    (tmp_path / "blob.py").write_text('DATA = "' + "deadbeef" * 25_000 + '"\n')
    editor = await Editor.start(REAL, client_capabilities("neovim@v0.9.1"), tmp_path.as_uri())
    uri = (tmp_path / "a.py").as_uri()
    text = "import torch\n\n\ndef f(x):\n    return torch.log(x)\n\n\nf(torch.softmax(y, 0))\n"
    (found,) = await editor.open(uri, text)
    assert found.code == "NAN101"
    assert await editor.stop() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.parametrize("word", ["QUIET", "SLOW"])
def test_an_analysis_that_somebody_ends_is_begun_again(word: str) -> None:
    with subprocess.Popen(STUB, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        stdin, stdout = pipes(process)
        begin(process, word)
        if word == "QUIET":
            assert receive(stdout)["method"] == "textDocument/publishDiagnostics"
        (analyst,) = children(process.pid)
        os.kill(analyst, signal.SIGKILL)
        change = {"textDocument": {"uri": URI, "version": 2}, "contentChanges": [{"text": PROGRAM}]}
        send(stdin, {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": change})
        while True:
            told = receive(stdout)
            assert told["method"] == "textDocument/publishDiagnostics", told
            if told["params"]["version"] == 2:
                break
        assert len(told["params"]["diagnostics"]) == 1
        assert children(process.pid) != [analyst]
        send(stdin, SHUTDOWN, EXIT)
        while receive(stdout).get("id") != SHUTDOWN["id"]:
            pass
        assert process.wait(20) == 0
