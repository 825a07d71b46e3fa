"""The faults that change nothing that can be seen, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import tomli

from mutation.sites import Fault

FILE = Path(__file__).with_name("equivalent.toml")


@dataclass(frozen=True)
class Equivalents:
    """The entries of `equivalent.toml`, by the name of the fault."""

    reasons: dict[str, str]

    @classmethod
    def read(cls) -> Equivalents:
        entries = tomli.loads(FILE.read_text(encoding="utf-8")).get("fault", [])
        return cls({entry["name"]: entry["reason"] for entry in entries})

    def reason(self, fault: Fault) -> str:
        """Return why a fault cannot be noticed; nothing where it can be."""
        return self.reasons.get(fault.name, "")

    def gone(self, names: set[str]) -> list[str]:
        """Return the entries that name no fault any more."""
        return sorted(set(self.reasons) - names)
