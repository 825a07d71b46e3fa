"""The engine's front door: the only module that the terminal and the language server call.

    source -> names -> infer -> sites ... findings -> rules -> fixes -> incremental -> here

Pure: no I/O but through the project's reader, no clock, no global state, and no text makes it raise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tree_sitter import Node

from nanproof.budget import Budget, Unlimited
from nanproof.catalog import Catalog, load
from nanproof.declarations import Declarations
from nanproof.explain.held import described_value
from nanproof.explain.hover import described
from nanproof.explain.revelation import Revelation, asked_at, expressions_on, revealed
from nanproof.explain.safety import Safe, safe, silenced
from nanproof.explain.silencing import comment_at, described_comment
from nanproof.findings.finding import Finding
from nanproof.findings.suppression import comments_on_file, is_suppressed, names
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.fixes.fix import USUAL, Preferences
from nanproof.fixes.registry import fixes_for
from nanproof.incremental.answer import Answer, Cut, Sources, Version, cut_short
from nanproof.incremental.examination import Examination, examined
from nanproof.incremental.memory import MOST_DOCUMENTS, Memory, Recollection
from nanproof.infer.budgets import MOST_EVALUATIONS, MOST_IN_A_HURRY
from nanproof.infer.engine import Engine
from nanproof.names.bindings import Bindings
from nanproof.names.dependencies import Dependencies
from nanproof.names.jedi_resolver import JediResolver
from nanproof.names.modules import Modules
from nanproof.rules.registry import RULES, told_of
from nanproof.sites.candidates import candidates, sites_among, sites_at, sites_surveyed
from nanproof.source.document import Document
from nanproof.source.positions import Encoding
from nanproof.source.reader import Reader
from nanproof.source.span import Span

__all__ = ["Description", "Diagnosis", "Examination", "Project", "Survey"]

# What one piece of a text may take of the budget of all: then what follows it is looked at all the same.
SHARE_OF_A_PIECE = 0.5


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of the operation, operand or name under the cursor, as Markdown.

    Of a finding with a `code` an editor may show what it says itself, above this: then only the `rest` is new.
    """

    span: Span
    markdown: str
    code: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """What became of each operation of some part of a document; `is_whole` unless a budget ended before."""

    diagnoses: tuple[Diagnosis, ...]
    safe: tuple[Safe, ...]
    is_whole: bool


class Project:
    """The files that may be asked about each other. Not thread-safe: one thread owns it (jedi is not)."""

    def __init__(
        self,
        root: str | None,
        reader: Reader,
        *,
        is_still: bool = False,
        preferences: Preferences = USUAL,
        remembers: int = MOST_DOCUMENTS,
    ) -> None:
        """Open the project of a root folder; `is_still` promises that no file changes before `changed` says so.

        `preferences` say which of several fixes is the preferred one, and which releases of the frameworks count. Of so
        many documents it `remembers` what was found, for when they are asked about again.
        """
        self.root = root
        self._preferences = preferences
        self._declarations = Declarations(preferences.declared)
        self._is_still = is_still
        self.reader = reader
        self.catalog: Catalog = load()
        self.modules = Modules(root, reader)
        self._jedi = JediResolver(root)
        self._memory = Memory(remembers)

    def diagnose(self, document: Document) -> tuple[Diagnosis, ...]:
        """Return the findings of a document, in the order of their place, however long it takes."""
        return self.examine(document).diagnoses

    def examine(
        self, document: Document, budget: Budget | None = None, *, goes_on: bool = False, hurries: bool = False
    ) -> Examination:
        """Look at a document as far as a budget allows.

        Each outermost function is asked for itself, and so is each statement around them; what is known of one from an
        earlier version is not asked again. Where the budget ended is known as well, and is not tried again before the
        piece changes (`forget_cuts`); one that `goes_on` tries what had to wait. One that `hurries` looks at what
        changed first, and tells of the rest what was found before where asking again cost much, or once it is late.
        """
        budget = budget or Unlimited()
        prepared = budget.attempt(partial(self._prepared, document))
        if prepared is None:
            return Examination(unseen=(Span(0, len(document.data)),), was_withdrawn=budget.is_withdrawn)
        bindings, remembered, sites = prepared
        answers: dict[int, Answer] = {}
        spent = 0
        for piece in sorted(sites, key=remembered.stood_before) if hurries else sites:
            nodes = sites[piece]
            answer = self._piece(document, piece, nodes, spent, remembered, budget, goes_on=goes_on, hurries=hurries)
            if budget.is_withdrawn:
                break
            answers[piece] = answer
            spent += answer.cost
        self._memory.keep(Version(bindings, answers), is_whole=len(answers) == len(sites))
        found = examined(answers, bindings, was_withdrawn=budget.is_withdrawn)
        return replace(found, is_provisional=True) if hurries and spent >= MOST_EVALUATIONS else found

    def _prepared(self, document: Document) -> tuple[Bindings, Recollection, dict[int, list[Node]]]:
        """Return what a document's sites are asked with: its names, its past, and the sites by piece."""
        self._begin(document)
        bindings = self.modules.bindings(document)
        remembered = self._memory.compared_with(bindings, self.modules)
        return bindings, remembered, _by_piece(candidates(document, self.catalog), bindings)

    def _piece(
        self,
        document: Document,
        piece: int,
        nodes: Sequence[Node],
        spent: int,
        remembered: Recollection,
        budget: Budget,
        *,
        goes_on: bool,
        hurries: bool,
    ) -> Answer:
        """Return what is known of a piece, or found out now, or as much of it as the budget allows."""
        sites, found = _spans(nodes), list[Diagnosis]()

        def work() -> Answer:
            known = remembered.answer(piece, sites, MOST_EVALUATIONS - spent, without_waiting=goes_on)
            if known is None and hurries:
                known = remembered.earlier(piece, sites, 0 if budget.is_late else MOST_IN_A_HURRY)
            return known or self._answer(document, piece, nodes, spent, found)

        while not budget.is_spent:
            answer = budget.attempt(work, SHARE_OF_A_PIECE)
            if answer is not None:
                return answer
            if not (self.modules.is_indexing or self._jedi.was_interrupted):
                return cut_short(piece, sites, tuple(found), Cut.BEGUN)
            found.clear()  # the time went into what is known of the project, which goes on where it was
        return cut_short(piece, sites, (), Cut.WAITING)

    def _answer(
        self, document: Document, piece: int, nodes: Sequence[Node], spent: int, found: list[Diagnosis]
    ) -> Answer:
        """Return what is found in one piece of a document on which some evaluations were spent before.

        Each diagnosis is put into `found` as it comes.
        """
        dependencies = Dependencies()
        engine = self._made_engine(document, dependencies, spent)
        bindings = self.modules.bindings(document)
        silenced: list[Finding] = []
        for site in sites_among(document, engine, nodes):
            finding = told_of(site)
            if finding is None:
                continue
            if is_suppressed(bindings, finding):
                silenced.append(finding)
            else:
                found.append(Diagnosis(finding, fixes_for(finding, site, engine, self._preferences)))
        sources = Sources.of(dependencies, piece, bindings)
        return Answer(_spans(nodes), tuple(found), engine.cost, dependencies, sources, silenced=tuple(silenced))

    def survey(self, document: Document, is_asked: Callable[[int], bool], budget: Budget | None = None) -> Survey:
        """Look at the operations that begin at some offsets; say of each what is found, or why nothing is."""
        budget = budget or Unlimited()
        self._begin(document)
        bindings = self.modules.bindings(document)
        nodes = [each for each in candidates(document, self.catalog) if is_asked(each.start_byte)]
        looked, is_whole, spent = list[Diagnosis | Safe](), True, 0
        for inside in _by_piece(nodes, bindings).values():
            engine, here = self._made_engine(document, Dependencies(), spent), list[Diagnosis | Safe]()
            work = partial(self._surveyed, engine, bindings, inside, here)
            done = None if budget.is_spent else budget.attempt(work, SHARE_OF_A_PIECE)
            if done is None and not budget.is_spent and self.modules.is_indexing:
                here.clear()  # the time went into what is known of the project
                done = budget.attempt(work)
            is_whole &= done is not None
            spent += engine.cost
            looked += here
        found = tuple(each for each in looked if isinstance(each, Diagnosis))
        others = tuple(each for each in looked if isinstance(each, Safe))
        return Survey(found, others, is_whole and spent < MOST_EVALUATIONS)

    def _surveyed(
        self, engine: Engine, bindings: Bindings, nodes: Sequence[Node], looked: list[Diagnosis | Safe]
    ) -> bool:
        """Put what is found of some operations, or why they are safe, into a list, one after the other."""
        on_file = comments_on_file(bindings.document)
        for site in sites_surveyed(bindings.document, engine, nodes):
            finding = told_of(site)
            if finding is None:
                looked.append(safe(site))
            elif is_suppressed(bindings, finding) or any(names(comment, finding) for comment in on_file):
                looked.append(silenced(site))
            else:
                looked.append(Diagnosis(finding, fixes_for(finding, site, engine, self._preferences)))
        return True

    def forget_cuts(self, path: str) -> None:
        """Have all of a document looked at by its next examination, also where a budget ended before."""
        self._memory.forget_cuts(path)

    def forget(self, path: str) -> None:
        """Forget what was found in a document: it is asked about no more."""
        self._memory.forget(path)

    def rest_on(self, paths: Iterable[str], among: Iterable[str], *, written: bool) -> tuple[str, ...]:
        """Return those of some documents of which something may rest on one of some files.

        `written` says that the files themselves changed, and not only their texts in an editor.
        """
        return self._memory.rest_on(frozenset(paths), among, self.modules, written=written)

    def describe(self, document: Document, offset: int) -> Description | None:
        """Return what is known of the operation at a byte offset, of its operand, or of a name's value."""
        engine = self._engine(document)
        sites = [(site, told_of(site)) for site in sites_at(document, engine, offset)]
        if not sites:
            held = described_value(engine, document, offset) or self._described_comment(document, offset)
            return Description(*held) if held is not None else None
        site, finding = next((each for each in sites if each[1] is not None), sites[0])
        fixes = fixes_for(finding, site, engine, self._preferences) if finding is not None else ()
        markdown, rest = described(site, finding, fixes, RULES)
        return Description(site.span, markdown, finding.code if finding is not None else "", rest)

    def _described_comment(self, document: Document, offset: int) -> tuple[Span, str, str, str] | None:
        comment = comment_at(document, offset)
        if comment is None:
            return None
        return described_comment(comment, [each.finding for each in self._remembered(document)], RULES)

    def _remembered(self, document: Document) -> tuple[Diagnosis, ...]:
        """Return what was found in a document, as far as that is known without looking at it again."""
        bindings, remembered, sites = self._prepared(document)
        found = {piece: remembered.answer(piece, _spans(nodes), MOST_EVALUATIONS) for piece, nodes in sites.items()}
        answers = {piece: answer for piece, answer in found.items() if answer is not None}
        return examined(answers, bindings, was_withdrawn=len(answers) < len(found)).diagnoses

    def reveal(self, document: Document, offset: int) -> tuple[Revelation, ...]:
        """Return what is known of the expression at a byte offset, of the operand where an operation begins."""
        engine = self._engine(document)
        return tuple(revealed(engine, document, node) for node in asked_at(engine, document, offset))

    def reveal_line(self, document: Document, line: int) -> tuple[Revelation, ...]:
        """Return what is known of the expressions that begin on a line, counted from 0."""
        engine = self._engine(document)
        return tuple(revealed(engine, document, node) for node in expressions_on(document, line))

    def changed(self, path: str, *, written: bool = False) -> None:
        """Take note that a file of the project changed, or is gone; `written`: on the disk, where jedi reads it."""
        self.modules.changed(path)
        if written:
            self._jedi.forget()

    def _begin(self, document: Document) -> None:
        self.modules.begin(document)
        if not self._is_still:
            self.modules.refresh()

    def _engine(self, document: Document) -> Engine:
        self._begin(document)
        return self._made_engine(document, Dependencies(), 0)

    def _made_engine(self, document: Document, dependencies: Dependencies, spent: int) -> Engine:
        wishes = self._preferences
        return Engine(
            self.catalog,
            self.modules,
            self._asked,
            document,
            dependencies,
            spent,
            wishes.releases,
            wishes.default_dtype,
            self._declarations,
        )

    def _asked(self, document: Document, name: Node) -> str | None:
        where = document.lines.position(name.start_byte, Encoding.UTF32)
        return self._jedi.canonical(document.path, document.text, where.line + 1, where.column)


def _by_piece(nodes: Iterable[Node], bindings: Bindings) -> dict[int, list[Node]]:
    """Return nodes by the index of the piece that they stand in."""
    found: dict[int, list[Node]] = {}
    for node in nodes:
        found.setdefault(bindings.piece_at(node.start_byte), []).append(node)
    return found


def _spans(nodes: Sequence[Node]) -> tuple[Span, ...]:
    return tuple(Span(node.start_byte, node.end_byte) for node in nodes)
