"""What is said of a document follows the files that it rests on: typed, saved, closed, or written by somebody else."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import client_capabilities

from tests.lsp.editor import REAL, SECONDS, Editor
from tests.lsp.test_hanging import children

LIBRARY = "def floor(x):\n    return x\n"
MASKING = "def floor(x):\n    return x.clamp(min=1e-6)\n"
MAIN = "import torch\nfrom lib import floor\n\n\ndef f(x):\n    return torch.log(floor(torch.relu(x)))\n"
CALLED = "import torch\n\n\ndef entropy(p):\n    return torch.log(p)\n"
CALLING = "import torch\nfrom called import entropy\n\nprint(entropy(torch.softmax(x, 0)))\n"


@pytest_asyncio.fixture
async def editor(tmp_path: Path) -> AsyncIterator[Editor]:
    for name, text in {"lib": LIBRARY, "main": MAIN, "called": CALLED, "calling": CALLING}.items():
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    editor = await Editor.start(REAL, client_capabilities("visual-studio-code"), tmp_path.as_uri())
    yield editor
    assert await editor.stop() == 0
    assert not editor.client.log_messages


def uri(tmp_path: Path, name: str) -> str:
    return (tmp_path / f"{name}.py").as_uri()


async def until(editor: Editor, uri: str, count: int) -> None:
    """Wait until the latest diagnostics of a document are so many."""

    async def wait() -> None:
        while len(next(each.diagnostics for each in reversed(editor.published) if each.uri == uri)) != count:
            await asyncio.sleep(0.02)

    await asyncio.wait_for(wait(), SECONDS)


def replace_all(editor: Editor, uri: str, text: str) -> None:
    editor.type(uri, 0, len(editor.texts[uri]), text)


def written(editor: Editor, uri: str, kind: types.FileChangeType = types.FileChangeType.Changed) -> None:
    params = types.DidChangeWatchedFilesParams([types.FileEvent(uri, kind)])
    editor.client.workspace_did_change_watched_files(params)


async def test_an_edit_that_is_not_saved_counts_for_others(editor: Editor, tmp_path: Path) -> None:
    main, lib = uri(tmp_path, "main"), uri(tmp_path, "lib")
    assert len(await editor.open(main, MAIN)) == 1
    await editor.open(lib, LIBRARY)
    replace_all(editor, lib, MASKING)
    await until(editor, main, 0)
    replace_all(editor, lib, LIBRARY)
    await until(editor, main, 1)


async def test_closing_without_saving_brings_back_what_the_disk_holds(editor: Editor, tmp_path: Path) -> None:
    main, lib = uri(tmp_path, "main"), uri(tmp_path, "lib")
    await editor.open(lib, MASKING)
    assert await editor.open(main, MAIN) == []
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(lib)))
    await until(editor, main, 1)


async def test_a_workspace_behind_a_link_is_told_of_by_its_real_path(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.mkdir()
    link.symlink_to(real)
    (real / "lib.py").write_text(LIBRARY, encoding="utf-8")
    editor = await Editor.start(REAL, client_capabilities("visual-studio-code"), link.as_uri())
    assert len(await editor.open(uri(link, "main"), MAIN)) == 1
    (real / "lib.py").write_text(MASKING, encoding="utf-8")
    written(editor, uri(real, "lib"))
    await until(editor, uri(link, "main"), 0)
    assert await editor.stop() == 0


async def test_a_file_that_somebody_else_writes(editor: Editor, tmp_path: Path) -> None:
    main, lib = uri(tmp_path, "main"), uri(tmp_path, "lib")
    assert len(await editor.open(main, MAIN)) == 1
    (tmp_path / "lib.py").write_text(MASKING, encoding="utf-8")
    written(editor, lib)
    await until(editor, main, 0)
    (tmp_path / "lib.py").unlink()
    written(editor, lib, types.FileChangeType.Deleted)
    await until(editor, main, 1)
    (tmp_path / "lib.py").write_text(MASKING, encoding="utf-8")
    written(editor, lib, types.FileChangeType.Created)
    await until(editor, main, 0)


async def test_who_calls_a_function_counts_for_it_before_it_is_saved(editor: Editor, tmp_path: Path) -> None:
    called, calling = uri(tmp_path, "called"), uri(tmp_path, "calling")
    (tmp_path / "calling.py").write_text("", encoding="utf-8")
    (before,) = await editor.open(called, CALLED)
    assert before.severity == types.DiagnosticSeverity.Information
    await editor.open(calling, "")
    count = len(editor.published)
    editor.type(calling, 0, 0, CALLING)

    async def warned() -> types.Diagnostic:
        while True:
            for each in editor.published[count:]:
                if each.uri == called:
                    return each.diagnostics[0]
            await asyncio.sleep(0.02)

    now = await asyncio.wait_for(warned(), SECONDS)
    assert now.severity == types.DiagnosticSeverity.Warning


async def test_the_client_is_asked_to_tell_of_files(editor: Editor, tmp_path: Path) -> None:
    await editor.open(uri(tmp_path, "main"), MAIN)
    (registration,) = [each for each in editor.registered if each.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    assert str(registration.register_options).count("**/*.py") == 1


async def test_documents_that_rest_on_nothing_of_it_are_left_alone(editor: Editor, tmp_path: Path) -> None:
    main, lib = uri(tmp_path, "main"), uri(tmp_path, "lib")
    alone = (tmp_path / "alone.py").as_uri()
    await editor.open(alone, "import torch\ny = torch.log(torch.softmax(x, 0))\n")
    await editor.open(main, MAIN)
    await editor.open(lib, LIBRARY)
    replace_all(editor, lib, MASKING)
    await until(editor, main, 0)
    assert [each.uri for each in editor.published].count(alone) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
async def test_a_new_analysis_remembers_nothing_and_so_looks_at_all_again(editor: Editor, tmp_path: Path) -> None:
    main, lib = uri(tmp_path, "main"), uri(tmp_path, "lib")
    assert len(await editor.open(main, MAIN)) == 1
    await editor.open(lib, LIBRARY)
    server = editor.client._server
    assert server is not None
    for child in children(server.pid):
        os.kill(child, signal.SIGKILL)
    replace_all(editor, lib, MASKING)
    await until(editor, main, 0)


async def test_a_folder_that_is_gone_takes_its_files_along(editor: Editor, tmp_path: Path) -> None:
    main, package = uri(tmp_path, "main"), tmp_path / "package"
    package.mkdir()
    (package / "lib.py").write_text(MASKING, encoding="utf-8")
    (package / "__init__.py").touch()
    assert await editor.open(main, MAIN.replace("from lib", "from package.lib")) == []
    shutil.rmtree(package)
    written(editor, package.as_uri(), types.FileChangeType.Deleted)
    await until(editor, main, 1)
