"""Files that configure nanproof while documents are open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import client_capabilities

from nanproof.lsp.configured import Configured
from nanproof.lsp.settings import options_of
from tests.lsp.editor import REAL, SECONDS, Editor

LOG = "import torch\n\n\ndef f(x):\n    return torch.log(torch.relu(torch.rand(3)))\n"


@pytest_asyncio.fixture
async def editor() -> AsyncIterator[Editor]:
    editor = await Editor.start(REAL, client_capabilities("neovim@v0.9.1"))
    yield editor
    assert await editor.stop() == 0


async def severities(editor: Editor, uri: str, expected: list[int]) -> None:
    """Wait until what is published last of a document has these severities."""

    async def wait() -> None:
        while True:
            last = next(params for params in reversed(editor.published) if params.uri == uri)
            if [int(each.severity or 0) for each in last.diagnostics] == expected:
                return
            await asyncio.sleep(0.01)

    await asyncio.wait_for(wait(), SECONDS)


async def test_a_change_of_the_file_is_followed_and_a_broken_one_is_told_once(editor: Editor, tmp_path: Path) -> None:
    file, uri = tmp_path / "nanproof.toml", (tmp_path / "a.py").as_uri()

    async def write(text: str) -> None:
        file.write_text(text)
        event = types.FileEvent(file.as_uri(), types.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await editor.hover(uri, LOG.index("torch.log"))  # it is answered after the file was read

    file.write_text("severity = { NAN101 = 'error' }")
    await editor.open(uri, LOG)
    await severities(editor, uri, [1])
    await write("severity = { NAN101 = 'information' }")
    await severities(editor, uri, [3])
    await write("\nlevle = 1")
    await write("\nlevle = 1")
    await write("exclude = ['a.py']")
    await severities(editor, uri, [])
    await write("per-file-ignores = { '*.py' = ['NAN101'] }")
    await write("level = 'hint'")
    await severities(editor, uri, [2])
    (message,) = editor.client.log_messages
    assert message.type == types.MessageType.Warning
    assert message.message == (
        f"nanproof goes on with the last good configuration, because {file}:2: there is no key 'levle'; "
        "did you mean level?."
    )


async def test_what_the_editor_sets_overrules_the_file(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "nanproof.toml").write_text("ignore = ['NAN101']")
    uri = (tmp_path / "a.py").as_uri()
    await editor.open(uri, LOG)
    await severities(editor, uri, [])
    settings = {"nanproof": {"ignore": [], "severity": {"NAN1": "hint"}}}
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
    await severities(editor, uri, [4])


async def test_what_is_set_for_a_workspace_folder_is_asked_for(tmp_path: Path) -> None:
    folder, uri = tmp_path.as_uri(), (tmp_path / "src" / "a.py").as_uri()
    (tmp_path / "src").mkdir()
    (tmp_path / "nanproof.toml").write_text("ignore = ['NAN101']")
    editor = await Editor.start(REAL, client_capabilities("neovim@v0.9.1"), root=folder)
    await editor.open(uri, LOG)
    await severities(editor, uri, [])
    for value, expected in (({"ignore": []}, [2]), ({"perFileIgnores": {"src/*": ["NAN101"]}, "ignore": []}, [])):
        editor.client.set_configuration({"nanproof": value}, scope_uri=folder)
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
        await severities(editor, uri, expected)
    assert await editor.stop() == 0


async def test_each_workspace_folder_has_what_is_set_for_it(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "nanproof.toml").write_text("severity = { NAN101 = 'error' }" if folder is other else "")
    editor = await Editor.start(REAL, client_capabilities("neovim@v0.9.1"), root=one.as_uri())
    editor.client.set_configuration({"nanproof": {"severity": {"NAN1": "information"}}}, scope_uri=one.as_uri())
    editor.client.set_configuration({"nanproof": {"prefer": "mask"}}, scope_uri=other.as_uri())
    added = types.WorkspaceFoldersChangeEvent([types.WorkspaceFolder(other.as_uri(), "other")], [])
    editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(added))
    for folder, expected in ((one, [3]), (other, [1])):
        await editor.open((folder / "a.py").as_uri(), LOG)
        await severities(editor, (folder / "a.py").as_uri(), expected)
    assert await editor.stop() == 0


def test_a_broken_file_keeps_the_last_good_configuration(tmp_path: Path) -> None:
    file, path = tmp_path / "nanproof.toml", str(tmp_path / "a.py")
    told: list[str] = []
    configured = Configured(told.append)
    for text, level, count in (
        ("level = ", "hint", 1),
        ("level = 'error'", "error", 1),
        ("level = ", "error", 2),
        ("level = ", "error", 2),
        ("prefer = 1", "error", 3),
        ("level = 'warning'", "warning", 3),
        ("", "hint", 3),
    ):
        file.write_text(text)
        configured.forget()
        assert configured.of(path).get("level") == level
        assert configured.of(path) is configured.of(path)
        assert len(told) == count
    file.unlink()
    configured.forget()
    assert configured.of(path).get("level") == "hint"


@pytest.mark.parametrize(
    ("options", "later", "said"),
    [
        ({"levle": "hint"}, None, "there is no key 'levle'; did you mean level?"),
        ({"nanproof": {"perFileIgnore": {}}}, None, "there is no key 'perFileIgnore'; did you mean perFileIgnores?"),
        (None, {"nanproof": {"levle": "hint"}}, "there is no key 'levle'; did you mean level?"),
        ({"ignore": ["NAN109"]}, None, "ignore: there is no rule 'NAN109'; did you mean NAN101?"),
    ],
)
def test_what_an_editor_misspells_is_named(options: object, later: object, said: str) -> None:
    (fault,) = options_of(options, later).faults
    assert fault.startswith(said.partition("; did you mean NAN")[0])


def test_what_is_meant_for_others_is_no_fault() -> None:
    assert options_of({"path": "nanproof", "trace": {"server": "off"}}, {"other": 1, "python": {}}).faults == ()


async def test_where_nobody_tells_of_files_what_is_configured_counts_with_the_next_save(
    tmp_path: Path,
) -> None:
    capabilities = client_capabilities("neovim@v0.6.1")
    editor = await Editor.start(REAL, capabilities)
    uri = (tmp_path / "a.py").as_uri()
    await editor.open(uri, LOG)
    await severities(editor, uri, [2])
    (tmp_path / "nanproof.toml").write_text("ignore = ['NAN101']")
    editor.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await severities(editor, uri, [])
    assert await editor.stop() == 0
