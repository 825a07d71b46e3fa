"""A quick fix that makes the nearest configuration ignore a rule, for editors that can make the edit."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.lsp.clients import CLIENTS
from tests.lsp.editor import STUB, Editor

PROGRAM = "a = tf.log(y)\n"
PROJECT = '[project]\nname = "é"\n\n[tool.nanproof]\nignore = [ "NAN4" ]  # why\n\n[tool.ruff]\n'


@pytest_asyncio.fixture(params=CLIENTS)
async def editor(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Editor]:
    async with Editor.quiet(STUB, CLIENTS[request.param], tmp_path.as_uri()) as editor:
        yield editor


async def last(editor: Editor, uri: str) -> types.CodeAction:
    """Return the action that is offered last for all that is found in a file."""
    *_, action = await editor.actions(uri, await editor.open(uri, PROGRAM), ["quickfix"])
    assert action.kind == types.CodeActionKind.QuickFix
    assert action.is_preferred is None
    return action


def made(editor: Editor, action: types.CodeAction) -> dict[str, str]:
    """Return the files below the folder that the edit writes, and what they hold then."""
    assert action.edit is not None
    created = [each.uri for each in action.edit.document_changes or () if isinstance(each, types.CreateFile)]
    found = {}
    for uri, edits in editor.edits(action.edit):
        editor.texts[uri] = "" if uri in created else Path(uri.removeprefix("file://")).read_text("utf-8")
        (edit,) = edits
        at, end = (editor.index(uri, each) for each in (edit.range.start, edit.range.end))
        assert at == end
        found[uri] = editor.texts[uri][:at] + edit.new_text + editor.texts[uri][at:]
    return found


async def test_the_nearest_file_ignores_it_in_its_own_layout(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    (tmp_path / "src").mkdir()
    action = await last(editor, (tmp_path / "src" / "a.py").as_uri())
    assert action.title == "Ignore NAN101 in pyproject.toml"
    (named,) = action.diagnostics or ()
    assert (named.code, named.data) == ("NAN101", None)
    written = PROJECT.replace('"NAN4"', '"NAN4", "NAN101"')
    assert made(editor, action) == {(tmp_path / "pyproject.toml").as_uri(): written}

    (tmp_path / "src" / "nanproof.toml").write_text('level = "hint"\n', "utf-8")
    params = types.DidChangeWatchedFilesParams(
        [types.FileEvent((tmp_path / "src" / "nanproof.toml").as_uri(), types.FileChangeType.Created)]
    )
    editor.client.workspace_did_change_watched_files(params)
    action = await last(editor, (tmp_path / "src" / "b.py").as_uri())
    assert action.title == "Ignore NAN101 in nanproof.toml"
    assert list(made(editor, action).values()) == ['ignore = ["NAN101"]\nlevel = "hint"\n']


@pytest.mark.parametrize("name", ["visual-studio-code", "neovim"])
async def test_a_file_is_made_where_there_is_none(name: str, tmp_path: Path) -> None:
    editor = await Editor.start(STUB, CLIENTS[name], tmp_path.as_uri())
    action = await last(editor, (tmp_path / "a.py").as_uri())
    assert action.title == "Ignore NAN101 in a new nanproof.toml"
    assert made(editor, action) == {(tmp_path / "nanproof.toml").as_uri(): 'ignore = ["NAN101"]\n'}
    assert await editor.stop() == 0


async def offered(editor: Editor, uri: str) -> list[str]:
    found = await editor.actions(uri, await editor.open(uri, PROGRAM))
    return [each.title for each in found if each.title.startswith("Ignore")]


@pytest.mark.parametrize(
    ("name", "options", "text"),
    [
        ("emacs", {}, None),
        ("visual-studio-code", {"ignore": ["NAN4"]}, None),
        ("visual-studio-code", {"ignore": ["NAN4"]}, PROJECT),
        ("visual-studio-code", {}, PROJECT.replace("]  # why", "  # why")),
        ("visual-studio-code", {}, "[tool]\nnanproof = {}\n"),
    ],
    ids=["cannot make files", "the editor says it", "it counts before the file", "broken", "written otherwise"],
)
async def test_nothing_is_offered_that_cannot_be_done(
    name: str, options: object, text: str | None, tmp_path: Path
) -> None:
    if text is not None:
        (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    editor = await Editor.start(STUB, CLIENTS[name], tmp_path.as_uri(), options=options)
    assert await offered(editor, (tmp_path / "a.py").as_uri()) == []
    assert await offered(editor, "untitled:Untitled-1") == []
    assert await editor.stop() == 0
