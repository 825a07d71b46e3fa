"""Findings as the client shows them: what leads to them, and under whose names."""

from __future__ import annotations

from functools import partial

import pytest
from lsprotocol import types

from nanproof.analysis import Diagnosis, Examination
from nanproof.findings.finding import Finding, Place, Reason, Severity
from nanproof.lsp.client import Client
from nanproof.lsp.diagnostics import to_diagnostics
from nanproof.lsp.documents import Documents
from nanproof.lsp.notebooks import Notebooks
from nanproof.lsp.places import located
from nanproof.lsp.proposal import propose
from nanproof.lsp.report import examined
from nanproof.source.document import Document
from nanproof.source.span import Span

CLIENT = Client(shows_related_information=True)


def related(uri: str, path: str, *steps: tuple[str, Span], others: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return the URI and the message of each step that leads to a finding of a document."""
    document = Document.from_text(path, "log(softmax(x))")
    reasons = tuple(
        Reason(f"step {number}", Place(Document.from_text(where, "log(softmax(x))"), span))
        for number, (where, span) in enumerate(steps)
    )
    finding = Finding(
        "NAN101", "n", Severity.WARNING, "m", Span(0, 15), "log", "x", Span(4, 14), "[0, 1]", reasons, "https://x"
    )
    documents = Documents()
    for each in (uri, *others):
        documents.open(types.TextDocumentItem(each, "python", 1, ""))
    found = examined(Examination((Diagnosis(finding, ()),)), document, CLIENT.encoding)
    locate = partial(located, documents=documents, notebooks=Notebooks())
    (diagnostic,) = to_diagnostics(found.reports, path, locate, partial(propose, version=1), CLIENT)
    return [(each.location.uri, each.message) for each in diagnostic.related_information or ()]


def test_a_step_is_not_told_where_the_finding_itself_is_told() -> None:
    steps = [("/a.py", Span(4, 14)), ("/a.py", Span(0, 15)), ("/b.py", Span(0, 15))]
    assert related("file:///a.py", "/a.py", *steps) == [("file:///a.py", "step 0"), ("file:///b.py", "step 2")]


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("vscode-vfs://github/a/b.py", "vscode-vfs://github/a/b.py"),
        ("vscode-notebook-cell:/w/n.ipynb#W0sZmlsZQ==", "vscode-notebook-cell:/w/n.ipynb#W0sZmlsZQ=="),
        ("untitled:Untitled-1", "untitled:Untitled-1"),
        ("file:///c%3A/w/a%20b.py", "c:/w/a b.py"),
        ("file:///w/a;b.py", "/w/a;b.py"),
        ("file://[", "file://["),
    ],
)
def test_a_document_is_named_by_the_clients_own_uri(uri: str, path: str) -> None:
    assert related(uri, path, (path, Span(4, 14))) == [(uri, "step 0")]


@pytest.mark.parametrize("uri", ["vscode-vfs://github/a//b.py", "git:/w/../a.py?ref", "untitled:./x"])
def test_what_is_no_file_and_not_open_keeps_its_uri(uri: str) -> None:
    assert related("file:///a.py", "/a.py", (uri, Span(4, 14))) == [(uri, "step 0")]
