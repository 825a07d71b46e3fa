"""All Python files of a workspace: what is found in them, asked for once and again, cancelled, and mended."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.exceptions import JsonRpcMethodNotFound, JsonRpcRequestCancelled

from nanproof.lsp.proposal import Proposals, from_data
from tests.lsp.clients import CLIENTS, visual_studio_code
from tests.lsp.editor import REAL, SECONDS, Editor

LIBRARY = "def floor(x):\n    return x\n"
MASKING = "def floor(x):\n    return x.clamp(min=1e-6)\n"
MAIN = "import torch\nfrom lib import floor\n\n\ndef f(x):\n    return torch.log(floor(torch.relu(x)))\n"
FAULTY = "import torch\n\nloss = -torch.log(torch.softmax(x, 0))\n"
OPTIONS = {"workspaceDiagnostics": True, "secondsPerFile": 20}


@pytest_asyncio.fixture
async def editor(tmp_path: Path) -> AsyncIterator[Editor]:
    for name, text in {"lib": LIBRARY, "main": MAIN, "faulty": FAULTY, "fine": "x = 1\n"}.items():
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "faulty.py").write_text(FAULTY, encoding="utf-8")
    async with Editor.quiet(REAL, visual_studio_code(), tmp_path.as_uri(), options=OPTIONS) as editor:
        yield editor
    assert not editor.published


Reports = dict[str, types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport]


def ask(
    editor: Editor, before: Reports | None = None, *, part: str | None = None, work: str | None = None
) -> asyncio.Future[types.WorkspaceDiagnosticReport]:
    ids = [types.PreviousResultId(each.uri, each.result_id) for each in (before or {}).values() if each.result_id]
    params = types.WorkspaceDiagnosticParams(ids, partial_result_token=part, work_done_token=work)
    return asyncio.ensure_future(editor.client.workspace_diagnostic_async(params))


def by_name(reports: Sequence[object]) -> Reports:
    kinds = (types.WorkspaceFullDocumentDiagnosticReport, types.WorkspaceUnchangedDocumentDiagnosticReport)
    return {each.uri.rpartition("/")[2]: each for each in reports if isinstance(each, kinds)}


def counts(reports: Reports) -> dict[str, int]:
    """Return how many findings each file has whose report is full."""
    full = types.WorkspaceFullDocumentDiagnosticReport
    return {name: len(each.items) for name, each in reports.items() if isinstance(each, full)}


async def answered(question: asyncio.Future[types.WorkspaceDiagnosticReport]) -> Reports:
    return by_name((await asyncio.wait_for(question, SECONDS)).items)


def written(editor: Editor, path: Path, kind: types.FileChangeType = types.FileChangeType.Changed) -> None:
    params = types.DidChangeWatchedFilesParams([types.FileEvent(path.as_uri(), kind)])
    editor.client.workspace_did_change_watched_files(params)


async def test_all_files_are_looked_at_and_again_what_rests_on_one_that_changes(editor: Editor, tmp_path: Path) -> None:
    first = await answered(ask(editor))
    assert counts(first) == {"faulty.py": 1, "fine.py": 0, "lib.py": 0, "main.py": 1}

    question = ask(editor, first)
    await asyncio.sleep(0.5)
    assert not question.done(), "nothing has changed"
    (tmp_path / "lib.py").write_text(MASKING, encoding="utf-8")
    written(editor, tmp_path / "lib.py")
    second = await answered(question)
    first |= second
    if "main.py" not in counts(second):  # it came after the file itself
        second = await answered(ask(editor, first))
    assert counts(second)["main.py"] == 0
    assert "faulty.py" not in counts(second), "it rests on nothing that changed"

    first |= second
    question = ask(editor, first)
    (tmp_path / "faulty.py").unlink()
    written(editor, tmp_path / "faulty.py", types.FileChangeType.Deleted)
    assert counts(await answered(question))["faulty.py"] == 0


async def test_an_editor_that_holds_another_text_counts(editor: Editor, tmp_path: Path) -> None:
    first = await answered(ask(editor))
    assert counts(first)["main.py"] == 1
    await editor.open((tmp_path / "lib.py").as_uri(), MASKING)
    while counts(first).get("main.py", 1):
        first |= await answered(ask(editor, first))
    opened = first["lib.py"]
    assert opened.version == 1


async def test_parts_come_as_they_are_found_with_progress(editor: Editor) -> None:
    report = await asyncio.wait_for(ask(editor, part="parts", work="work"), SECONDS)
    assert not report.items
    parts = [value for token, value in editor.progress if token == "parts"]
    found = {item["uri"].rpartition("/")[2]: len(item["items"]) for each in parts for item in each["items"]}
    assert found == {"faulty.py": 1, "fine.py": 0, "lib.py": 0, "main.py": 1}
    told = [value["kind"] for token, value in editor.progress if token == "work"]
    assert (told[0], told[-1]) == ("begin", "end")
    assert told.count("report") == 4
    assert next(value for token, value in editor.progress if token == "work")["cancellable"] is True


async def test_it_can_be_cancelled_and_begins_again_with_the_next_change(editor: Editor, tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"more{number}.py").write_text(MAIN, encoding="utf-8")
    question = ask(editor, work="work")
    while not any(token == "work" for token, _ in editor.progress):
        await asyncio.sleep(0.01)
    editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams("work"))
    with pytest.raises(JsonRpcRequestCancelled):
        await asyncio.wait_for(question, SECONDS)
    assert [value["kind"] for _, value in editor.progress][-1] == "end"
    question = ask(editor)
    await asyncio.sleep(0.3)
    assert not question.done()
    written(editor, tmp_path / "fine.py")
    assert len(await answered(question)) == 54


async def test_a_question_that_the_client_takes_back(editor: Editor) -> None:
    first = await answered(ask(editor))
    ids = [types.PreviousResultId(each.uri, each.result_id) for each in first.values() if each.result_id]
    pending = editor.client.protocol.send_request(
        types.WORKSPACE_DIAGNOSTIC, types.WorkspaceDiagnosticParams(ids), msg_id="taken-back"
    )
    await asyncio.sleep(0.2)
    editor.client.cancel_request(types.CancelParams("taken-back"))
    with pytest.raises(JsonRpcRequestCancelled):
        await asyncio.wait_for(asyncio.wrap_future(pending), SECONDS)


async def test_all_is_fixed_in_the_workspace(editor: Editor, tmp_path: Path) -> None:
    faulty = (tmp_path / "faulty.py").as_uri()
    await editor.open((tmp_path / "lib.py").as_uri(), FAULTY)
    params = types.ExecuteCommandParams("nanproof.fixWorkspace")
    count = await asyncio.wait_for(editor.client.workspace_execute_command_async(params), SECONDS)
    assert count == 2
    (edit,) = editor.applied
    changes = [each for each in edit.document_changes or () if isinstance(each, types.TextDocumentEdit)]
    versions = {each.text_document.uri: each.text_document.version for each in changes}
    assert versions == {faulty: None, (tmp_path / "lib.py").as_uri(): 1}
    assert all("log_softmax" in getattr(one, "new_text", "") for each in changes for one in each.edits[-1:])


async def test_it_is_offered_only_where_it_is_wished(tmp_path: Path) -> None:
    editor = await Editor.start(REAL, visual_studio_code(), tmp_path.as_uri())
    with pytest.raises(JsonRpcMethodNotFound):
        await ask(editor)
    assert await editor.stop() == 0


NESTED = """import torch


def f(z, y):
    p = torch.softmax(z, -1)
    return torch.log(torch.log(p).abs()), "é", torch.log(torch.softmax(y, 0))
"""
LOG = "torch.log(torch.softmax(x, 0))"
LOSS = f'"\t😀"; loss = -{LOG}'
CELLS = [
    {"cell_type": "markdown", "metadata": {}, "source": ["# log"]},
    {"cell_type": "code", "metadata": {}, "outputs": [], "source": ["%time\n", "import torch\n"]},
    {"cell_type": "code", "metadata": {}, "outputs": [], "source": f"s = 'é'\n{LOSS}"},
]
BOOK = {
    "cells": CELLS,
    "metadata": {"language_info": {"name": "python"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}


async def fix_workspace(editor: Editor) -> object:
    params = types.ExecuteCommandParams("nanproof.fixWorkspace")
    return await asyncio.wait_for(editor.client.workspace_execute_command_async(params), SECONDS)


def mended(editor: Editor) -> dict[str, str]:
    """Return what the files hold once the edits are made that the server asked for last."""
    found = {}
    for uri, edits in editor.edits(editor.applied[-1]):
        editor.texts[uri] = text = editor.texts.get(uri) or Path(uri.removeprefix("file://")).read_text("utf-8")
        spans = [(editor.index(uri, each.range.start), editor.index(uri, each.range.end)) for each in edits]
        for (start, end), edit in sorted(zip(spans, edits, strict=True), key=lambda pair: pair[0], reverse=True):
            text = text[:start] + edit.new_text + text[end:]
        found[uri] = text
    return found


@pytest.mark.parametrize("name", CLIENTS)
async def test_files_are_fixed_until_nothing_is_left(name: str, tmp_path: Path) -> None:
    (tmp_path / "nested.py").write_text(NESTED, "utf-8")
    (tmp_path / "book.ipynb").write_text(json.dumps(BOOK, indent=1), "utf-8")
    (tmp_path / "hint.py").write_text("import torch\n\n\ndef f(x):\n    return torch.log(x)\n", "utf-8")
    editor = await Editor.start(REAL, CLIENTS[name], tmp_path.as_uri(), options={"secondsPerFile": 20})
    opened = (tmp_path / "opened.py").as_uri()
    await editor.open(opened, NESTED.replace("torch.log(torch.log(p).abs())", "torch.log(torch.log(p).abs() + 0)"))
    assert await fix_workspace(editor) == 3
    texts = mended(editor)
    assert {uri.rpartition("/")[2] for uri in texts} == {"nested.py", "book.ipynb", "opened.py"}
    nested = texts[(tmp_path / "nested.py").as_uri()]
    assert "torch.log(torch.clamp(torch.log_softmax(z, -1).abs(), min=" in nested
    assert '"é", torch.log_softmax(y, 0)' in nested
    book = json.loads(texts[(tmp_path / "book.ipynb").as_uri()])
    assert book["cells"][:2] == CELLS[:2]
    assert book["cells"][2]["source"] == f"s = 'é'\n{LOSS.replace(LOG, 'torch.log_softmax(x, 0)')}"
    for uri, text in texts.items():
        Path(uri.removeprefix("file://")).write_text(text, "utf-8")
    editor.type(opened, 0, len(editor.texts[opened]), texts[opened])
    await editor.diagnostics(opened)
    assert await fix_workspace(editor) == 0
    assert len(editor.applied) == 1
    assert await editor.stop() == 0
    assert not editor.client.messages, "popups"
    assert not editor.client.log_messages


async def test_what_git_ignores_is_left_out_and_notebooks_are_not(tmp_path: Path) -> None:
    for name in (".git", "made"):
        (tmp_path / name).mkdir()
    (tmp_path / ".gitignore").write_text("made/\nscratch*\n!scratch_kept.py\n", "utf-8")
    for name in ("made/a.py", "scratch.py", "scratch_kept.py"):
        (tmp_path / name).write_text(FAULTY, "utf-8")
    (tmp_path / "book.ipynb").write_text(json.dumps(BOOK, indent=1, ensure_ascii=False), "utf-8")
    (tmp_path / "r.ipynb").write_text(json.dumps({**BOOK, "metadata": {"language_info": {"name": "R"}}}), "utf-8")
    (tmp_path / "broken.ipynb").write_text("{", "utf-8")
    editor = await Editor.start(REAL, visual_studio_code(), tmp_path.as_uri(), options=OPTIONS)
    first = await answered(ask(editor))
    assert counts(first) == {"scratch_kept.py": 1, "book.ipynb": 1, "r.ipynb": 0, "broken.ipynb": 0}
    book = first["book.ipynb"]
    assert isinstance(book, types.WorkspaceFullDocumentDiagnosticReport)
    (found,) = book.items
    assert found.message.startswith("cell 2, line 2: `torch.softmax(x, 0)` is a softmax")
    editor.texts[book.uri] = (tmp_path / "book.ipynb").read_text("utf-8")
    assert editor.slice(book.uri, found.range) == LOG, "the operation, in the file"
    assert from_data(found.data) == Proposals(0, ()), "its edits are of the program"

    cell = types.TextDocumentItem("vscode-notebook-cell:/b#1", "python", 1, "x = 1\n")
    opened = types.NotebookDocument(
        book.uri, "jupyter-notebook", 1, [types.NotebookCell(types.NotebookCellKind.Code, cell.uri)]
    )
    editor.client.notebook_document_did_open(types.DidOpenNotebookDocumentParams(opened, [cell]))
    while counts(first).get("book.ipynb"):
        first |= await answered(ask(editor, first))
    assert await editor.stop() == 0


async def test_cells_of_an_open_notebook_are_fixed(tmp_path: Path) -> None:
    editor = await Editor.start(REAL, visual_studio_code(), tmp_path.as_uri(), options=OPTIONS)
    texts = ["%time\nimport torch\n", "p = torch.softmax(x, 0)", "torch.log(torch.log(p).abs())\n"]
    cells = [types.TextDocumentItem(f"vscode-notebook-cell:/b#{n}", "python", 7, text) for n, text in enumerate(texts)]
    for cell in cells:
        editor.texts[cell.uri], editor.versions[cell.uri] = cell.text, 7
    listed = [types.NotebookCell(types.NotebookCellKind.Code, cell.uri) for cell in cells]
    book = types.NotebookDocument((tmp_path / "b.ipynb").as_uri(), "jupyter-notebook", 1, listed)
    editor.client.notebook_document_did_open(types.DidOpenNotebookDocumentParams(book, cells))
    assert await fix_workspace(editor) == 1
    after = mended(editor)
    assert cells[0].uri not in after
    assert "torch.clamp(" in after[cells[2].uri]
    assert "torch.log_softmax(x, 0)" in "".join(after.values())
    assert await editor.stop() == 0
