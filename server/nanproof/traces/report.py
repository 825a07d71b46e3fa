"""What a log says of a NaN, as data: who noticed it, in which operation, and on which lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Trouble(Enum):
    """What was NaN or infinite where the framework noticed it."""

    VALUE = "value"
    GRADIENT = "gradient"
    UNKNOWN = "unknown"


class Stack(Enum):
    """Which frames a message means: those before it, those after it, or none."""

    BEFORE = "before"
    AFTER = "after"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class LogFrame:
    """A line of a program as a log names it; `text` is its source where the log shows that.

    `cell` is what IPython counted when it ran a cell; the line is one of that cell then.
    """

    path: str
    line: int
    function: str = ""
    text: str = ""
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What one line of a log says of a NaN, as a framework's reader understands it.

    `operation` is spelt as the framework spells it. What is `vague` names a training run and no line of it. A message
    that `completes` the one before it speaks of the same: it only adds what that one lacks. One that is `sure` says
    that the operation itself made the NaN.
    """

    framework: str
    trouble: Trouble
    operation: str = ""
    stack: Stack = Stack.BEFORE
    frame: LogFrame | None = None
    vague: bool = False
    completes: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A message with the frames that belong to it, the innermost last, and the number of its line in the log.

    `sentence` is the line as it stands in the log, `channel` the rank of a distributed run that wrote it.
    """

    framework: str
    trouble: Trouble
    operation: str
    frames: tuple[LogFrame, ...]
    at: int
    sentence: str
    channel: str = ""
    vague: bool = False
    sure: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What is the same where the same trouble is told again, by another rank or in the next step."""
        last = [(each.path, each.line) for each in self.frames[-1:]]
        return self.framework, self.trouble, self.operation, *last, self.vague


@dataclass(frozen=True, slots=True)
class Report:
    """What a whole log says: its events in order, each once; how many lines it has, and whether it is text at all.

    `ended_by` is the last exception of which nothing says that it has to do with a NaN.
    """

    events: tuple[Event, ...]
    lines: int
    is_text: bool = True
    ended_by: str = ""
