"""The project's modules: from an import to the file that it means."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from nanproof.names.basis import Basis
from nanproof.names.bindings import Bindings
from nanproof.names.callers import Callers
from nanproof.names.dependencies import Dependencies, ImportKey
from nanproof.names.imports import Imported
from nanproof.source.document import Document
from nanproof.source.reader import Reader

MOST_CALLERS = 24  # files with a function's name in which its calls are looked for
MOST_RELEASED = 8  # documents that were asked about and are let go of together
DEEPEST_FOLDER = 12  # how far above a file its imports are looked for
MOST_FILES = 400  # files opened for one question; past that an import is unknown
MOST_KEPT = 400  # documents kept from one question to the next


class Modules:
    """Finds and opens the project's files. A file that did not change keeps its document, and so its tree."""

    def __init__(self, root: str | None, reader: Reader) -> None:
        self._root = _slashed(root) if root else None
        self._reader = reader
        self._documents: dict[str, Document] = {}
        self._bindings: dict[int, tuple[Document, Bindings]] = {}
        self._found: dict[ImportKey, str | None] = {}
        self._fresh: set[str] = set()
        self._asked: set[str] = set()
        self._owned: dict[str, bool] = {}
        self._callers = Callers(self._root, reader)
        self._current: Document | None = None
        self._dependencies = Dependencies()

    def refresh(self) -> None:
        """Forget what may have changed on disk since the last question; unchanged files keep their tree."""
        self._found.clear()
        self._fresh.clear()

    def begin(self, document: Document) -> None:
        """Begin a question about a document, which stands for its file until the next one.

        Lets go of documents that are not the project's files, and of all if they are many. What an answer is must not
        depend on what was asked before it, so each question opens its own number of files.
        """
        self._current = document
        self._asked.clear()
        self.follow(Dependencies())
        if len(self._documents) > MOST_KEPT:
            self._documents.clear()
            self._fresh.clear()
        if len(self._bindings) <= len(self._documents) + MOST_RELEASED:
            return
        kept = {id(document), *(id(each) for each in self._documents.values())}
        self._bindings = {key: held for key, held in self._bindings.items() if key in kept}

    def follow(self, dependencies: Dependencies) -> None:
        """Note among some dependencies what is asked from now on."""
        self._dependencies = dependencies
        if self._current is not None:
            self.bindings(self._current).dependencies = dependencies

    def follows_again(self, dependencies: Dependencies) -> bool:
        """Ask for all files that an answer depends on; say whether each is what it was."""
        self.follow(Dependencies())
        asked = set(self._asked)
        is_same = self._finds_again(dependencies.imports.items(), dependencies.callers.items()) and all(
            _is_same(self._open(path), document) for path, document in dependencies.files.items()
        )
        if not is_same:
            self._asked = asked
        return is_same

    def _finds_again(
        self, imports: Iterable[tuple[ImportKey, str | None]], callers: Iterable[tuple[str, tuple[str, ...]]]
    ) -> bool:
        return all(self._path(key) == path for key, path in imports) and all(
            self._callers.of(name) == paths for name, paths in callers
        )

    def may_lead_to(self, dependencies: Dependencies, paths: Iterable[str]) -> bool:
        """Say whether what an answer depends on may be another now that some files changed, came or went."""
        changed = frozenset(map(_slashed, paths))
        within = tuple(f"{path}/" for path in changed)  # a folder that is gone takes its files along
        return (
            not changed.isdisjoint(dependencies.files)
            or any(path.startswith(within) for path in dependencies.files)
            or any(self._callers.of(name) != found for name, found in dependencies.callers.items())
            or any(path in changed for key in dependencies.imports for path in self._candidates(*key))
        )

    def changed(self, path: str) -> None:
        """Take note that a file was written, or is gone."""
        self._found.clear()
        self._fresh.discard(_slashed(path))
        self._callers.update(_slashed(path))

    @property
    def is_indexing(self) -> bool:
        """Whether the index of who calls what was begun and is not whole yet."""
        return self._callers.is_under_way

    def bindings(self, document: Document) -> Bindings:
        """Return the bindings of a document."""
        held = self._bindings.get(id(document))
        if held is None:
            held = (document, Bindings(document))
            self._bindings[id(document)] = held
        return held[1]

    def calling(self, name: str) -> Iterator[Document]:
        """Yield the project's files that call something of a name, some of them at most; none outside a project."""
        found = 0
        paths = self._dependencies.callers[name] = self._callers.of(name)
        for path in paths:
            document = self._open(path)
            if document is not None:
                found += 1
                yield document
            if found >= MOST_CALLERS:
                return

    def owns(self, package: str) -> bool:
        """Say whether a top-level package is the project's own: in the repository of a framework it is."""
        held = self._owned.get(package)
        if held is None:
            folders = (self._root, posixpath.join(self._root, "src")) if self._root is not None else ()
            spelt = (path for folder in folders for path in _spelt(folder, package))
            held = self._owned[package] = any(self._reader.is_file(path) for path in spelt)
        self._dependencies.packages[package] = held
        return held

    def lead_to(self, basis: Basis) -> bool:
        """Say whether imports, packages and callers are what an answer of another run rests on."""
        return self._finds_again(basis.imports, basis.callers) and all(
            self.owns(package) is is_own for package, is_own in basis.packages
        )

    def stay_inside(self, basis: Basis) -> bool:
        """Say whether no import of an answer could lead to a file outside of the root."""
        return all(self._is_inside(path) for key, _ in basis.imports for path in self._candidates(*key))

    def find(self, imported: Imported, importer: str) -> Document | None:
        """Return the document of an imported module, None where it is no file of the project."""
        path = self._path((imported.module, imported.level, posixpath.dirname(_slashed(importer))))
        return self._open(path) if path is not None else None

    def _path(self, key: ImportKey) -> str | None:
        if key not in self._found:
            candidates = self._candidates(*key)
            self._found[key] = next((path for path in candidates if self._reader.is_file(path)), None)
        path = self._dependencies.imports[key] = self._found[key]
        return path

    def _open(self, path: str) -> Document | None:
        if self._current is not None and path == _slashed(self._current.path):
            return self._current
        if path not in self._asked and len(self._asked) >= MOST_FILES:
            self._dependencies.is_endless = True
            return None
        self._asked.add(path)
        document = self._dependencies.files[path] = self._fresh_document(path)
        return document

    def _fresh_document(self, path: str) -> Document | None:
        held = self._documents.get(path)
        if held is not None and path in self._fresh:
            return held
        data = self._reader.read(path)
        if data is None:
            return None
        if held is None or held.data != data:
            held = Document(path, data)
            self._documents[path] = held
        self._fresh.add(path)
        return held

    def _is_inside(self, folder: str) -> bool:
        return self._root is not None and f"{folder}/".startswith(f"{self._root.rstrip('/')}/")

    def _candidates(self, module: str, level: int, folder: str) -> Iterator[str]:
        relative = module.replace(".", "/")
        if level:
            for _ in range(level - 1):
                folder = posixpath.dirname(folder)
            yield from _spelt(folder, relative)
            return
        if not module:
            return
        # As Python finds it: beside a script, or below a folder on the way up; the folder that is on Python's path may
        # lie above the project's root, as where a repository holds several projects.
        yield from _spelt(folder, relative)
        top = module.partition(".")[0]
        for _ in range(DEEPEST_FOLDER if self._root is not None else 0):
            is_named = posixpath.basename(folder) == top
            folder, below = posixpath.dirname(folder), folder
            if folder == below:
                break
            if is_named or self._is_inside(folder):
                yield from _spelt(folder, relative)
        if self._root is not None:
            yield from _spelt(posixpath.join(self._root, "src"), relative)


def _spelt(folder: str, relative: str) -> Iterator[str]:
    if relative:
        yield posixpath.join(folder, f"{relative}.py")
    yield posixpath.join(folder, relative, "__init__.py")


def _is_same(one: Document | None, other: Document | None) -> bool:
    return one is other or (one is not None and other is not None and one.data == other.data)


def _slashed(path: str) -> str:
    return path.replace("\\", "/")
