"""The engine's front door: the only module that the terminal and the language server call.

    source -> names -> infer -> rules -> fixes -> recall -> here

Pure: no I/O but through the project's reader, no clock, no global state, and no text makes it raise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.catalog import Catalog, load
from nanproof.explain.hover import described
from nanproof.explain.revelation import Revelation, expression_at, expressions_on, revealed
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.fixes.fix import USUAL, Preferences
from nanproof.fixes.registry import fixes_for
from nanproof.infer.engine import MOST_EVALUATIONS, Engine
from nanproof.names.bindings import Bindings
from nanproof.names.jedi_resolver import JediResolver
from nanproof.names.modules import Modules
from nanproof.names.trail import Trail
from nanproof.recall.answer import Answer, Sources, Version
from nanproof.recall.memory import Memory
from nanproof.rules.candidates import candidates, site_of
from nanproof.rules.finding import Finding
from nanproof.rules.registry import RULES
from nanproof.rules.site import Site
from nanproof.rules.suppression import is_suppressed
from nanproof.source.document import Document
from nanproof.source.positions import Encoding
from nanproof.source.reader import Reader
from nanproof.source.span import Span

__all__ = ["Description", "Diagnosis", "Project"]


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of the operation or operand under the cursor, as Markdown."""

    span: Span
    markdown: str


class Project:
    """The files that may be asked about each other. Not thread-safe: one thread owns it (jedi is not)."""

    def __init__(
        self, root: str | None, reader: Reader, *, is_still: bool = False, preferences: Preferences = USUAL
    ) -> None:
        """Open the project of a root folder; `is_still` promises that its files do not change meanwhile.

        `preferences` say which of several fixes is the preferred one.
        """
        self.root = root
        self._preferences = preferences
        self._is_still = is_still
        self.reader = reader
        self._catalog: Catalog = load()
        self._modules = Modules(root, reader)
        self._jedi = JediResolver(root)
        self._memory = Memory()

    def diagnose(self, document: Document) -> tuple[Diagnosis, ...]:
        """Return the findings of a document, in the order of their place.

        Each outermost function is asked for itself, and so is each statement around them; what is known of one from an
        earlier version is not asked again.
        """
        self._begin(document)
        bindings = self._modules.bindings(document)
        remembered = self._memory.compared_with(bindings, self._modules)
        answers: dict[int, Answer] = {}
        spent = 0
        for piece, nodes in _by_piece(candidates(document, self._catalog), bindings).items():
            answer = remembered.answer(piece, _spans(nodes), MOST_EVALUATIONS - spent)
            answers[piece] = answer or self._answer(document, piece, nodes, spent)
            spent += answers[piece].cost
        if not self._is_still:
            self._memory.keep(Version(bindings, answers))
        found = (each for answer in answers.values() for each in answer.diagnoses)
        return tuple(sorted(found, key=lambda each: (each.finding.span.start, -each.finding.span.end)))

    def _answer(self, document: Document, piece: int, nodes: Sequence[Node], spent: int) -> Answer:
        """Return what is found in one piece of a document on which some evaluations were spent before."""
        trail = Trail()
        engine = Engine(self._catalog, self._modules, self._asked, document, trail, spent)
        found = []
        for node in nodes:
            site = site_of(document, engine, node)
            finding = _checked(site) if site is not None else None
            if site is not None and finding is not None and not is_suppressed(document, finding):
                found.append(Diagnosis(finding, fixes_for(finding, site, engine, self._preferences)))
        sources = Sources.of(trail, piece, self._modules.bindings(document))
        return Answer(_spans(nodes), tuple(found), engine.cost, trail, sources)

    def describe(self, document: Document, offset: int) -> Description | None:
        """Return what is known of the operation at a byte offset, or of its operand."""
        engine = self._engine(document)
        node: Node | None = document.tree.root_node.descendant_for_byte_range(offset, offset)
        while node is not None:
            site = site_of(document, engine, node)
            if site is not None and site.covers(offset):
                finding = _checked(site)
                fixes = fixes_for(finding, site, engine, self._preferences) if finding is not None else ()
                return Description(site.span, described(site, finding, fixes, RULES))
            node = node.parent
        return None

    def reveal(self, document: Document, offset: int) -> tuple[Revelation, ...]:
        """Return what is known of the smallest expression at a byte offset; nothing where there is none."""
        node = expression_at(document, offset)
        return (revealed(self._engine(document), document, node),) if node is not None else ()

    def reveal_line(self, document: Document, line: int) -> tuple[Revelation, ...]:
        """Return what is known of the expressions that begin on a line, counted from 0."""
        engine = self._engine(document)
        return tuple(revealed(engine, document, node) for node in expressions_on(document, line))

    def changed(self, path: str) -> None:
        """Take note that a file of the project was written, or is gone."""
        self._modules.changed(path)

    def _begin(self, document: Document) -> None:
        self._modules.begin(document)
        if not self._is_still:
            self._modules.refresh()

    def _engine(self, document: Document) -> Engine:
        self._begin(document)
        return Engine(self._catalog, self._modules, self._asked, document, Trail())

    def _asked(self, document: Document, name: Node) -> str | None:
        where = document.lines.position(name.start_byte, Encoding.UTF32)
        return self._jedi.canonical(document.path, document.text, where.line + 1, where.column)


def _checked(site: Site) -> Finding | None:
    for rule in RULES.values():
        finding = rule.finding(site)
        if finding is not None:
            return finding
    return None


def _by_piece(nodes: Iterable[Node], bindings: Bindings) -> dict[int, list[Node]]:
    """Return nodes by the index of the piece that they stand in."""
    found: dict[int, list[Node]] = {}
    for node in nodes:
        found.setdefault(bindings.piece_at(node.start_byte), []).append(node)
    return found


def _spans(nodes: Sequence[Node]) -> tuple[Span, ...]:
    return tuple(Span(node.start_byte, node.end_byte) for node in nodes)
