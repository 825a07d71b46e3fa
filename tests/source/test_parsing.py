"""What is parsed in parts is parsed as what is parsed at once, and can be ended."""

from __future__ import annotations

import pytest
from tree_sitter import Parser

from nanproof.source import parsing
from nanproof.source.document import PYTHON
from nanproof.source.parsing import Feed, Interrupted, feed_that_reads, may_take_long, parsed

ORDINARY = b"def f(x):\n    return x / x.sum()\n\n\n" * 400
CONTINUED = b"y = (x +" + b" \\\n" * 1_200 + b" 2)\n" + ORDINARY


def test_only_texts_that_may_take_long_are_parsed_in_parts() -> None:
    assert not may_take_long(ORDINARY)
    assert may_take_long(CONTINUED)
    assert may_take_long(ORDINARY * 100)


@pytest.mark.parametrize("text", [CONTINUED, ORDINARY * 40 + b"z = ((\n"])
def test_both_ways_lead_to_one_tree(text: bytes) -> None:
    assert may_take_long(text)
    fed, whole = parsed(Parser(PYTHON), text), Parser(PYTHON).parse(text)
    assert str(fed.root_node) == str(whole.root_node)
    assert fed.root_node.children[-1].text == whole.root_node.children[-1].text


def test_a_feed_that_is_ended_ends_the_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ended(Feed):
        def __init__(self, source: bytes) -> None:
            super().__init__(source)
            self.is_ended = True

    monkeypatch.setattr(parsing, "Feed", Ended)
    with pytest.raises(Interrupted):
        parsed(Parser(PYTHON), CONTINUED)


def test_no_other_frame_is_taken_for_a_feed() -> None:
    assert feed_that_reads(None) is None
