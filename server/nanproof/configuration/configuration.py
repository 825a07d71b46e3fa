"""What holds for a file: the layers, of which each overrules those before it, and the answers made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from nanproof.configuration.keys import KEYS
from nanproof.configuration.reading import Layer
from nanproof.configuration.selection import Selection
from nanproof.findings.finding import Severity
from nanproof.fixes.fix import Preferences, Way
from nanproof.source.wildmatch import Glob, glob

DEFAULTS = Layer(
    "default", "", {key.name: key.kind.read(key.default) for key in KEYS.values() if key.default is not None}
)

_ALL = "/**"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What is set, by key, each with the layer that it comes from."""

    set_by: Mapping[str, Layer] = field(default_factory=lambda: dict.fromkeys(DEFAULTS.values, DEFAULTS))

    def get(self, key: str) -> Any:
        """Return the value of a key, None where it has none."""
        layer = self.set_by.get(key)
        return layer.values[key] if layer is not None else None

    @property
    def preferences(self) -> Preferences:
        """What the analysis and the fixes go by."""
        dtype = self.get("default-dtype") or ""
        return Preferences(Way(self.get("prefer")), self.get("versions"), dtype, self.get("functions"))

    def selection(self, path: str) -> Selection:
        """Return which findings of a file are asked for."""
        here = [
            code
            for pattern, codes in self.get("per-file-ignores")
            for code in codes
            if self._is(path, "per-file-ignores", pattern)
        ]
        return Selection(
            Severity(self.get("level")),
            (*self.get("select"), *self.get("extend-select")),
            (*self.get("ignore"), *self.get("extend-ignore")),
            tuple((code, Severity(severity)) for code, severity in self.get("severity")),
            tuple(here),
        )

    @property
    def baseline(self) -> PurePath | None:
        """Where what is lived with is written down; where an editor sets it, from no folder yet."""
        name = self.get("baseline")
        return PurePath(self.set_by["baseline"].folder, name) if name else None

    def leaves_out(self, path: str) -> bool:
        """Say whether a file that is found is not to be checked."""
        include = self.get("include")
        is_included = not include or any(self._is(path, "include", each) for each in include)
        return not is_included or any(self._is(path, "exclude", each) for each in self.get("exclude"))

    def leaves_out_folder(self, path: str) -> bool:
        """Say whether a folder is not to be entered: it is excluded, or all that is in it."""
        # What `tests/**` says of files, `/tests` says of the folder.
        patterns = (f"/{each.removesuffix(_ALL)}" if each.endswith(_ALL) else each for each in self.get("exclude"))
        return any(self._is(path, "exclude", each, is_folder=True) for each in patterns)

    def _is(self, path: str, key: str, pattern: str, *, is_folder: bool = False) -> bool:
        return _matches(pattern, path, self.set_by[key].folder, is_folder=is_folder)


def merged(layers: Iterable[Layer]) -> Configuration:
    """Return what holds where each of some layers overrules those before it, and all of them the defaults."""
    return Configuration({key: layer for layer in (DEFAULTS, *layers) for key in layer.values})


def _matches(pattern: str, path: str, folder: str, *, is_folder: bool) -> bool:
    """Say whether a pattern, as in .gitignore, is about a path or a folder around it below the pattern's own folder."""
    place = PurePath(path)
    if folder and not place.is_relative_to(folder):
        return False
    parts = (place.relative_to(folder) if folder else place).parts
    compiled = _compiled(pattern.strip("/"))
    if compiled is None:
        return False
    is_name = "/" not in pattern.rstrip("/")
    ends = range(1, len(parts) + (is_folder or not pattern.endswith("/")))
    return any(
        compiled.matches((parts[end - 1] if is_name else "/".join(parts[:end])).encode("utf-8", "surrogateescape"))
        for end in ends
    )


@lru_cache(maxsize=500)
def _compiled(pattern: str) -> Glob | None:
    return glob(pattern.encode("utf-8", "surrogatepass"))
