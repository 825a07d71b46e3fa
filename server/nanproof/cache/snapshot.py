"""A project's files as they are now: what each holds, and all of them together."""

from __future__ import annotations

from nanproof.names.basis import Basis
from nanproof.names.modules import Modules
from nanproof.source.digest import digest_of
from nanproof.source.reader import DiskReader, Kind, Listed, Reader, UnlinkedReader
from nanproof.source.tree import SUFFIX, walk

_SUFFIXES = (SUFFIX, ".pyi")  # jedi reads stubs, too


class Snapshot:
    """The files below a root, each read once. What a link of a folder leads to is looked at where it stands."""

    def __init__(self, root: str, most: int) -> None:
        """Read a project, of whose folders so many entries are looked at."""
        self._disk = Listed(DiskReader())
        self._unlinked = UnlinkedReader(root, self._disk)
        self._modules = Modules(root, self._unlinked)
        self._digests: dict[str, str | None] = {}
        for each in walk(self._disk, root, most=most, suffixes=_SUFFIXES):
            reader = self._disk if each.kind is Kind.FILE else self._unlinked
            self._digests[each.path] = _digest(reader, each.path)
        told = (f"{path} {digest}" for path, digest in sorted(self._digests.items()))
        is_whole = sum(len(each or ()) for each in self._disk.known.values()) < most
        self._digest = digest_of("\n".join(told).encode("utf-8", "surrogateescape")) if is_whole else ""

    def digest_of_file(self, path: str) -> str | None:
        """Return the digest of what a file holds, None where it cannot be read."""
        key = path.replace("\\", "/")
        if key not in self._digests:
            self._digests[key] = _digest(self._unlinked, path)
        return self._digests[key]

    def digest_for(self, basis: Basis) -> str:
        """Return by what to know that all is as it is now; "" where only `bears` can say, as it is not all read."""
        return self._digest if self._modules.stay_inside(basis) else ""

    def is_as_at(self, digest: str) -> bool:
        """Say whether nothing changed since a digest was returned."""
        return bool(digest) and digest == self._digest

    def bears(self, basis: Basis) -> bool:
        """Say whether all that an answer rests on is as it was, though something changed."""
        if basis.is_endless:
            return False
        return all(self.digest_of_file(path) == digest for path, digest in basis.files) and self._modules.lead_to(basis)


def _digest(reader: Reader, path: str) -> str | None:
    data = reader.read(path)
    return digest_of(data) if data is not None else None
