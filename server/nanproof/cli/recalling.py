"""Inspecting the files of which no earlier run tells what is found in them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from pathlib import Path

from nanproof.cli.inspection import Inspection
from nanproof.fixes.fix import Preferences

Groups = Mapping[str, Sequence[str]]


def recalled(
    folder: Path | None, preferences: Preferences, groups: Groups, afresh: Callable[[Groups], Iterator[Inspection]]
) -> Generator[Inspection, None, None]:
    """Inspect files by root, in order, each `afresh` of which a cache's folder knows nothing; None: there is none."""
    if folder is None:
        yield from afresh(groups)
        return
    from nanproof.cache.recalled import Cache, Recalled

    cache = Cache(folder, preferences)
    projects = {root: cache.of(root, paths) for root, paths in groups.items()}
    new = {root: [path for path in paths if path not in projects[root].known] for root, paths in groups.items()}
    inspections = afresh({root: paths for root, paths in new.items() if paths})
    for root, paths in groups.items():
        found: list[Recalled] = []
        try:
            for path in paths:
                records = projects[root].known.get(path)
                result = Inspection(path, records) if records is not None else next(inspections, None)
                if result is None:
                    break  # a process was killed
                if result.basis is not None and not result.unseen:
                    found.append(Recalled(path, result.digest, result.records, result.basis))
                yield result
        finally:
            projects[root].keep(found)
