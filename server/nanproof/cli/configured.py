"""What holds for each file that is checked: what the nearest file sets, and the command line over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from nanproof.configuration.configuration import Configuration, merged
from nanproof.configuration.nearest import Nearest, named
from nanproof.configuration.reading import OWN, PROJECT, Layer, Reading
from nanproof.files.paths import absolute
from nanproof.findings.finding import Severity
from nanproof.printed.paths import friendly
from nanproof.printed.record import Record
from nanproof.source.reader import DiskReader

NOTHING = Layer("command line")


class ConfigurationError(Exception):
    """A file that configures nanproof and cannot be read; the text is a sentence with the line."""


class Configurations:
    """The configurations of files: from the nearest file of each, from one that was named, or from none."""

    def __init__(self, command_line: Layer = NOTHING, file: str = "", *, isolated: bool = False) -> None:
        self._command_line = command_line
        self._is_isolated = isolated
        self._nearest = Nearest(DiskReader())
        self._file = file
        self._named = _named(file) if file else None
        self._made: dict[Path, Configuration] = {}
        self._by_file: dict[str, Configuration] = {}

    def of(self, path: str) -> Configuration:
        """Return what holds for a file; raises ConfigurationError. Files with one source share one object."""
        folder = Path(path).parent
        if folder not in self._made:
            self._made[folder] = self._merged(folder)
        return self._made[folder]

    def anew(self) -> Configurations:
        """Return what holds now that files may have changed."""
        return Configurations(self._command_line, self._file, isolated=self._is_isolated)

    def may_rest_on(self, folder: Path) -> Iterator[Path]:
        """Yield the files outside of a folder that may configure what is in it."""
        if self._file:
            yield Path(self._file)
        yield from (around / name for around in folder.parents for name in (OWN, PROJECT))

    def leaves_out_folder(self, path: str) -> bool:
        """Say whether a folder is not to be entered; raises ConfigurationError."""
        return self.of(path).leaves_out_folder(path)

    def shown(self, path: str, records: Sequence[Record], level: Severity | None = None) -> list[Record]:
        """Return the findings of a file that are asked for, at a level in the place of its own, with their severity."""
        if not records:
            return []
        own = self.of(path).selection(path)
        selection = replace(own, level=level or own.level)
        return [
            replace(each, severity=selection.severity(each.code, each.severity))
            for each in records
            if selection.shows(each.code, each.severity, each.about)
        ]

    def _merged(self, folder: Path) -> Configuration:
        reading = self._named or (None if self._is_isolated else self._nearest.of(str(folder)))
        layer = _sound(reading) if reading is not None else None
        key = layer.origin if layer is not None else ""
        if key not in self._by_file:
            self._by_file[key] = merged((*([layer] if layer is not None else []), self._command_line))
        return self._by_file[key]


def _named(file: str) -> Reading:
    reading = named(absolute(file), DiskReader())
    if reading is None:
        raise ConfigurationError(f"{friendly(absolute(file))} cannot be read, or has no table tool.nanproof")
    return reading


def _sound(reading: Reading) -> Layer:
    for fault in reading.faults:
        raise ConfigurationError(fault.at(friendly(reading.layer.origin)))
    return reading.layer
