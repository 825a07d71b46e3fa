"""Which file configures another one: the nearest `nanproof.toml`, or `pyproject.toml` that speaks of nanproof."""

from __future__ import annotations

from pathlib import PurePath

from nanproof.configuration.reading import OWN, PROJECT, Reading, of_file
from nanproof.source.reader import Reader


class Nearest:
    """Finds the file that is nearest to a folder; what it found in one it knows, until it forgets."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[PurePath, Reading | None] = {}

    def of(self, folder: str) -> Reading | None:
        """Return what the nearest file says, in a folder or around it; None where there is none."""
        passed: list[PurePath] = []
        found: Reading | None = None
        for each in (PurePath(folder), *PurePath(folder).parents):
            if each in self._known:
                found = self._known[each]
                break
            passed.append(each)
            found = self._inside(each)
            if found is not None:
                break
        self._known.update(dict.fromkeys(passed, found))
        return found

    def forget(self) -> None:
        """Look anew from now on."""
        self._known.clear()

    def _inside(self, folder: PurePath) -> Reading | None:
        files = (named(str(folder / name), self._reader) for name in (OWN, PROJECT))
        return next((each for each in files if each is not None), None)


def named(path: str, reader: Reader) -> Reading | None:
    """Return what one file says; None where it cannot be read, or does not speak of nanproof."""
    data = reader.read(path)
    place = PurePath(path)
    return of_file(path, str(place.parent), data, is_project=place.name == PROJECT) if data is not None else None
