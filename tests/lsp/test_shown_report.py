"""The whole report of a finding: returned by a command, and shown where the editor shows documents."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pytest_lsp import client_capabilities

from tests.lsp.clients import visual_studio_code
from tests.lsp.editor import REAL, SECONDS, Editor

VISUAL_STUDIO_CODE, NEOVIM = visual_studio_code(), client_capabilities("neovim@v0.11.0")
EMACS = client_capabilities("emacs@v29.1")
CLIENTS = {"visual-studio-code": VISUAL_STUDIO_CODE, "neovim": NEOVIM, "emacs": EMACS}
LIBRARY = "import torch\n\n\ndef p(h):\n    return torch.softmax(h, 0)\n"
PROGRAM = "import torch\nfrom lib import p\n\n\ndef f(h):\n    return '😀', torch.log(p(h))\n"
REPORT = """\
src/main.py:6:17 warning NAN101 unmasked-log
  `p(h)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    |
  6 |     return '😀', torch.log(p(h))
    |                  ^^^^^^^^^^^^^^^ used here, where values must be above 0
    |                            ---- returned by this call
    : in src/lib.py
  5 |     return torch.softmax(h, 0)
    |            ------------------- made here, exactly 0 in float32 once a logit trails the largest by 104
   = mask it:     torch.log(torch.clamp(p(h), 1e-10, 1.0))
"""


@pytest_asyncio.fixture(params=CLIENTS)
async def editor(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Editor]:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "lib.py").write_text(LIBRARY, "utf-8")
    capabilities = CLIENTS[request.param]
    async with Editor.quiet(REAL, capabilities, tmp_path.as_uri(), options={"secondsPerFile": 20}) as editor:
        yield editor
    assert not editor.client.log_messages


async def execute(editor: Editor, *arguments: object) -> str:
    params = types.ExecuteCommandParams("nanproof.showReport", arguments)
    return str(await asyncio.wait_for(editor.client.workspace_execute_command_async(params), SECONDS))


async def content(editor: Editor, uri: str) -> str:
    params = types.TextDocumentContentParams(uri)
    return (await asyncio.wait_for(editor.client.workspace_text_document_content_async(params), SECONDS)).text


async def test_what_the_terminal_prints_is_returned_and_shown(editor: Editor, tmp_path: Path) -> None:
    uri = (tmp_path / "src" / "main.py").as_uri()
    (found,) = await editor.open(uri, PROGRAM)
    start = found.range.start
    text = await execute(editor, uri, "NAN101", start.line, start.character)
    assert text.startswith(REPORT), text


async def offered(editor: Editor, uri: str) -> list[types.Command]:
    """Return the commands that are offered for the one finding of a document."""
    actions = await editor.actions(uri, await editor.open(uri, PROGRAM), ["quickfix"])
    assert not any(each.edit is not None or each.is_preferred for each in actions if each.command is not None)
    return [each.command for each in actions if each.command is not None]


async def test_an_editor_asks_for_what_it_shows(tmp_path: Path) -> None:
    (tmp_path / "lib.py").write_text(LIBRARY, "utf-8")
    editor = await Editor.start(REAL, VISUAL_STUDIO_CODE, tmp_path.as_uri(), options={"secondsPerFile": 20})
    uri = (tmp_path / "main file.py").as_uri()
    (command,) = await offered(editor, uri)
    assert command.title == "Show the whole report"
    text = await execute(editor, *(command.arguments or ()))
    assert text.startswith("main file.py:6:17 warning NAN101")
    (shown,) = editor.shown
    assert shown.startswith("nanproof-report:/main-file.py-6-NAN101.txt?")
    assert editor.server.workspace is not None
    told = editor.server.workspace.text_document_content
    assert told is not None
    assert list(told.schemes) == ["nanproof-report"]
    assert await content(editor, shown) == text
    for query in ("", "?%5B1%5D", "?%5B%22u%22%2C1%2C%5B%5D%2C2%5D"):
        with pytest.raises(JsonRpcInvalidParams):
            await content(editor, f"nanproof-report:/a{query}")
    assert await editor.stop() == 0


async def follow(editor: Editor, uri: str, shown: str) -> str:
    """Wait until a document was looked at, and return what an open report says after it was told to ask again."""
    before = len(editor.changed)
    await editor.diagnostics(uri)
    await editor.settle()
    assert editor.changed[before:] == [shown]
    return await content(editor, shown)


async def test_an_open_report_follows_its_finding(tmp_path: Path) -> None:
    library = tmp_path / "lib.py"
    library.write_text(LIBRARY, "utf-8")
    editor = await Editor.start(REAL, VISUAL_STUDIO_CODE, tmp_path.as_uri(), options={"secondsPerFile": 20})
    uri = (tmp_path / "main.py").as_uri()
    (command,) = await offered(editor, uri)
    await execute(editor, *(command.arguments or ()))
    (shown,) = editor.shown
    await content(editor, shown)
    editor.type(uri, 0, 0, "# 😀\n")
    assert (await follow(editor, uri, shown)).startswith("main.py:7:17 warning NAN101")
    at = editor.texts[uri].index("torch.log")
    editor.type(uri, at, at, "1 + ")
    assert (await follow(editor, uri, shown)).startswith("main.py:7:21 warning NAN101")
    editor.type(uri, len(editor.texts[uri]), len(editor.texts[uri]), "x = 1\n")
    assert (await follow(editor, uri, shown)).startswith("main.py:7:21 warning NAN101")
    softmax = "torch.log_softmax(h, 0).exp() + 1.0"
    await editor.open(library.as_uri(), LIBRARY)
    at = LIBRARY.index("torch.softmax")
    editor.changed.clear()
    editor.type(library.as_uri(), at, at + len("torch.softmax(h, 0)"), softmax)
    assert "finds nothing there any more" in await until_told(editor, shown)
    editor.type(library.as_uri(), at, at + len(softmax), "torch.softmax(h, 1)")
    assert "    : in lib.py\n  5 |     return torch.softmax(h, 1)\n" in await until_told(editor, shown)
    assert await editor.stop() == 0


async def until_told(editor: Editor, shown: str) -> str:
    """Wait until the editor is told to ask again for an open report, and return what that says."""

    async def told() -> None:
        while not editor.changed:
            await asyncio.sleep(0.05)

    await asyncio.wait_for(told(), SECONDS)
    editor.changed.clear()
    return await content(editor, shown)


async def test_other_editors_are_shown_a_file(tmp_path: Path) -> None:
    (tmp_path / "lib.py").write_text(LIBRARY, "utf-8")
    editor = await Editor.start(REAL, NEOVIM, tmp_path.as_uri(), options={"secondsPerFile": 20})
    (command,) = await offered(editor, (tmp_path / "main.py").as_uri())
    for number in range(2):
        text = await execute(editor, *(command.arguments or ()))
        file = Path(editor.shown[number].removeprefix("file://"))
        assert file.name == "main.py-6-NAN101.txt"
        assert file.read_text("utf-8") == text
        assert file.stat().st_mode & 0o222 == 0, "it is to be read"
    assert await editor.stop() == 0
    assert not file.parent.exists()


async def test_an_editor_that_shows_no_documents_is_offered_none(tmp_path: Path) -> None:
    editor = await Editor.start(REAL, EMACS, tmp_path.as_uri(), options={"secondsPerFile": 20})
    assert await offered(editor, (tmp_path / "main.py").as_uri()) == []
    assert await execute(editor, (tmp_path / "main.py").as_uri(), "NAN101", 5, 0)
    assert editor.shown == []
    assert await editor.stop() == 0


async def test_a_finding_that_is_not_there(editor: Editor, tmp_path: Path) -> None:
    uri = (tmp_path / "src" / "main.py").as_uri()
    await editor.open(uri, PROGRAM)
    for place in ((uri, "NAN102", 5, 16), (uri, "NAN101", 4, 0), ("file:///not-open.py", "NAN101", 5, 16)):
        assert (await execute(editor, *place)).startswith("nanproof finds nothing there any more")
    with pytest.raises(JsonRpcInvalidParams):
        await execute(editor, uri, "NAN101")
    with pytest.raises(JsonRpcInvalidParams):
        await execute(editor, uri, "NAN101", "x", 3)


async def test_a_finding_of_a_notebook_names_its_cells(tmp_path: Path) -> None:
    editor = await Editor.start(REAL, VISUAL_STUDIO_CODE, tmp_path.as_uri(), options={"secondsPerFile": 20})
    texts = ["import torch\np = torch.softmax(x, 0)\n", "%time\ntorch.log(p)\n"]
    items = [types.TextDocumentItem(f"vscode-notebook-cell:/b#{n}", "python", 1, text) for n, text in enumerate(texts)]
    listed = [types.NotebookCell(types.NotebookCellKind.Code, cell.uri) for cell in items]
    book = types.NotebookDocument((tmp_path / "b.ipynb").as_uri(), "jupyter-notebook", 1, listed)
    editor.client.notebook_document_did_open(types.DidOpenNotebookDocumentParams(book, items))
    text = await execute(editor, items[1].uri, "NAN101", 1, 0)
    assert text.startswith("b.ipynb:cell 2:2:1 warning NAN101 unmasked-log\n")
    assert "\n    : in cell 1\n  2 | p = torch.softmax(x, 0)\n" in text
    assert await editor.stop() == 0
