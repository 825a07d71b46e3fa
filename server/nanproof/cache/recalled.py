"""The files of a project of which an earlier run tells what is found in them, and keeping what this one finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from nanproof.cache.snapshot import Snapshot
from nanproof.cache.store import Kept, Store
from nanproof.cache.terms import terms_of
from nanproof.cache.written import read_basis, read_records, written
from nanproof.fixes.fix import Preferences
from nanproof.names.basis import Basis
from nanproof.printed.record import Record

# A project is not read whole for the sake of a few of its files: so many entries are looked at for each, and at least.
ENTRIES_A_FILE, LEAST_ENTRIES = 20, 5_000


@dataclass(frozen=True, slots=True)
class Recalled:
    """What was found in a file by an earlier run, or is by this one: its findings, and what they rest on."""

    path: str
    digest: str
    records: tuple[Record, ...]
    basis: Basis = field(default=Basis())


class Cache:
    """What earlier runs found under the same terms."""

    def __init__(self, folder: Path, preferences: Preferences) -> None:
        """Use a folder; some preferences are among the terms."""
        self._store = Store(folder)
        self._terms = terms_of(preferences)

    def of(self, root: str, paths: Sequence[str]) -> Project:
        """Return what is known of some files of a project."""
        snapshot = Snapshot(root, max(LEAST_ENTRIES, ENTRIES_A_FILE * len(paths)))
        kept = self._store.of(self._terms, root)
        project = Project(self._store, self._terms, root, snapshot)
        project.recall(each for path in paths if (each := kept.get(path)) is not None)
        return project


class Project:
    """A project's files, as an earlier run and this one know them."""

    def __init__(self, store: Store, terms: str, root: str, snapshot: Snapshot) -> None:
        """Begin with nothing that is known."""
        self._store = store
        self._terms = terms
        self._root = root
        self._snapshot = snapshot
        self.known: Mapping[str, tuple[Record, ...]] = {}

    def recall(self, kept: Iterable[Kept]) -> None:
        """Take over what still holds, and note that it was of use."""
        known: dict[str, tuple[Record, ...]] = {}
        again: list[Kept] = []
        for each in kept:
            project = self._project_today(each)
            records = read_records(each.text) if project is not None else None
            if project is None or records is None:
                continue
            known[each.path] = records
            if project != each.project or self._store.is_old(each):
                again.append(replace(each, project=project))
        self.known = known
        if again:
            self._store.keep(self._terms, self._root, again)

    def keep(self, found: Iterable[Recalled]) -> None:
        """Keep what this run found."""
        kept = [
            Kept(each.path, each.digest, self._snapshot.digest_for(each.basis), written(each.records, each.basis))
            for each in found
        ]
        if kept:
            self._store.keep(self._terms, self._root, kept)

    def _project_today(self, kept: Kept) -> str | None:
        """Return the digest of the project under which something holds, None where it does not."""
        if self._snapshot.digest_of_file(kept.path) != kept.digest:
            return None
        if self._snapshot.is_as_at(kept.project):
            return kept.project
        basis = read_basis(kept.text)
        return self._snapshot.digest_for(basis) if basis is not None and self._snapshot.bears(basis) else None
