"""Which releases of each framework a project uses: what is true of some releases only is told accordingly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from reprlib import repr as shortened
from types import MappingProxyType

from packaging.specifiers import SpecifierSet

FRAMEWORKS = MappingProxyType(
    {"jax": "JAX", "keras": "Keras", "numpy": "NumPy", "tensorflow": "TensorFlow", "torch": "PyTorch"}
)
"""The frameworks that have releases, and their titles. A test compares them with the catalogue's."""

_NAMES = MappingProxyType({spelt.casefold(): name for name, title in FRAMEWORKS.items() for spelt in (name, title)})
_NEXT_NAME = re.compile(r",\s*(?=[A-Za-z])")
_NAME = re.compile(r"\s*([A-Za-z]*)(.*)", re.DOTALL)


class Share(Enum):
    """How many of the releases that a project uses are meant."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases that a project uses, by framework: of one that is not named, all that are supported."""

    ranges: tuple[tuple[str, SpecifierSet], ...] = ()

    def before(self, framework: str, release: str) -> Share:
        """Say how many of the releases of a framework come before one, where one before it is supported."""
        used = dict(self.ranges).get(framework, SpecifierSet())
        if (used & SpecifierSet(f"<{release}")).is_unsatisfiable():
            return Share.NONE
        return Share.ALL if (used & SpecifierSet(f">={release}")).is_unsatisfiable() else Share.SOME


ALL = Releases()


def read(named: Iterable[tuple[object, object]]) -> tuple[Releases, tuple[str, ...]]:
    """Read ranges of releases, each with its framework: `("torch", ">=2.14")`; of several for one all must hold.

    Returns what can be read, and a sentence for each that cannot.
    """
    ranges: dict[str, SpecifierSet] = {}
    faults: list[str] = []
    for spelt, written in named:
        framework = _NAMES.get(spelt.strip().casefold()) if isinstance(spelt, str) else None
        if framework is None:
            faults.append(f"{shortened(spelt)} is no framework that nanproof knows: {', '.join(FRAMEWORKS)}")
            continue
        asked = _range(written)
        if asked is None:
            example = f"write it as in '{framework}>=2.14' or '{framework}>=2.13,<3'"
            faults.append(f"{shortened(written)} is no range of releases; {example}")
            continue
        together = ranges.get(framework, SpecifierSet()) & asked
        if together.is_unsatisfiable():
            faults.append(f"no release of {FRAMEWORKS[framework]} is {shortened(str(together))}")
            continue
        ranges[framework] = together
    return Releases(tuple(sorted(ranges.items(), key=lambda pair: pair[0]))), tuple(faults)


def _range(written: object) -> SpecifierSet | None:
    if not isinstance(written, str):
        return None
    try:
        asked = SpecifierSet(written)
        asked.is_unsatisfiable()  # only now its numbers are read
    except ValueError:  # it is malformed, or has a number of thousands of digits
        return None
    return asked


def named_in(text: str) -> list[tuple[str, str]]:
    """Take apart what stands on one line, `torch>=2.13,<3,jax<0.5`: each framework with its range, not yet read."""
    found = (_NAME.fullmatch(each) for each in _NEXT_NAME.split(text))
    return [(each[1], each[2].strip()) for each in found if each is not None]
