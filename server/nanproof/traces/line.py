"""One line of a log without what terminals, launchers and loggers put around what the program said."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A line that is longer says nothing a reader looks for: base64, a tensor, a progress bar.
LONGEST_LINE = 4_000

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[@-~]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|[()][A-Z0-9])")
_BACKSPACES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]+")
# Who of a distributed run wrote it: torchrun, srun -l, mpirun --tag-output, ray, docker compose, DeepSpeed.
_CHANNEL = re.compile(
    r"\[(?:rank|Rank )?(\d{1,5})\]:[ ]?"
    r"|\[default(\d{1,5})\]:"
    r"|\[\d{1,5},(\d{1,5})\]<std(?:out|err)>:"
    r"|(\d{1,4}): "
    r"|\(([A-Za-z_][\w.]{0,60} pid=\d{1,9}(?:, ip=[\d.]{1,15})?)\)[ ]"
    r"|([A-Za-z][\w.-]{0,60}[-_]\d{1,4})[ ]{0,20}\| "
)
# When: 2024-01-02T03:04:05.123456789Z, 2024-01-02 03:04:05,123, [03:04:05], 01/02/24 03:04:05, Jan  2 03:04:05 a b[1]:
_DAY = r"(?:\d{4}[-/]\d{2}[-/]\d{2}|\d{2}/\d{2}(?:/\d{2,4})?)"
_HOUR = r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?"
_TIME = re.compile(
    rf"\[?(?:{_DAY}[T ])?{_HOUR}(?:Z|[ ]?[+-]\d{{2}}:?\d{{2}})?\]?:?(?: std(?:out|err) [FP](?= ))?(?:[ ]|(?=\Z))"
    r"|[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} [\w.-]{1,60} [\w./-]{1,60}\[\d{1,9}\]: "
)
_LEVEL = re.compile(
    r"(?:\|[ ])?\[?(?:DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL)\]?(?:[ ]{0,9}(?:\||-|:)(?:[ ]|\Z)|[ ]{1,9})"
)
# What an answer to a mail or a comment puts before what it quotes.
_QUOTING = re.compile(r"(?:>[ ]?){1,4}")
# Where VS Code shows a traceback, its lines are links: `[train.py:12](vscode-notebook-cell:...)`.
_LINK = re.compile(r"\[([^\[\]]{1,400})\]\((?:vscode|https?:|file:|command:)[^()\s]{0,1000}\)")


@dataclass(frozen=True, slots=True)
class Line:
    """What a program said on one line, and which process of several did."""

    text: str
    channel: str = ""


def cleaned(raw: str) -> Line:
    """Return a line without colours, time, rank and level; the blanks at its beginning stay."""
    text = raw[:LONGEST_LINE]
    if "\x1b" in text:
        text = _ESCAPES.sub("", text)
    if not text.isprintable():
        text = _BACKSPACES.sub("", text)
    if text.startswith(">"):
        text = _QUOTING.sub("", text, 1)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if text.startswith("\t"):
        text = text.expandtabs(4)
    channel = ""
    for _ in range(3):  # in whichever order they stand
        time = _TIME.match(text)
        if time is not None:
            text = text[time.end() :]
            level = _LEVEL.match(text)
            text = text[level.end() :] if level is not None else text
            continue
        told = _CHANNEL.match(text)
        if told is None:
            break
        channel = channel or told[told.lastindex or 0]
        text = text[told.end() :]
    return Line(text.rstrip(), channel)
