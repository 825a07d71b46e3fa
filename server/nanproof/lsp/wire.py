"""What the server and its analyst, the process that analyses, tell each other: plain values, in the client's units.

They travel as pickles over the pipes between the two, which nobody else can write to. Nothing here knows the protocol
of the editor, whose types take longer to import than the analysis.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from typing import IO, TypeAlias

from nanproof.configuration.selection import Selection
from nanproof.findings.finding import Severity
from nanproof.lsp.settings import Settings
from nanproof.source.notebook import Notebook
from nanproof.source.positions import Encoding, Position
from nanproof.source.span import TextEdit


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where something begins and ends."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way of a value, in a file."""

    message: str
    path: str
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Edit:
    """A text to put in the place of a stretch."""

    stretch: Stretch
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A fix that a person may apply; one that is `automatic` may be applied without asking.

    `placeholder` is a number in the edits that is the person's to choose. One that `silences` mends nothing. One that
    `introduces` a name binds it `bound_at` a byte of the text, if it does not find it bound.
    """

    title: str
    result: str
    edits: tuple[Edit, ...]
    is_safe: bool
    preferred: bool
    automatic: bool
    placeholder: str = ""
    silences: bool = False
    introduces: str = ""
    bound_at: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A finding, its way and its repairs. `value` is what its operand can be, as people write it.

    What `is_unnecessary` can go: it does nothing. The `mark` tells it from the others of its file, wherever it stands.
    """

    code: str
    severity: Severity
    message: str
    stretch: Stretch
    operand: Stretch
    value: str
    steps: tuple[Step, ...]
    repairs: tuple[Repair, ...]
    url: str | None
    is_unnecessary: bool = False
    about: tuple[str, Severity] | None = None
    mark: str = ""

    def way(self, path: str) -> tuple[Step, ...]:
        """Return the steps to a finding of the file at a path, without those that stand where it stands itself."""
        return tuple(step for step in self.steps if (step.path, step.stretch) != (path, self.stretch))


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a document. `unseen` are the first and last lines, from 1, of what a budget left out.

    Some of it would be looked at if it were asked again, where that `may_go_on`; what `is_provisional` was found before
    the last key.
    """

    reports: tuple[Report, ...]
    unseen: tuple[tuple[int, int], ...] = ()
    may_go_on: bool = False
    is_provisional: bool = False


@dataclass(frozen=True, slots=True)
class Described:
    """What is to be shown over a stretch; below an editor's own text about a finding with the `code`, the `rest`."""

    stretch: Stretch
    markdown: str
    code: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """The edits that all safe fixes of a text are together; of a notebook's program the whole text and its borders."""

    edits: tuple[Edit, ...] = ()
    program: str = ""
    borders: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """The text of a document that the analyst does not have yet."""

    key: str
    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Edited:
    """What changed in a document since the analyst was last told of it."""

    key: str
    edit: TextEdit


@dataclass(frozen=True, slots=True)
class Closed:
    """A document that is open no more."""

    key: str


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search came to: its suspects as a JSON array, what a terminal tells, a sentence, and the complaints.

    `places` are where the suspects stand, each with its file, of a notebook in its program. A search that `failed`
    could not be made, and the sentence says why.
    """

    suspects: str = "[]"
    places: tuple[tuple[str, Stretch], ...] = ()
    text: str = ""
    message: str = ""
    complaints: tuple[str, ...] = ()
    failed: bool = False


News: TypeAlias = Whole | Edited | Closed


@dataclass(frozen=True, slots=True)
class Load:
    """Load the analysis for a folder."""

    root: str | None


@dataclass(frozen=True, slots=True)
class Examine:
    """Look at a document; anew where a budget ended.

    In a later round than 0 it goes on with what had to wait, and may take twice what it might in the one before: a
    cold jedi reads whole files at once, and on a slow machine one of them takes longer than a first round may. One that
    `hurries`, behind a key, is answered before it is felt.
    """

    root: str | None
    key: str
    anew: bool = False
    round: int = 0
    hurries: bool = False


@dataclass(frozen=True, slots=True)
class Files:
    """Name the Python files of some folders."""

    roots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExamineFile:
    """Look at a file that is not open."""

    root: str | None
    path: str


@dataclass(frozen=True, slots=True)
class Mend:
    """Make all safe fixes of what is selected in an open document, or in the file at a path, until none is left.

    `borders` are those of an open notebook's cells in its program.
    """

    root: str | None
    path: str
    key: str | None
    selection: Selection
    borders: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Describe:
    """Say what is known of the operation at a byte offset."""

    root: str | None
    key: str
    offset: int


@dataclass(frozen=True, slots=True)
class Write:
    """Write the whole report of the finding of a rule that begins at a place, in the client's units.

    The document may be the program of a notebook.
    """

    root: str | None
    key: str
    code: str
    start: Position
    notebook: Notebook | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """Look for what makes a loss NaN: from entries, or from what a log says. For an analyst that does nothing else.

    What the editor sets over the files that configure is `set`, key by key, and in some folders `set_by_folder`.
    """

    entries: tuple[str, ...]
    log: str | None = None
    set: dict[str, object] = field(default_factory=dict)
    set_by_folder: tuple[tuple[str, dict[str, object]], ...] = ()


@dataclass(frozen=True, slots=True)
class Affected:
    """Say which documents examined lately rest on some files, whose texts changed or which were `written`."""

    paths: tuple[str, ...]
    written: bool


Asked: TypeAlias = Load | Examine | ExamineFile | Mend | Files | Describe | Write | Search | Affected
Value: TypeAlias = Examined | Mended | Described | Searched | str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Terms:
    """How the client counts columns, and what the person at it wishes."""

    encoding: Encoding = Encoding.UTF16
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what has happened to the open documents before it."""

    number: int
    news: tuple[News, ...]
    asked: Asked
    terms: Terms


@dataclass(frozen=True, slots=True)
class Interrupt:
    """Word that nobody waits for the answer to a question any more."""

    number: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question; `failure` says what went wrong in nanproof, if anything did."""

    number: int
    value: Value = None
    failure: str = ""
    was_withdrawn: bool = False


def write(stream: IO[bytes], message: Question | Interrupt | Answer) -> None:
    """Write a message as a whole. Raises OSError or ValueError when the other side is gone."""
    stream.write(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
    stream.flush()


def read(stream: IO[bytes]) -> object:
    """Read the next message; EOFError when the other side is gone."""
    return pickle.load(stream)
