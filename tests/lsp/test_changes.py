"""Which changes a client may send, and which are a sign that it has another text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from nanproof.lsp.changes import applied
from nanproof.lsp.documents import Documents, Lost, OpenDocument
from nanproof.source.document import Document
from nanproof.source.positions import Encoding

URI = "file:///a.py"
TEXT = "ab\n😀é\ncd"


def part(start: tuple[int, int], end: tuple[int, int], text: str = "X") -> types.TextDocumentContentChangeEvent:
    return types.TextDocumentContentChangePartial(types.Range(types.Position(*start), types.Position(*end)), text)


def whole(text: str) -> types.TextDocumentContentChangeEvent:
    return types.TextDocumentContentChangeWholeDocument(text)


def after(*changes: types.TextDocumentContentChangeEvent, encoding: Encoding = Encoding.UTF16) -> str:
    text = applied("/a.py", Document.from_text("/a.py", TEXT), changes, encoding)
    return text.text if isinstance(text, Document) else f"lost: {text}"


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (part((0, 1), (0, 1)), "aXb\n😀é\ncd"),
        (part((0, 1), (0, 99)), "aX\n😀é\ncd"),
        (part((0, 99), (1, 0)), "abX😀é\ncd"),
        (part((1, 2), (1, 3)), "ab\n😀X\ncd"),
        (part((2, 1), (3, 0)), "ab\n😀é\ncX"),
        (part((3, 0), (3, 0)), "ab\n😀é\ncdX"),
        (part((3, 7), (3, 7)), "ab\n😀é\ncdX"),
        (part((0, 0), (999_999, 0)), "X"),
        (part((0, 0), (2**31 - 1, 2**31 - 1)), "X"),
    ],
)
def test_what_a_client_may_send(change: types.TextDocumentContentChangeEvent, text: str) -> None:
    assert after(change) == text


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (part((4, 0), (4, 0)), "reaches to line 5"),
        (part((1, 0), (999, 0)), "reaches to line 1000"),
        (part((999, 0), (999, 1)), "reaches to line 1000"),
        (part((2, 0), (1, 0)), "ends before it begins"),
        (part((0, 2), (0, 1)), "ends before it begins"),
        (part((1, 1), (1, 1)), "inside a character"),
        (part((1, 0), (1, 1)), "inside a character"),
    ],
)
def test_what_is_a_sign_of_another_text(change: types.TextDocumentContentChangeEvent, why: str) -> None:
    assert why in after(change)
    assert after(change, whole("new"), part((0, 3), (0, 3))) == "newX", "a whole text ends the doubt"
    assert why in after(change, part((0, 0), (0, 0))), "a part of it does not"


@pytest.mark.parametrize(("encoding", "inside"), [(Encoding.UTF8, 3), (Encoding.UTF16, 1), (Encoding.UTF32, None)])
def test_the_inside_of_a_character_depends_on_the_encoding(encoding: Encoding, inside: int | None) -> None:
    columns = [column for column in range(7) if "inside" in after(part((1, column), (1, column)), encoding=encoding)]
    if encoding is Encoding.UTF8:
        assert columns == [1, 2, 3, 5]
    else:
        assert columns == ([] if inside is None else [inside])


@settings(deadline=None)
@given(st.text(max_size=20), st.integers(0, 30), st.sampled_from(list(Encoding)), st.data())
def test_no_real_change_is_taken_for_another_texts(
    text: str, length: int, encoding: Encoding, data: st.DataObject
) -> None:
    document = Document.from_text("/a.py", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + length)))
    if "\r\n" in (text[start - 1 : start + 1], text[end - 1 : end + 1]):
        return  # no position stands there
    codec, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[encoding.value]

    def at(index: int) -> tuple[int, int]:
        lines = text[:index].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return len(lines) - 1, len(lines[-1].encode(codec, "surrogatepass")) // size

    changed = applied("/a.py", document, [part(at(start), at(end), "new")], encoding)
    assert isinstance(changed, Document)
    assert changed.text == text[:start] + "new" + text[end:]


@pytest.fixture
def documents() -> Documents:
    documents = Documents()
    documents.open(types.TextDocumentItem(URI, "python", 5, TEXT))
    return documents


def change(
    documents: Documents, version: int, *changes: types.TextDocumentContentChangeEvent
) -> OpenDocument | Lost | None:
    identifier = types.VersionedTextDocumentIdentifier(version=version, uri=URI)
    return documents.change(types.DidChangeTextDocumentParams(identifier, changes), Encoding.UTF16)


HERE = part((0, 0), (0, 0))


def test_a_lost_text_is_nowhere_until_a_whole_one_comes(documents: Documents) -> None:
    lost = change(documents, 6, part((99, 0), (99, 0)))
    assert isinstance(lost, Lost)
    assert documents.get(URI) is None
    assert list(documents) == []
    assert change(documents, 7, HERE) is None, "it is said once"
    found = change(documents, 8, HERE, whole("new"), HERE)
    assert isinstance(found, OpenDocument)
    assert (found.version, found.document.text) == (8, "Xnew")
    assert documents.get(URI) is found


def test_opening_and_closing_end_it_too(documents: Documents) -> None:
    change(documents, 6, part((99, 0), (99, 0)))
    assert documents.open(types.TextDocumentItem(URI, "python", 1, "x")).document.text == "x"
    assert documents.lost == ()
    change(documents, 0, HERE)
    assert isinstance(documents.close(URI), Lost)
    assert documents.lost == ()
    assert documents.close(URI) is None


def test_versions_do_not_go_back(documents: Documents) -> None:
    assert isinstance(change(documents, 5, HERE), OpenDocument), "Neovim numbers several changes alike"
    lost = change(documents, 4, HERE)
    assert isinstance(lost, Lost)
    assert "from 5 to 4" in lost.why
    found = change(documents, 3, whole("new"))
    assert isinstance(found, OpenDocument)


def test_a_change_of_what_was_never_opened(documents: Documents) -> None:
    documents.close(URI)
    assert isinstance(change(documents, 6, HERE), Lost)
    documents.close(URI)
    assert isinstance(change(documents, 6, whole("new")), OpenDocument), "its text is known for all that"


def test_what_a_whole_text_holds_is_not_changed_again(documents: Documents) -> None:
    """VS Code sends a whole text, when asked for it, before the change that is in it already."""
    documents.come_twice = True
    change(documents, 6, whole("new"))
    assert change(documents, 6, HERE) is None
    assert change(documents, 5, HERE) is None
    found = change(documents, 7, HERE)
    assert isinstance(found, OpenDocument)
    assert found.document.text == "Xnew"


def test_many_changes_from_the_end_to_the_beginning_are_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Document.from_text("/a.py", "".join(f"valüe{number} = 😀 + 1\r\n" for number in range(300)))
    changes = [part((line, 0), (line, 5), f"x\n{line}") for line in reversed(range(0, 300, 3))]
    one_by_one: Document | str = before
    for change in changes:
        one_by_one = applied("/a.py", one_by_one, [change], Encoding.UTF16)
    made: list[int] = []
    monkeypatch.setattr(Document, "changed", lambda *_: made.append(1))
    at_once = applied("/a.py", before, changes, Encoding.UTF16)
    assert isinstance(at_once, Document)
    assert isinstance(one_by_one, Document)
    assert at_once.data == one_by_one.data
    assert made == []


def test_changes_in_another_order_are_made_one_after_the_other() -> None:
    before = Document.from_text("/a.py", "one two three\n")
    after = applied("/a.py", before, [part((0, 0), (0, 3), "1\n"), part((1, 1), (1, 4), "2")], Encoding.UTF16)
    assert isinstance(after, Document)
    assert after.text == "1\n 2 three\n"
