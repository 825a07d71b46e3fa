"""A project lives with what its baseline knows: the editor does not show it, as the terminal does not."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from lsprotocol import types
from pytest_lsp import client_capabilities

from tests.lsp.clients import visual_studio_code
from tests.lsp.editor import REAL, Editor
from tests.lsp.test_configured import severities

ONE = "import torch\n\nloss = torch.log(torch.relu(torch.rand(3)))\n"
OTHER = "other = torch.log(torch.relu(torch.rand(4)))\n"


@pytest_asyncio.fixture
async def editor(tmp_path: Path) -> AsyncIterator[Editor]:
    (tmp_path / "a.py").write_text(ONE, encoding="utf-8")
    editor = await Editor.start(REAL, client_capabilities("neovim@v0.9.1"), root=tmp_path.as_uri())
    yield editor
    assert await editor.stop() == 0


def write_baseline(folder: Path, file: Path) -> None:
    command = [*REAL[:-1], "check", "--no-cache", "--write-baseline", str(file), str(folder)]
    subprocess.run(command, check=True, capture_output=True)


async def test_what_is_configured_as_known_is_silent_and_what_is_new_is_not(editor: Editor, tmp_path: Path) -> None:
    """Written while the file is open, it counts at once; edits above move what is known, one more of it is new."""
    uri, baseline = (tmp_path / "a.py").as_uri(), tmp_path / "known.json"
    (tmp_path / "nanproof.toml").write_text('baseline = "known.json"', encoding="utf-8")
    assert [each.code for each in await editor.open(uri, ONE)] == ["NAN101"]
    (told,) = editor.client.log_messages
    assert told.message.startswith(f"nanproof shows what is known too, because the baseline {baseline} cannot be read")
    write_baseline(tmp_path, baseline)
    event = types.FileEvent(baseline.as_uri(), types.FileChangeType.Created)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    await severities(editor, uri, [])
    editor.type(uri, 0, 0, "import os\n")
    assert await editor.diagnostics(uri) == []
    editor.type(uri, len(editor.texts[uri]), len(editor.texts[uri]), OTHER)
    (new,) = await editor.diagnostics(uri)
    assert editor.slice(uri, new.range) == OTHER.removeprefix("other = ").strip()
    baseline.unlink()
    gone = types.FileEvent(baseline.as_uri(), types.FileChangeType.Deleted)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([gone]))
    await severities(editor, uri, [2, 2])


async def test_what_an_editor_sets_starts_from_the_workspace_folder(editor: Editor, tmp_path: Path) -> None:
    uri = (tmp_path / "a.py").as_uri()
    write_baseline(tmp_path, tmp_path / "known.json")
    assert [each.code for each in await editor.open(uri, ONE)] == ["NAN101"]
    settings = {"nanproof": {"baseline": "known.json"}}
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
    await severities(editor, uri, [])


async def test_files_that_are_not_open_are_known_too(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.py").write_text(ONE, encoding="utf-8")
    (tmp_path / "nanproof.toml").write_text('baseline = "known.json"', encoding="utf-8")
    write_baseline(tmp_path / "a.py", tmp_path / "known.json")
    options = {"workspaceDiagnostics": True, "secondsPerFile": 20}
    async with Editor.quiet(REAL, visual_studio_code(), tmp_path.as_uri(), options=options) as editor:
        answer = await editor.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
    full = types.WorkspaceFullDocumentDiagnosticReport
    assert {each.uri[-4:]: len(each.items) for each in answer.items if isinstance(each, full)} == {"a.py": 0, "b.py": 1}
