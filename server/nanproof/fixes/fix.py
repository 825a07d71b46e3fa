"""A proposed edit, what it promises and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nanproof.declarations import Declared
from nanproof.releases import ALL, Releases
from nanproof.source.span import TextEdit


class Applicability(Enum):
    """How far an edit may be trusted, in the sense of ruff's fix applicability."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Way(Enum):
    """How an edit keeps a value finite: by a function that never leaves the domain, by a mask, or otherwise."""

    STABLE = "stable"
    MASK = "mask"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person wants: `prefer` says which fix to take where there are several that are safe.

    `releases` are those of the frameworks that the project uses: what only others do is neither reported nor mended.
    `default_dtype` is that of tensors where no code says another; empty: the framework's own. `declared` is what is
    believed of the project's own functions.
    """

    prefer: Way = Way.STABLE
    releases: Releases = ALL
    default_dtype: str = ""
    declared: Declared = ()


USUAL = Preferences()


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend one finding.

    `title` names the edit as a menu shows it, `reason` says in one sentence why it works, `result` is the
    mended operation as it will stand in the source. At most one fix of a finding is `preferred`; of those that
    may be, the registry chooses by their `way`. One that `suppresses` mends nothing: it silences the finding.
    `lead` introduces the result in the terminal: `mask it`, `write`. `introduces` is a name that the edits bind,
    which another fix must not bind as well. `placeholder` is a number in the edits that is the person's to choose.
    """

    title: str
    reason: str
    result: str
    applicability: Applicability
    edits: tuple[TextEdit, ...]
    preferred: bool = False
    suppresses: bool = False
    lead: str = ""
    introduces: str = ""
    way: Way = Way.MASK
    placeholder: str = ""

    @property
    def binding(self) -> TextEdit | None:
        """The edit that binds the name which the fix introduces.

        Two fixes that bind one name, each for its own value, cannot both be applied.
        """
        bound = f"{self.introduces} = "
        return next((edit for edit in self.edits if self.introduces and edit.text.startswith(bound)), None)
