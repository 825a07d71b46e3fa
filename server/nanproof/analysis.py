"""The engine's front door: the only module that the terminal and the language server call.

    source -> names -> infer -> rules -> fixes -> here

Pure: no I/O but through the project's reader, no clock, no global state, and no text makes it raise.
"""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from nanproof.catalog import Catalog, load
from nanproof.explain.hover import described
from nanproof.explain.revelation import Revelation, expression_at, expressions_on, revealed
from nanproof.fixes.fix import Fix
from nanproof.fixes.registry import fixes_for
from nanproof.infer.engine import Engine
from nanproof.names.jedi_resolver import JediResolver
from nanproof.names.modules import Modules
from nanproof.names.resolve import Names
from nanproof.rules.candidates import site_of, sites
from nanproof.rules.finding import Finding
from nanproof.rules.registry import RULES
from nanproof.rules.site import Site
from nanproof.rules.suppression import is_suppressed
from nanproof.source.document import Document
from nanproof.source.positions import Encoding
from nanproof.source.reader import Reader
from nanproof.source.span import Span


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A finding and the edits that mend it, best first."""

    finding: Finding
    fixes: tuple[Fix, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of the operation or operand under the cursor, as Markdown."""

    span: Span
    markdown: str


class Project:
    """The files that may be asked about each other. Not thread-safe: one thread owns it (jedi is not)."""

    def __init__(self, root: str | None, reader: Reader, *, is_still: bool = False) -> None:
        """Open the project of a root folder; `is_still` promises that its files do not change meanwhile."""
        self.root = root
        self._is_still = is_still
        self.reader = reader
        self._catalog: Catalog = load()
        self._modules = Modules(root, reader)
        self._jedi = JediResolver(root)

    def diagnose(self, document: Document) -> tuple[Diagnosis, ...]:
        """Return the findings of a document, in the order of their place."""
        engine = self._engine()
        found = []
        for site in sites(document, engine):
            finding = _checked(site)
            if finding is not None and not is_suppressed(document, finding):
                found.append(Diagnosis(finding, fixes_for(finding, site, engine)))
        return tuple(found)

    def describe(self, document: Document, offset: int) -> Description | None:
        """Return what is known of the operation at a byte offset, or of its operand."""
        engine = self._engine()
        node: Node | None = document.tree.root_node.descendant_for_byte_range(offset, offset)
        while node is not None:
            site = site_of(document, engine, node)
            if site is not None and site.covers(offset):
                finding = _checked(site)
                fixes = fixes_for(finding, site, engine) if finding is not None else ()
                return Description(site.span, described(site, finding, fixes, RULES))
            node = node.parent
        return None

    def reveal(self, document: Document, offset: int) -> tuple[Revelation, ...]:
        """Return what is known of the smallest expression at a byte offset; nothing where there is none."""
        node = expression_at(document, offset)
        return (revealed(self._engine(), document, node),) if node is not None else ()

    def reveal_line(self, document: Document, line: int) -> tuple[Revelation, ...]:
        """Return what is known of the expressions that begin on a line, counted from 0."""
        engine = self._engine()
        return tuple(revealed(engine, document, node) for node in expressions_on(document, line))

    def changed(self, path: str) -> None:
        """Take note that a file of the project was written, or is gone."""
        self._modules.changed(path)

    def _engine(self) -> Engine:
        self._modules.release()
        if not self._is_still:
            self._modules.refresh()
        names = Names(self._modules, self._catalog)
        return Engine(self._catalog, names, self._modules, self._asked)

    def _asked(self, document: Document, name: Node) -> str | None:
        where = document.lines.position(name.start_byte, Encoding.UTF32)
        return self._jedi.canonical(document.path, document.text, where.line + 1, where.column)


def _checked(site: Site) -> Finding | None:
    for rule in RULES.values():
        finding = rule.finding(site)
        if finding is not None:
            return finding
    return None
