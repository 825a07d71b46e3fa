"""The commands that look for what makes a loss NaN, as an editor runs them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams, JsonRpcRequestCancelled

from tests.cli.test_suspects import LOSSES, TRAIN
from tests.lsp.clients import visual_studio_code
from tests.lsp.editor import REAL, SECONDS, Editor

LOG = """epoch 3 loss: 0.69
epoch 4 loss: nan
"""
TRACEBACK = """\
losses.py:6: RuntimeWarning: divide by zero encountered in log
  return -(p * torch.log(p)).sum()
"""


@pytest.fixture
async def editor(tmp_path: Path) -> AsyncIterator[Editor]:
    (tmp_path / "losses.py").write_text(LOSSES)
    (tmp_path / "train.py").write_text(TRAIN)
    (tmp_path / "idle.py").write_text("import os\n")
    editor = await Editor.start(REAL, visual_studio_code(), tmp_path.as_uri())
    yield editor
    assert await editor.stop() == 0


async def run(editor: Editor, command: str, *arguments: object) -> Any:
    params = types.ExecuteCommandParams(command, list(arguments))
    found = await asyncio.wait_for(editor.client.workspace_execute_command_async(params), SECONDS)
    return plain(found)


async def begun(editor: Editor) -> None:
    while not editor.progress:
        await asyncio.sleep(0.01)


def plain(found: Any) -> dict[str, Any]:
    """Return an object as the protocol has it, whatever the client's library makes of it."""
    if isinstance(found, Mapping):
        return dict(found)
    return dict(found._asdict() if hasattr(found, "_asdict") else vars(found))


def places(found: Mapping[str, Any], root: Path) -> list[tuple[str, int]]:
    told = [plain(each) for each in found["suspects"]]
    return [(Path(each["filename"]).relative_to(root).as_posix(), plain(each["location"])["row"]) for each in told]


async def test_the_suspects_of_a_script(editor: Editor, tmp_path: Path) -> None:
    found = await run(editor, "nanproof.suspects", {"entry": (tmp_path / "train.py").as_uri()})
    assert places(found, tmp_path) == [("losses.py", 6)]
    assert found["text"].startswith("1. taken, the value, 2 steps before the loss\nlosses.py:6:18 warning NAN101")
    assert "--all" not in found["text"]
    assert found["message"] == "train.py reaches 1 function in 2 files: 1 operation looked at, 1 suspect."
    assert found["failed"] is False


async def test_without_an_entry_the_folder_is_looked_through(editor: Editor, tmp_path: Path) -> None:
    assert places(await run(editor, "nanproof.suspects"), tmp_path) == [("losses.py", 6)]


async def test_texts_are_those_of_the_editor(editor: Editor, tmp_path: Path) -> None:
    await editor.open((tmp_path / "losses.py").as_uri(), "import torch\n\n\n" + LOSSES)
    found = await run(editor, "nanproof.suspects", {"entry": str(tmp_path / "train.py")})
    assert places(found, tmp_path) == [("losses.py", 9)]


EMOJI = TRAIN.replace("entropy(net(x))", '("😀", -torch.log(torch.softmax(net(x), -1)).sum())[1]')


async def test_a_place_is_counted_as_the_editor_counts(editor: Editor, tmp_path: Path) -> None:
    uri = (tmp_path / "train.py").as_uri()
    await editor.open(uri, EMOJI)
    found = await run(editor, "nanproof.suspects", {"entry": uri})
    (place,) = [types.Location(**plain(each)) for each in found["locations"]]
    start = plain(plain(place.range)["start"])
    assert place.uri == uri
    line = EMOJI.split("\n")[start["line"]].encode("utf-16-le")
    assert line[2 * start["character"] :].decode("utf-16-le").startswith("torch.log")


async def test_one_function_is_asked_about(editor: Editor, tmp_path: Path) -> None:
    found = await run(editor, "nanproof.suspects", {"entry": f"{tmp_path / 'losses.py'}:calm"})
    assert places(found, tmp_path) == []
    assert found["message"].startswith("losses.py:calm reaches 1 function in 1 file: 1 operation looked at, 0 suspects")


async def test_a_search_that_cannot_be_made_says_why(editor: Editor, tmp_path: Path) -> None:
    found = await run(editor, "nanproof.suspects", {"entry": str(tmp_path / "idle.py")})
    assert found["failed"] is True
    assert found["message"].startswith("idle.py: nothing trains there")


async def test_a_log_names_the_line(editor: Editor, tmp_path: Path) -> None:
    found = await run(editor, "nanproof.trace", {"log": TRACEBACK})
    assert places(found, tmp_path)[0] == ("losses.py", 6)
    assert found["message"].startswith("NumPy found NaN or Inf in a value in `log` (line 1 of the log)")


async def test_a_log_that_names_no_line_is_a_search(editor: Editor, tmp_path: Path) -> None:
    found = await run(editor, "nanproof.trace", {"log": LOG, "entry": str(tmp_path / "train.py")})
    assert places(found, tmp_path) == [("losses.py", 6)]
    assert "this is reached, and goes into the loss, 2 steps on" in found["text"]


async def test_a_log_is_needed(editor: Editor) -> None:
    with pytest.raises(JsonRpcInvalidParams):
        await run(editor, "nanproof.trace")
    found = await run(editor, "nanproof.trace", {"log": ""})
    assert (found["failed"], found["message"].split(":")[0]) == (True, "the log is empty")


async def test_what_the_editor_sets_holds(tmp_path: Path) -> None:
    (tmp_path / "losses.py").write_text(LOSSES)
    (tmp_path / "train.py").write_text(TRAIN)
    editor = await Editor.start(REAL, visual_studio_code(), tmp_path.as_uri(), {"ignore": ["NAN101"]})
    assert places(await run(editor, "nanproof.suspects", {"entry": str(tmp_path / "train.py")}), tmp_path) == []
    assert await editor.stop() == 0


async def test_a_search_is_shown_and_can_be_ended(editor: Editor, tmp_path: Path) -> None:
    asked = asyncio.ensure_future(run(editor, "nanproof.suspects", {"entry": str(tmp_path / "train.py")}))
    await asyncio.wait_for(begun(editor), SECONDS)
    token, first = editor.progress[0]
    assert first["title"] == "Looking for what makes the loss NaN"
    editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
    with pytest.raises(JsonRpcRequestCancelled):
        await asyncio.wait_for(asked, SECONDS)
    assert editor.progress[-1][1]["kind"] == "end"
    assert places(await run(editor, "nanproof.suspects"), tmp_path) == [("losses.py", 6)]


async def test_a_server_that_is_shut_down_leaves_no_search_behind(tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(TRAIN)
    editor = await Editor.start(REAL, visual_studio_code(), tmp_path.as_uri())
    asked = asyncio.ensure_future(run(editor, "nanproof.suspects"))
    await asyncio.sleep(0.1)
    assert await editor.stop() == 0
    with pytest.raises(JsonRpcRequestCancelled):
        await asyncio.wait_for(asked, SECONDS)
