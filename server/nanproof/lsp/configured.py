"""What holds for each document: what its nearest file sets, and what the editor sets over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from nanproof.configuration.configuration import Configuration, merged
from nanproof.configuration.nearest import Nearest
from nanproof.configuration.reading import OWN, PROJECT, Layer, Reading
from nanproof.findings.finding import Severity
from nanproof.lsp.known import Known
from nanproof.lsp.settings import Options, Settings, settings_from
from nanproof.lsp.uri import innermost
from nanproof.source.reader import DiskReader

FILES = (OWN, PROJECT)
# Where a hint is dimmed and in nobody's way, it is shown.
_OF_EDITORS = Layer("default of editors", "", {"level": Severity.HINT.value})


class Configured:
    """The configurations of documents. A file that is broken leaves the last one that was not, and is told of once."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self.known = Known(tell)
        self._nearest = Nearest(DiskReader())
        self._made: dict[PurePath, Configuration] = {}
        self._good: dict[str, Layer] = {}
        self._told: dict[str, str] = {}
        self.options = Options()
        self.by_folder: dict[str, Options] = {}

    @property
    def faults(self) -> tuple[str, ...]:
        """What the editor sets and nobody can read, each once."""
        return tuple(dict.fromkeys(each for set_ in (self.options, *self.by_folder.values()) for each in set_.faults))

    def of(self, path: str) -> Configuration:
        """Return what holds for a document; files are read when one of their folder is first asked for."""
        folder = PurePath(path).parent
        if folder not in self._made:
            reading = self._nearest.of(str(folder)) if folder.is_absolute() else None
            layer = self._last_good(reading) if reading is not None else Layer("no file")
            self._made[folder] = merged((_OF_EDITORS, layer, self.options.layer, *self._of_folder(folder)))
        return self._made[folder]

    def _of_folder(self, folder: PurePath) -> tuple[Layer, ...]:
        """Return what the editor sets for the innermost workspace folder."""
        around = innermost(self.by_folder, folder)
        return (replace(self.by_folder[around].layer, folder=around),) if around is not None else ()

    def file_of(self, path: str) -> str | None:
        """Return the path of the file that configures a document, None where there is none."""
        reading = self._nearest.of(str(PurePath(path).parent))
        return reading.layer.origin if reading is not None else None

    def is_set_by_editor(self, path: str, key: str) -> bool:
        """Say whether the editor sets a key for a document: then no file's value counts."""
        layers = (self.options.layer, *self._of_folder(PurePath(path).parent))
        return any(key in layer.values for layer in layers)

    def settings(self, path: str) -> Settings:
        """Return what the analysis of a document goes by."""
        return settings_from(self.of(path))

    def forget(self) -> None:
        """Read the files anew from now on: they may have changed."""
        self._nearest.forget()
        self._made.clear()

    def _last_good(self, reading: Reading) -> Layer:
        origin = reading.layer.origin
        if not reading.faults:
            self._told.pop(origin, None)
            self._good[origin] = reading.layer
            return reading.layer
        said = reading.faults[0].at(origin)
        if self._told.get(origin) != said:
            self._told[origin] = said
            self._tell(f"nanproof goes on with the last good configuration, because {said}.")
        return self._good.get(origin, Layer(origin))
