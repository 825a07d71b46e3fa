"""What a whole file's answer rests on outside of the file, as plain data: to be compared in another run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nanproof.names.dependencies import Dependencies, ImportKey


@dataclass(frozen=True, slots=True)
class Basis:
    """The project as one file's answer saw it.

    `imports` are the files that imports led to, `packages` says which packages are the project's own, `files` holds the
    digests of the files that were opened (None: there was none), `callers` the files that call a name. One that
    `is_endless` rests on every file of the project.
    """

    imports: tuple[tuple[ImportKey, str | None], ...] = ()
    packages: tuple[tuple[str, bool], ...] = ()
    files: tuple[tuple[str, str | None], ...] = ()
    callers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    is_endless: bool = False

    @classmethod
    def of(cls, dependencies: Iterable[Dependencies]) -> Basis:
        """Return what all of some dependencies are together."""
        noted = tuple(dependencies)
        opened = {path: document for each in noted for path, document in each.files.items()}
        return cls(
            tuple(sorted({pair for each in noted for pair in each.imports.items()}, key=lambda pair: pair[0])),
            tuple(sorted({pair for each in noted for pair in each.packages.items()})),
            tuple(sorted((path, held.digest if held else None) for path, held in opened.items())),
            tuple(sorted({pair for each in noted for pair in each.callers.items()})),
            any(each.is_endless for each in noted),
        )
