"""What the analyst answers where its time ends before it knows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from nanproof.lsp.documents import OpenDocument, document_key
from nanproof.lsp.remote import Remote
from nanproof.lsp.settings import Settings
from nanproof.lsp.wire import Affected, Examine, Terms
from nanproof.source.document import Document
from nanproof.watchdog import Limits

TERMS = Terms(settings=Settings(limits=Limits(seconds=0.2)))


@pytest.fixture
def remote() -> Iterator[Remote]:
    remote = Remote("tests.lsp.stub_server:StubEngine")
    yield remote
    remote.stop()


def test_where_nobody_knows_in_time_what_a_change_affects_it_may_be_all_that_was_looked_at(remote: Remote) -> None:
    paths = ("/project/b.py", "/project/c.py")
    opened = [OpenDocument(f"file://{path}", 1, Document(path, b"x = 1\n")) for path in paths]
    for each in opened:
        remote.ask(opened, Examine(None, document_key(each.uri)), TERMS)
    assert remote.ask(opened, Affected(("/project/head.py",), written=False), TERMS) == ("/project/a.py",)
    assert remote.ask(opened, Affected(("/project/endless.py",), written=False), TERMS) == paths
