"""The dependencies of an answer: all that it was read from, noted while it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from nanproof.source.document import Document

# What asks for a module: its name, its leading dots, and the folder of the file that imports it.
ImportKey = tuple[str, int, str]


@dataclass(slots=True)
class Dependencies:
    """What was read of a document, and of the project's other files.

    `offsets` lie in the pieces that were read; `stretches` are first and last offsets between which all was read, so
    that nothing new may stand there. `names` were looked up in the module, `members` in the class that begins at an
    offset; `calls` wherever they are called, `attributes` wherever they are set, `words` wherever they stand;
    `matches` holds what patterns found first in the whole text, `all_matches` all that they found. Of other files: the
    path that each import led to, the text of each file that was opened (None: there is none), the files that call a
    name, whether a top-level package is the project's own. `is_endless` says that the answer rests on everything, or on
    how much was asked before.
    """

    offsets: set[int] = field(default_factory=set)
    stretches: set[tuple[int, int]] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    members: set[tuple[int, str]] = field(default_factory=set)
    calls: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    matches: dict[re.Pattern[bytes], bytes | None] = field(default_factory=dict)
    all_matches: dict[re.Pattern[bytes], tuple[bytes, ...]] = field(default_factory=dict)
    imports: dict[ImportKey, str | None] = field(default_factory=dict)
    files: dict[str, Document | None] = field(default_factory=dict)
    callers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    packages: dict[str, bool] = field(default_factory=dict)
    is_endless: bool = False

    def name(self, name: str, owner: int | None, found: Iterable[int]) -> None:
        """Note that a name was looked up in the module, or in the class that begins there; and where it is bound."""
        if owner is None:
            self.names.add(name)
        else:
            self.members.add((owner, name))
        self.offsets.update(found)
