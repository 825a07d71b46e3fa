"""Encodings, markup and capabilities are taken from what a client says of itself."""

from __future__ import annotations

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

from nanproof.lsp.client import Client
from nanproof.lsp.encoding import negotiate
from nanproof.lsp.hover import plain, to_hover
from nanproof.lsp.wire import Described, Stretch
from nanproof.source.positions import Encoding, Position

MARKDOWN = """## NAN101 unmasked-log

`y` is **exactly 0** once; see [the rule](https://example.org/NAN101).

```python
tf.log(y)  # x ** 2
```
"""
PLAIN = """NAN101 unmasked-log

y is exactly 0 once; see the rule (https://example.org/NAN101).

tf.log(y)  # x ** 2
"""


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        ([], Encoding.UTF16),
        (["utf-16"], Encoding.UTF16),
        (["utf-16", "utf-8"], Encoding.UTF8),
        (["utf-32", "utf-8", "utf-16"], Encoding.UTF8),
        (["utf-32", "utf-16"], Encoding.UTF16),
        (["utf-32"], Encoding.UTF32),
        (["utf-7", "punycode"], Encoding.UTF16),
        ([types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf8], Encoding.UTF8),
    ],
)
def test_utf_8_is_chosen_where_the_client_can_count_it(offered: list[str], chosen: Encoding) -> None:
    assert negotiate(offered) is chosen


def test_a_client_that_says_nothing_can_do_nothing() -> None:
    assert Client.of(types.ClientCapabilities()) == Client()


def test_real_clients_are_read() -> None:
    code = Client.of(client_capabilities("visual-studio-code"))
    assert (code.encoding, code.shows_code_description, code.accepts_versioned_edits) == (
        Encoding.UTF16,
        True,
        True,
    )
    assert (code.fades_unnecessary, code.creates_files, code.shows_hints) == (True, True, False)
    neovim = Client.of(client_capabilities("neovim@v0.7.0"))
    assert (neovim.returns_diagnostic_data, neovim.accepts_preferred) == (False, False)
    assert neovim.hover_markup is types.MarkupKind.Markdown


def test_a_hover_is_in_the_markup_that_the_client_prefers() -> None:
    description = Described(Stretch(Position(0, 0), Position(0, 9)), MARKDOWN)
    at = types.Position(0, 3)
    hover = to_hover(description, Client(hover_markup=types.MarkupKind.Markdown), (), at)
    assert hover.contents == types.MarkupContent(types.MarkupKind.Markdown, MARKDOWN)
    plain_hover = to_hover(description, Client(), (), at)
    assert plain_hover.contents == types.MarkupContent(types.MarkupKind.PlainText, PLAIN)
    assert plain(PLAIN) == PLAIN
