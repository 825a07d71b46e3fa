"""The main job with the real analysis: what a person sees, and what the quick fix writes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import client_capabilities

from tests.lsp.clients import visual_studio_code
from tests.lsp.editor import REAL, Editor
from tests.lsp.test_round_trip import CLIENTS

PROGRAM = """import tensorflow as tf

def loss(x, labels):
    y = tf.nn.softmax(x)
    return -tf.reduce_sum(labels * tf.log(y))
"""
TEXTS = {
    "plain": PROGRAM,
    "emoji-and-combining-accent": PROGRAM.replace("labels * ", "labels['😀e\u0301'] * "),
    "crlf": PROGRAM.replace("\n", "\r\n"),
    "lone-carriage-returns": PROGRAM.replace("\n", "\r"),
    "form-feed": PROGRAM.replace("\n\n", "\n\x0c\n"),
    "unicode-line-separators": PROGRAM.replace("    y", "    # \u2028 \x85 \x0b \x1c\n    y"),
    "byte-order-mark": "\ufeff" + PROGRAM,
    "tabs": PROGRAM.replace("    ", "\t"),
    "broken": PROGRAM + "\ndef f(:\n  = ((\n",
}


@pytest_asyncio.fixture(params=CLIENTS)
async def editor(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Editor]:
    editor = await Editor.start(REAL, client_capabilities(request.param), tmp_path.as_uri())
    yield editor
    assert await editor.stop() == 0
    assert not editor.client.log_messages
    assert not editor.client.messages, "popups"


def markdown(hover: types.Hover | None) -> str:
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    return hover.contents.value


async def test_the_log_is_found_explained_and_mended(editor: Editor, tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        uri = (tmp_path / f"{name}.py").as_uri()
        (diagnostic,) = await editor.open(uri, text)
        assert diagnostic.code == "NAN101"
        assert diagnostic.severity == types.DiagnosticSeverity.Warning
        assert "`y`" in diagnostic.message
        assert editor.slice(uri, diagnostic.range) == "tf.log(y)", name
        for link in (diagnostic.related_information or ())[:1]:
            assert editor.slice(uri, link.location.range) == "tf.nn.softmax(x)", name

        for place in ("tf.log(y)", "y)"):
            assert "softmax" in markdown(await editor.hover(uri, text.index(place)))
        assert await editor.hover(uri, text.index("import")) is None

        mask = next(each for each in await editor.fixes(uri, [diagnostic]) if each.title.startswith("Mask"))
        editor.apply(mask)
        assert await editor.diagnostics(uri) == [], name
        assert editor.texts[uri] == text.replace("tf.log(y)", "tf.log(tf.clip_by_value(y, 1e-10, 1.0))"), name


@pytest.mark.parametrize("pulls", [True, False])
async def test_a_hover_leaves_out_what_the_editor_shows_above_it(pulls: bool, tmp_path: Path) -> None:
    options = {"secondsPerFile": 20, "diagnosticsInHover": True, "pullDiagnostics": pulls}
    editor = await Editor.start(REAL, visual_studio_code(), tmp_path.as_uri(), options=options)
    uri = (tmp_path / "a.py").as_uri()
    (found,) = await editor.open(uri, PROGRAM)
    said = found.message.partition("\n")[0]
    begins = "`tensorflow.math.log`: natural logarithm; operands must be above 0\n\n`y`: `[0, 1]` in float32\n\n"
    brief = markdown(await editor.hover(uri, PROGRAM.index("tf.log(y)")))
    assert brief.startswith(f"{begins}What works here:\n\n- ")
    assert said not in brief
    assert "used here" not in brief
    below = markdown(await editor.hover(uri, PROGRAM.index("y))")))
    assert below == brief, "the editor shows what it underlines over the operand too"
    settings = {"nanproof": {"level": "error"}}
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
    while await editor.diagnostics(uri):
        await asyncio.sleep(0.05)
    full = markdown(await editor.hover(uri, PROGRAM.index("tf.log(y)")))
    assert f"**: {said}" in full, "nothing is shown above it"
    assert await editor.stop() == 0


async def test_the_line_can_be_suppressed(editor: Editor, tmp_path: Path) -> None:
    uri = (tmp_path / "a.py").as_uri()
    found = await editor.open(uri, PROGRAM)
    *_, suppress, everywhere = await editor.fixes(uri, found)
    assert suppress.title == "Suppress NAN101 on this line"
    assert everywhere.title == "Suppress NAN101 in this file"
    assert not suppress.is_preferred
    editor.apply(suppress)
    assert await editor.diagnostics(uri) == []
    assert editor.texts[uri] == PROGRAM.replace("tf.log(y))", "tf.log(y))  # nanproof: ignore[NAN101]")


async def test_findings_follow_the_typing(editor: Editor, tmp_path: Path) -> None:
    uri, text = (tmp_path / "a.py").as_uri(), PROGRAM.replace("\n\n", "\n\x0c\n").replace("tf.log(y)", "y")
    assert await editor.open(uri, text) == []
    start = text.rindex("y)")
    editor.type(uri, start, start + 1, "")
    for number, character in enumerate("tf.log(y)"):
        editor.type(uri, start + number, start + number, character)
    (diagnostic,) = await editor.diagnostics(uri)
    assert editor.slice(uri, diagnostic.range) == "tf.log(y)"
    versions = [params.version or 0 for params in editor.published]
    assert versions == sorted(versions)
    assert versions[-1:] == ([] if editor.pulls else [editor.versions[uri]])


async def test_two_documents_do_not_mix(editor: Editor, tmp_path: Path) -> None:
    first, second = (tmp_path / "first.py").as_uri(), (tmp_path / "second.py").as_uri()
    assert len(await editor.open(first, PROGRAM)) == 1
    assert await editor.open(second, PROGRAM.replace("tf.log(y)", "y")) == []
    editor.type(first, 0, 0, "# first\n")
    (diagnostic,) = await editor.diagnostics(first)
    assert editor.slice(first, diagnostic.range) == "tf.log(y)"
    sent = [list(params.diagnostics) for params in editor.published if params.uri == second]
    assert sent == ([] if editor.pulls else [[]])


async def test_a_comment_that_does_nothing_is_faded(editor: Editor, tmp_path: Path) -> None:
    uri, line = (tmp_path / "idle.py").as_uri(), "    return -tf.reduce_sum(labels * tf.log(y))\n"
    silent = line.replace("\n", "  # nanproof: ignore[NAN101, NAN102]\n")
    (half,) = await editor.open(uri, PROGRAM.replace(line, silent))
    assert (half.code, half.tags) == ("NAN901", None), "of what is of use nothing is faded"
    start = editor.texts[uri].index("  # nanproof")
    editor.type(uri, start, len(editor.texts[uri]), "\n\nx = 1  # nanproof: ignore[NAN102]\n")
    log, idle = await editor.diagnostics(uri)
    assert (log.code, log.tags) == ("NAN101", None)
    assert (idle.code, list(idle.tags or ())) == ("NAN901", [types.DiagnosticTag.Unnecessary])


async def test_an_epsilon_is_the_persons_to_choose(tmp_path: Path) -> None:
    capabilities = visual_studio_code()
    assert capabilities.workspace is not None
    assert capabilities.workspace.workspace_edit is not None
    capabilities.workspace.workspace_edit.snippet_edit_support = True
    editor = await Editor.start(REAL, capabilities, tmp_path.as_uri(), options={"secondsPerFile": 20})
    uri = (tmp_path / "a.py").as_uri()
    found = await editor.open(uri, "import torch\n\n\ndef f(x):\n    return torch.log(torch.relu(x))\n")
    actions = await editor.actions(uri, found, ["quickfix"])
    (epsilon,) = (each for each in actions if each.title.startswith("Add an epsilon"))
    assert epsilon.edit is not None
    (change,) = epsilon.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    (edit,) = change.edits
    assert isinstance(edit, types.SnippetTextEdit)
    assert edit.snippet == types.StringValue(" + ${1:1e-8}")
    assert await editor.stop() == 0


@pytest.mark.parametrize("name", ["neovim@v0.9.1", "visual_studio_code"])
async def test_a_key_is_answered_at_once_and_the_rest_follows(name: str, tmp_path: Path) -> None:
    """Many functions rest on the one that is typed into: what was found in them stays until they are looked at."""
    callers = "".join(
        f"def loss_{each}(x):\n    return tf.reduce_sum(tf.math.log(tf.nn.softmax(x) + offset()))\n\n\n"
        for each in range(60)
    )
    text = f"import tensorflow as tf\n\n\ndef offset():\n    return 0.0\n\n\n{callers}"
    capabilities = visual_studio_code() if name == "visual_studio_code" else client_capabilities(name)
    uri = (tmp_path / "helper.py").as_uri()
    async with Editor.quiet(REAL, capabilities, tmp_path.as_uri(), {"secondsPerFile": 20}) as editor:
        assert len(await editor.open(uri, text)) == 60
        editor.type(uri, text.index("0.0"), text.index("0.0") + 3, "0.5")
        for _ in range(400):
            if not await editor.diagnostics(uri):
                break
            await asyncio.sleep(0.05)
        assert await editor.diagnostics(uri) == []
