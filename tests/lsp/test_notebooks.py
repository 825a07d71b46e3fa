"""Notebooks: all cells are one program, and each finding, hover and edit stands in its cell."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.lsp.clients import visual_studio_code
from tests.lsp.editor import REAL, SECONDS, Editor

BOOK = "file:///project/n.ipynb"
CODE, MARKUP = types.NotebookCellKind.Code, types.NotebookCellKind.Markup


def uri(name: str) -> str:
    return f"vscode-notebook-cell:/project/n.ipynb#{name}"


@pytest_asyncio.fixture(params=[True, False], ids=["asked", "sent"])
async def editor(request: pytest.FixtureRequest) -> AsyncIterator[Editor]:
    options = {"pullDiagnostics": request.param, "secondsPerFile": 20}
    async with Editor.quiet(REAL, visual_studio_code(), "file:///project", options=options) as editor:
        yield editor
    assert not editor.client.log_messages


def items(editor: Editor, texts: dict[str, str]) -> list[types.TextDocumentItem]:
    for name, text in texts.items():
        editor.texts[uri(name)], editor.versions[uri(name)] = text, 1
    return [types.TextDocumentItem(uri(name), "python", 1, text) for name, text in texts.items()]


def cells(*names: str, kind: types.NotebookCellKind = CODE) -> list[types.NotebookCell]:
    return [types.NotebookCell(kind, uri(name)) for name in names]


def open_book(editor: Editor, **texts: str) -> None:
    book = types.NotebookDocument(BOOK, "jupyter-notebook", 1, cells(*texts))
    params = types.DidOpenNotebookDocumentParams(book, items(editor, texts))
    editor.client.notebook_document_did_open(params)


def change(editor: Editor, changes: types.NotebookDocumentCellChanges) -> None:
    identifier = types.VersionedNotebookDocumentIdentifier(version=2, uri=BOOK)
    event = types.NotebookDocumentChangeEvent(cells=changes)
    editor.client.notebook_document_did_change(types.DidChangeNotebookDocumentParams(identifier, event))


def splice(editor: Editor, start: int, gone: Sequence[str], come: Sequence[str], **opened: str) -> None:
    """Put cells into the place of others; those that are `opened` have their texts."""
    structure = types.NotebookDocumentCellChangeStructure(
        types.NotebookCellArrayChange(start, len(gone), cells(*come)),
        items(editor, opened),
        [types.TextDocumentIdentifier(uri(name)) for name in gone if name not in come],
    )
    change(editor, types.NotebookDocumentCellChanges(structure=structure))


def type_in(editor: Editor, name: str, start: int, end: int, new: str) -> None:
    at, text = uri(name), editor.texts[uri(name)]
    stretch = types.Range(editor.position(at, start), editor.position(at, end))
    editor.versions[at] += 1
    editor.texts[at] = text[:start] + new + text[end:]
    document = types.VersionedTextDocumentIdentifier(version=editor.versions[at], uri=at)
    part = types.TextDocumentContentChangePartial(stretch, new)
    content = types.NotebookDocumentCellContentChanges(document, [part])
    change(editor, types.NotebookDocumentCellChanges(text_content=[content]))


async def found(editor: Editor, name: str, *operations: str) -> list[types.Diagnostic]:
    """Wait until these operations are what is found in a cell."""
    at = uri(name)

    async def wait() -> list[types.Diagnostic]:
        while True:
            told: list[types.Diagnostic] | None = None
            if editor.pulls:
                told = await editor.pull(at)
            else:
                sent = (each for each in reversed(editor.published) if each.uri == at)
                now = (editor.versions[at], None)
                told = next((list(each.diagnostics) for each in sent if each.version in now), None)
            if told is not None and [editor.slice(at, each.range) for each in told] == list(operations):
                return told
            await asyncio.sleep(0.02)

    return await asyncio.wait_for(wait(), SECONDS)


async def gone(editor: Editor, name: str) -> None:
    """Wait until nothing is told of a cell any more."""
    editor.pulled.pop(uri(name), None)
    await found(editor, name)


def apply(editor: Editor, action: types.CodeAction) -> None:
    """Apply the edits of cells."""
    assert action.edit is not None
    for each in action.edit.document_changes or ():
        assert isinstance(each, types.TextDocumentEdit)
        at = each.text_document.uri
        assert each.text_document.version == editor.versions[at]
        for edit in sorted(each.edits, key=lambda edit: editor.index(at, edit.range.start), reverse=True):
            assert isinstance(edit, types.TextEdit)
            start, end = editor.index(at, edit.range.start), editor.index(at, edit.range.end)
            type_in(editor, at.rpartition("#")[2], start, end, edit.new_text)


IMPORT = "%matplotlib inline\nimport torch"
MAKE = "!ls 'é😀'\np = torch.softmax(x, 0)"
LOSS = "%%time\n'😀'; loss = -torch.log(p)\n"


async def test_all_cells_are_one_program(editor: Editor) -> None:
    open_book(editor, imports=IMPORT, make=MAKE, loss=LOSS)
    (diagnostic,) = await found(editor, "loss", "torch.log(p)")
    await found(editor, "imports")
    await found(editor, "make")
    steps = {each.location.uri for each in diagnostic.related_information or ()}
    assert uri("make") in steps, "each step is named by its cell"
    assert steps <= {uri("make"), uri("loss")}

    hover = await editor.hover(uri("loss"), LOSS.index("log"))
    assert hover is not None
    assert hover.range is not None
    assert editor.slice(uri("loss"), hover.range) == "torch.log(p)"
    assert await editor.hover(uri("make"), 0) is None

    actions = await editor.actions(uri("loss"), [diagnostic], ["quickfix"])
    apply(editor, next(each for each in actions if each.is_preferred))
    await found(editor, "loss")
    assert editor.texts[uri("loss")].startswith("%%time\n")
    assert editor.texts[uri("imports")].startswith("%matplotlib inline\n")


async def test_a_cell_that_moves_closes_or_changes_loses_what_was_found(editor: Editor) -> None:
    open_book(editor, imports=IMPORT, make=MAKE, loss=LOSS)
    (diagnostic,) = await found(editor, "loss", "torch.log(p)")
    splice(editor, 0, ["imports", "make", "loss"], ["make", "loss", "imports"])
    await found(editor, "loss")
    splice(editor, 0, ["make", "loss", "imports"], ["imports", "make", "loss"])
    assert await found(editor, "loss", "torch.log(p)")
    splice(editor, 2, ["loss"], [])
    await gone(editor, "loss")
    splice(editor, 2, [], ["loss"], loss=LOSS)
    await found(editor, "loss", "torch.log(p)")
    change(editor, types.NotebookDocumentCellChanges(data=cells("loss", kind=MARKUP)))
    await gone(editor, "loss")
    change(editor, types.NotebookDocumentCellChanges(data=cells("loss")))
    await found(editor, "loss", "torch.log(p)")
    type_in(editor, "loss", 0, 0, "%%bash\n")
    await found(editor, "loss")
    type_in(editor, "loss", 0, 7, "")
    await found(editor, "loss", "torch.log(p)")
    book = types.NotebookDocumentIdentifier(BOOK)
    params = types.DidCloseNotebookDocumentParams(book, [types.TextDocumentIdentifier(uri("loss"))])
    editor.client.notebook_document_did_close(params)
    await gone(editor, "loss")
    assert await editor.actions(uri("loss"), [diagnostic], ["quickfix"]) == []


async def test_a_cell_in_another_language_has_no_part(editor: Editor) -> None:
    open_book(editor, imports=IMPORT, make=MAKE, loss=LOSS)
    await found(editor, "loss", "torch.log(p)")
    structure = types.NotebookDocumentCellChangeStructure(
        types.NotebookCellArrayChange(2, 1, cells("loss")), [types.TextDocumentItem(uri("loss"), "sql", 2, LOSS)]
    )
    change(editor, types.NotebookDocumentCellChanges(structure=structure))
    await gone(editor, "loss")
    assert await editor.hover(uri("loss"), LOSS.index("log")) is None


async def test_all_is_fixed_once_for_the_notebook(editor: Editor) -> None:
    operation = "torch.log(torch.softmax(x, 0))"
    open_book(editor, imports=IMPORT, first=f"a = {operation}", second=f"b = {operation}")
    (diagnostic,) = await found(editor, "first", operation)
    await found(editor, "second", operation)
    for only in ("source.fixAll.nanproof", "source.fixAll", "notebook.source.fixAll"):
        assert await editor.actions(uri("first"), [diagnostic], [only]) == []
    (action,) = await editor.actions(uri("imports"), [], ["notebook.source.fixAll.nanproof"])
    assert action.kind == "notebook.source.fixAll.nanproof"
    apply(editor, action)
    await found(editor, "first")
    await found(editor, "second")
    assert "log_softmax" in editor.texts[uri("first")]
    assert "log_softmax" in editor.texts[uri("second")]


async def test_what_was_found_before_a_change_is_not_offered(editor: Editor) -> None:
    open_book(editor, imports=IMPORT, make=MAKE, loss=LOSS)
    (diagnostic,) = await found(editor, "loss", "torch.log(p)")
    type_in(editor, "imports", 0, 0, "y = 1\n")
    actions = await editor.actions(uri("loss"), [diagnostic], ["quickfix"])
    assert [each.title for each in actions] == ["Show the whole report", "Ignore NAN101 in a new nanproof.toml"]
    await found(editor, "loss", "torch.log(p)")


async def test_the_debug_info_is_answered_and_logged(editor: Editor) -> None:
    open_book(editor, imports=IMPORT)
    params = types.ExecuteCommandParams("nanproof.debugInfo")
    report = await asyncio.wait_for(editor.client.workspace_execute_command_async(params), SECONDS)
    assert isinstance(report, str)
    assert "1 documents, of which 1 are notebooks; 0 are lost" in report
    assert f"diagnostics are {'asked for' if editor.pulls else 'sent'}" in report
    (logged,) = editor.client.log_messages
    assert (logged.message, logged.type) == (report, types.MessageType.Info)
    editor.client.log_messages.clear()


async def test_hints_stand_in_their_cells() -> None:
    options = {"secondsPerFile": 20, "inlayHints": True}
    editor = await Editor.start(REAL, visual_studio_code(), "file:///project", options=options)
    open_book(editor, one="import torch\n%time\ny = torch.softmax(x, 0)\n", two="z = 1\ntorch.log(y)\n")
    await found(editor, "two", "torch.log(y)")
    assert await editor.hints(uri("one")) == []
    (hint,) = await editor.hints(uri("two"))
    assert (hint.position, hint.label) == (types.Position(1, 11), ": [0, 1]")
    assert isinstance(hint.tooltip, types.MarkupContent)
    assert "- cell 1, line 3: made here" in hint.tooltip.value
    splice(editor, 1, ["two"], [])
    assert await editor.hints(uri("two")) == []
    assert await editor.stop() == 0
