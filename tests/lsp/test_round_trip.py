"""Open, see, hover, fix, silence: in each editor's own units, on texts that trip positions up."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import client_capabilities

from tests.lsp.editor import STUB, Editor

CLIENTS = {
    "visual-studio-code": "utf-16",
    "neovim@v0.7.0": "utf-16",
    "neovim@v0.11.0": "utf-8",
    "emacs@v29.1": "utf-8",
}
PROGRAM = "import tensorflow as tf\ny = tf.nn.softmax(x)\nloss = -tf.log(y)\n"
TEXTS = {
    "plain": PROGRAM,
    "emoji-and-combining-accent": PROGRAM.replace("-tf", "'😀e\u0301' and tf"),
    "crlf": PROGRAM.replace("\n", "\r\n"),
    "lone-carriage-returns": PROGRAM.replace("\n", "\r"),
    "form-feed": PROGRAM.replace("y =", "\x0cy =").replace("loss", "\x0closs"),
    "unicode-line-separators": PROGRAM.replace("loss", "# \u2028 \x85 \x0b \x1c\nloss"),
    "byte-order-mark": "\ufeff" + PROGRAM,
    "tabs": PROGRAM.replace("loss", "if x:\n\tloss"),
    "broken": PROGRAM + "def f(:\n  = ((\n",
}


@pytest_asyncio.fixture(params=CLIENTS)
async def editor(request: pytest.FixtureRequest) -> AsyncIterator[Editor]:
    editor = await Editor.start(STUB, client_capabilities(request.param), "file:///project")
    assert editor.encoding == CLIENTS[request.param]
    yield editor
    assert await editor.stop() == 0
    assert not editor.client.messages, "popups"


async def test_every_text_is_found_explained_and_mended(editor: Editor) -> None:
    for name, text in TEXTS.items():
        uri = f"file:///project/{name}.py"
        (diagnostic,) = await editor.open(uri, text)
        assert editor.slice(uri, diagnostic.range) == "tf.log(y)", name

        hover = await editor.hover(uri, text.index("tf.log") + 4)
        assert hover is not None
        assert hover.range == diagnostic.range
        assert hover.contents == types.MarkupContent(types.MarkupKind.Markdown, "**NAN101** in `/project`")

        mask, suppress = await editor.fixes(uri, [diagnostic])
        assert mask.kind == types.CodeActionKind.QuickFix
        (named,) = mask.diagnostics or ()
        assert (named.range, named.code, named.message) == (diagnostic.range, diagnostic.code, diagnostic.message)
        assert (named.data, named.related_information) == (None, None)
        assert suppress.title.startswith("Suppress")
        assert not suppress.is_preferred

        editor.apply(mask)
        assert await editor.diagnostics(uri) == [], name
        assert editor.texts[uri] == text.replace("tf.log(y)", "tf.log(tf.clip_by_value(y, 1e-10, 1.0))"), name


async def test_an_edit_after_a_form_feed_reaches_the_right_line(editor: Editor) -> None:
    uri, text = "file:///project/a.py", "import tensorflow as tf\n\x0cdef f():\n    pass\n\x0c\nz = 1\n"
    assert await editor.open(uri, text) == []
    editor.type(uri, text.index("z = 1"), len(text) - 1, "z = '😀\u2028', tf.log(y)")
    (diagnostic,) = await editor.diagnostics(uri)
    assert editor.slice(uri, diagnostic.range) == "tf.log(y)"
    editor.type(uri, 24, 25, "")
    (diagnostic,) = await editor.diagnostics(uri)
    assert editor.slice(uri, diagnostic.range) == "tf.log(y)"


async def test_what_the_diagnostic_carries_is_what_the_client_knows(editor: Editor) -> None:
    shown = editor.client.capabilities
    assert shown is not None
    assert shown.text_document is not None
    known = shown.text_document.publish_diagnostics
    assert known is not None
    uri = "file:///project/a%20b.py"
    await editor.open("file:///project/lib.py", "x = 0\n")
    (diagnostic,) = await editor.open(uri, PROGRAM)
    assert diagnostic.message == "`y` can be 0\nand log(0) is -inf"
    assert (diagnostic.code, diagnostic.source) == ("NAN101", "nanproof")
    assert diagnostic.severity == types.DiagnosticSeverity.Warning
    assert (diagnostic.data is not None) == bool(known.data_support)
    assert (diagnostic.code_description is not None) == bool(known.code_description_support)
    chain = diagnostic.related_information or []
    assert len(chain) == (2 if known.related_information else 0)
    for link, (place, text) in zip(chain, [(uri, "y"), ("file:///project/lib.py", "x =")], strict=False):
        assert link.location.uri == place
        assert editor.slice(place, link.location.range) == text


async def test_each_action_comes_whole_so_that_none_is_resolved(editor: Editor) -> None:
    provider = editor.server.code_action_provider
    assert isinstance(provider, types.CodeActionOptions)
    assert not provider.resolve_provider
    actions = await editor.actions("file:///project/a.py", await editor.open("file:///project/a.py", PROGRAM))
    assert len(actions) > 1
    assert all((each.edit is None) is not (each.command is None) and each.data is None for each in actions)


async def test_all_fixes_at_once(editor: Editor) -> None:
    uri, text = "file:///project/all.py", PROGRAM + "other = '😀', tf.log(z)\n"
    diagnostics = await editor.open(uri, text)
    assert len(diagnostics) == 2
    (action,) = await editor.actions(uri, [], ["source.fixAll.nanproof"])
    assert action.kind == "source.fixAll.nanproof"
    editor.apply(action)
    assert await editor.diagnostics(uri) == []
    masked = text.replace("tf.log(y)", "tf.log(tf.clip_by_value(y, 1e-10, 1.0))")
    assert editor.texts[uri] == masked.replace("tf.log(z)", "tf.log(tf.clip_by_value(z, 1e-10, 1.0))")
    assert await editor.actions(uri, [], ["source.fixAll.nanproof"]) == []


async def test_all_fixes_among_the_quick_fixes(editor: Editor) -> None:
    uri, text = "file:///project/all.py", PROGRAM + "other = '😀', tf.log(z)\n"
    _, second = await editor.open(uri, text)
    fixes = await editor.fixes(uri, [second])
    *_, together = fixes
    assert (together.title, together.kind) == ("nanproof: apply all safe fixes in this file", "quickfix")
    assert [each.title for each in fixes].count(together.title) == 1
    assert await editor.actions(uri, [], ["quickfix"]) == [], "nothing of ours is where the cursor is"
    editor.apply(together)
    assert await editor.diagnostics(uri) == []
    (alone,) = await editor.open("file:///project/one.py", PROGRAM)
    titles = [each.title for each in await editor.fixes("file:///project/one.py", [alone])]
    assert not any(title.startswith("nanproof:") for title in titles), "one fix is all there is"
