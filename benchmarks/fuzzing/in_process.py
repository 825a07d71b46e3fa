"""Documents and a project in one process: after each edit text, lines, positions and tree, now and then the findings.

A session is a list of steps, so that one that fails can be done again without those that do not matter.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tree_sitter import Node, Tree

from fuzzing.author import Author
from fuzzing.corpus import Corpus, project_of
from fuzzing.disagreement import Disagreement
from fuzzing.text_model import (
    ENCODINGS,
    Edit,
    difference,
    edited,
    index_of,
    lines_of,
    position_of,
    settled,
    units,
)
from nanproof.analysis import Project
from nanproof.source.document import Document
from nanproof.source.lines import LineTable
from nanproof.source.positions import Encoding, Position
from nanproof.source.reader import Entry, Kind
from nanproof.source.span import Span, TextEdit

ROOT = "/project"
STEPS = 400  # in a session, which then begins with other files
_BYTES = "bytes"
_PLACES = 2  # where positions are compared, in each encoding
MENDED = 0.3  # how often a broken text is put right again: most of what there is to know is said of sound ones
_WALKED = 8  # one tree of so many is compared node by node


@dataclass(frozen=True, slots=True)
class Change:
    """Some edits of one document, each of the text that the one before it left; whether its tree is asked for."""

    name: str
    edits: tuple[Edit, ...]
    through: str
    parses: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """A question for the findings of a document, compared with a fresh project's or only remembered."""

    name: str
    compares: bool


Step = Change | Ask


class Texts:
    """A reader of the texts as they are at this moment."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self._texts = texts

    def read(self, path: str) -> bytes | None:
        return self._texts.get(path)

    def is_file(self, path: str) -> bool:
        return path in self._texts

    def entries(self, path: str) -> tuple[Entry, ...] | None:
        inside = sorted(each.removeprefix(f"{path}/") for each in self._texts if each.startswith(f"{path}/"))
        folders = {name.partition("/")[0]: Kind.FOLDER for name in inside if "/" in name}
        kinds = {**folders, **{name: Kind.FILE for name in inside if "/" not in name}}
        return tuple(Entry(name, kinds[name]) for name in sorted(kinds))


class Desk:
    """Open documents, and what they must be."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.texts = dict(files)
        self.sound = dict(files)
        """The latest texts that the parser understood, as far as it was asked."""
        self.asked = 0
        self._documents = {name: Document.from_text(_path(name), text) for name, text in files.items()}
        self._data = {_path(name): text.encode("utf-8", "surrogatepass") for name, text in files.items()}
        self._written: set[str] = set()
        self._project = Project(ROOT, Texts(self._data))

    def do(self, step: Step) -> None:
        """Do a step; raise a Disagreement where something is not as it must be."""
        if isinstance(step, Change):
            self._change(step)
        else:
            self._ask(step)

    def _change(self, step: Change) -> None:
        document, text = self._documents[step.name], self.texts[step.name]
        if step.through == _BYTES:  # all at once, as bytes
            changes = []
            for edit in step.edits:
                edit = _within(text, edit)
                changes.append(TextEdit(Span(_size(text[: edit.start]), _size(text[: edit.stop])), edit.text))
                text = edited(text, edit)
            document = document.changed(changes)
        else:  # one after the other, at the positions of an editor
            encoding = Encoding(step.through)
            for edit in step.edits:
                edit = _within(text, edit)
                edit = Edit(settled(text, edit.start), settled(text, edit.stop), edit.text)
                lines = lines_of(text)
                start, stop = (
                    document.lines.offset(Position(*position_of(text, lines, index, step.through)), encoding)
                    for index in (edit.start, edit.stop)
                )
                document = document.changed([TextEdit(Span(start, stop), edit.text)])
                text = edited(text, edit)
        self._documents[step.name], self.texts[step.name] = document, text
        self._data[document.path] = text.encode("utf-8", "surrogatepass")
        self._written.add(document.path)
        agree_on_text(document, text)
        if step.parses:
            agree_on_tree(document)
            if not document.tree.root_node.has_error:
                self.sound[step.name] = text

    def _ask(self, step: Ask) -> None:
        for path in sorted(self._written):
            self._project.changed(path)
        self._written.clear()
        document = self._documents[step.name]
        found = self._project.diagnose(document)
        if not step.compares:
            return
        self.asked += 1
        anew = Project(ROOT, Texts(self._data)).diagnose(Document(document.path, document.data))
        if found != anew:
            raise Disagreement(f"findings of {step.name}", repr(found), repr(anew))


def agree_on_text(document: Document, text: str) -> None:
    """Compare text, lines and positions with what they are by definition."""
    data = text.encode("utf-8", "surrogatepass")
    _same("text", document.data, data)
    chance, table, lines = random.Random(zlib.crc32(data)), document.lines, lines_of(text)
    _same("text as characters", document.text, text)
    _same("number of lines", table.count, len(lines))
    first = 0
    for number, (start, end) in enumerate(lines):
        last = first + _size(text[start:end])
        _same(f"line {number}", (table.start(number), table.end(number)), (first, last))
        first = last + (lines[number + 1][0] - end if number + 1 < len(lines) else 0)
    for encoding in ENCODINGS:
        for _ in range(_PLACES):
            _agree_on_a_place(chance, table, text, lines, encoding)
            _agree_on_a_position(chance, table, text, lines, encoding)


def _agree_on_a_place(
    chance: random.Random, table: LineTable, text: str, lines: list[tuple[int, int]], encoding: str
) -> None:
    """From a byte to a position and back; from inside of a character as from its first byte."""
    index = chance.randrange(len(text) + 1)
    offset = _size(text[:index])
    inside = offset + (chance.randrange(_size(text[index])) if index < len(text) else chance.randrange(3))
    expected = Position(*position_of(text, lines, settled(text, index), encoding))
    found = table.position(inside, Encoding(encoding))
    _same(f"position of byte {inside} in {encoding}", found, expected)
    back = table.offset(expected, Encoding(encoding))
    _same(f"byte of {expected} in {encoding}", back, _size(text[: settled(text, index)]))


def _agree_on_a_position(
    chance: random.Random, table: LineTable, text: str, lines: list[tuple[int, int]], encoding: str
) -> None:
    """From a position that may lie anywhere to a byte."""
    line = chance.choice((chance.randrange(len(lines)), chance.randrange(-2, len(lines) + 2)))
    start, end = lines[max(0, min(line, len(lines) - 1))]
    column = chance.randrange(-1, units(text[start:end], encoding) + 3)
    expected = _size(text[: index_of(text, lines, line, column, encoding)])
    found = table.offset(Position(line, column), Encoding(encoding))
    _same(f"byte of {line}:{column} in {encoding}", found, expected)


def agree_on_tree(document: Document) -> None:
    """Compare the tree with the one of the same text, parsed anew."""
    tree, anew = document.tree, Document(document.path, document.data).tree
    shape, expected = str(tree.root_node), str(anew.root_node)
    _same("tree", shape, expected)
    if zlib.crc32(document.data) % _WALKED == 0:
        for one, other in zip(_nodes(tree), _nodes(anew), strict=True):
            _same("node", _facts(one), _facts(other))


def _nodes(tree: Tree) -> Iterator[Node]:
    waiting = [tree.root_node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.children


def _facts(node: Node) -> tuple[object, ...]:
    return node.type, node.start_byte, node.end_byte, node.start_point, node.end_point, node.is_missing, node.has_error


def _same(what: str, found: object, expected: object) -> None:
    if found != expected:
        raise Disagreement(what, repr(found), repr(expected))


def _path(name: str) -> str:
    return f"{ROOT}/{name}"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _within(text: str, edit: Edit) -> Edit:
    """Return an edit that the text has room for: when steps are left out, later ones may lie behind its end."""
    start = min(edit.start, len(text))
    return Edit(start, max(start, min(edit.stop, len(text))), edit.text)


def steps_of(chance: random.Random, corpus: Corpus, desk: Desk, *, attentive: bool) -> Iterator[Step]:
    """Yield the steps of a session, each chosen when the one before it is done.

    Nearly each edit of an attentive session is followed by a question, as in an editor; else few are, to be quick.
    """
    names = list(desk.texts)
    authors = {name: Author(chance, corpus.lines) for name in names}
    name = names[0]
    made = 0
    while made < STEPS:
        if chance.random() < 0.1:
            name = chance.choice(names)
        text, edits = desk.texts[name], list[Edit]()
        if text != desk.sound[name] and chance.random() < MENDED:
            edits.append(difference(text, desk.sound[name]))
        else:
            for _ in range(chance.choice((1, 1, 1, 1, 2, 3))):
                edits.append(authors[name].edit(text))
                text = edited(text, edits[-1])
        made += len(edits)
        yield Change(name, tuple(edits), chance.choice((_BYTES, *ENCODINGS)), chance.random() < 0.6)
        if chance.random() < (0.8 if attentive else 0.01):
            yield Ask(name if chance.random() < 0.6 else chance.choice(names), chance.random() < 0.8)


def files_of(chance: random.Random, corpus: Corpus, *, attentive: bool) -> dict[str, str]:
    """Return the files that a session begins with; what is asked about has more functions to remember."""
    return project_of(chance, corpus, 3 if attentive else 1)


def replayed(files: Mapping[str, str], steps: Sequence[Step]) -> Disagreement | None:
    """Do some steps from the beginning; return where they disagree."""
    desk = Desk(files)
    try:
        for step in steps:
            desk.do(step)
    except Disagreement as failure:
        return failure
    except Exception as error:
        return Disagreement.of(error)
    return None
