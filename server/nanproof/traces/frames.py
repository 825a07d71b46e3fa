"""The frames of a traceback, however Python, IPython, TensorFlow and warnings print them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nanproof.traces.report import LogFrame

# `File "train.py", line 7, in loss`, in a group of exceptions behind `| `.
_PYTHON = re.compile(r'[ |]{0,60}File "([^"]{1,1000})", line (\d{1,9})(?:, in (.{1,200}))?\Z')
# `+ /tmp/train.py (L5) loss`, as TensorFlow's check_numerics prints where an operation was made.
_TENSORFLOW = re.compile(r"[ ]{0,20}\+ (.{1,1000}) \(L(\d{1,9})\) (.{1,200})\Z")
# `/tmp/train.py:8:6 (loss)`, as JAX names what it differentiates.
_JAX = re.compile(r"([^\s:\"][^:\"]{0,1000}\.py|[A-Za-z]:\\[^:\"]{1,1000}\.py):(\d{1,9}):\d{1,6} \((.{1,200})\)\Z")
# `[[node loss/Log (defined at /tmp/train.py:12) ]]`
_DEFINED = re.compile(r"\(defined at (<?[^<>()\"]{1,1000}>?):(\d{1,9})\)")
# `File ~/lib/x.py:12, in f(x)`, `Cell In[7], line 3, in loss(p)`, `Input In [7], in <cell line: 3>()`.
_NEW_IPYTHON = re.compile(r"File ([^\"]{1,1000}):(\d{1,9})(?:, in (.{1,200}))?\Z")
_CELL = re.compile(r"(?:Cell In|Input In |In )\[(\d{1,9})\](?:, line (\d{1,9}))?(?:, in (.{1,200}))?\Z")
# `<ipython-input-7-0a1b> in loss(p)` and `/home/x/train.py in loss(p)`, the line of which is behind an arrow.
_OLD_IPYTHON = re.compile(
    r"(<(?:ipython-input|command)-\d{1,20}[^>]{0,60}>|[~/][^\"<>|:]{0,1000}\.py|[A-Za-z]:\\[^\"<>|]{0,1000}\.py)"
    r" in (.{1,200})\Z"
)
_ARROW = re.compile(r"-{2,20}> ?(\d{1,9})(?: (.{0,400}))?\Z")
_OF_CELL = re.compile(r"[<\\/]ipython-input-(\d{1,5})(?!\d)")
_CELL_LINE = re.compile(r"<cell line: (\d{1,9})>")
_CARETS = re.compile(r"[ |]{0,1000}[~^]{1,1000}\Z")
# `----> 3` shows lines around the one that it means, with their numbers.
_AROUND = re.compile(r"[ ]{1,20}\d{1,9}(?: .{0,1000})?\Z")
# Also where TensorFlow shortens a path: `...packages/tensorflow/python/ops/gen_math_ops.py`.
_INSTALLED = re.compile(
    r"[\\/](?:site|dist)-packages[\\/]|[\\/][Ll]ib(?:64)?[\\/]python\d|<frozen |<string>|<__array_function__"
    r"|\A\.\.\..{0,40}(?:packages|tensorflow|keras|autograph|eager)[\\/]|[\\/]torch[\\/](?:nn|autograd|utils|_)"
)
# Of what JAX differentiates; the innermost line is the first of these.
CALLSTACK = "the code at the top of the callstack"
BEGINNINGS = (
    "Traceback (most recent call last)",
    "defined at (most recent call last)",
    "Traceback of forward call",
    "Original stack trace for",
    "Stack trace of op's creation",
    "Caused by op ",
    CALLSTACK,
)
# Where an operation was written that ran somewhere else: of a graph, or of what is differentiated.
_CREATION = ("Original stack", "creation", "Caused by op ")


@dataclass(frozen=True, slots=True)
class Found:
    """A frame, or what adds to the one before it: its line and text behind an arrow."""

    frame: LogFrame
    awaits_arrow: bool = False


def frame_on(text: str) -> Found | None:
    """Return the frame that a line of a log names."""
    bare = text.lstrip(" |")
    if bare.startswith('File "'):
        return _python(text)
    if bare.startswith("+ ") and "(L" in bare:
        found = _TENSORFLOW.match(text)
        return Found(LogFrame(found[1], int(found[2]), found[3])) if found is not None else None
    if text.startswith("File "):
        found = _NEW_IPYTHON.match(text)
        return Found(LogFrame(found[1], int(found[2]), _name(found[3])), True) if found is not None else None
    if text.startswith(("Cell In[", "Input In [", "In [", "In[")):
        return _cell(text)
    if text.endswith(")") and ".py:" in text:
        found = _JAX.match(text)
        if found is not None:
            return Found(LogFrame(found[1], int(found[2]), found[3]))
    found = _OLD_IPYTHON.match(text) if " in " in text else None
    if found is None:
        return None
    return Found(LogFrame(found[1], 0, _name(found[2]), cell=_number_of_cell(found[1])), True)


def _python(text: str) -> Found | None:
    found = _PYTHON.match(text)
    if found is None:
        return None
    frame = LogFrame(found[1], int(found[2]), (found[3] or "").strip(), cell=_number_of_cell(found[1]))
    return Found(frame)


def _cell(text: str) -> Found | None:
    found = _CELL.match(text.rstrip(":"))
    if found is None:
        return None
    told = _CELL_LINE.search(found[3] or "")
    line = int(found[2] or (told[1] if told is not None else 0))
    return Found(LogFrame(f"<cell {found[1]}>", line, _name(found[3]), cell=int(found[1])), True)


def defined_on(text: str) -> LogFrame | None:
    """Return the line at which a node of a graph was made, as it stands behind the node's name."""
    found = _DEFINED.search(text) if "(defined at " in text else None
    return LogFrame(found[1], int(found[2]), cell=_number_of_cell(found[1])) if found is not None else None


def _number_of_cell(path: str) -> int | None:
    found = _OF_CELL.search(path)
    return int(found[1]) if found is not None else None


def _name(written: str | None) -> str:
    return (written or "").partition("(")[0].strip()


def arrow_on(text: str) -> tuple[int, str] | None:
    """Return the line, and its source, that an arrow of IPython points to."""
    found = _ARROW.match(text) if text.startswith("--") else None
    return (int(found[1]), (found[2] or "").strip()) if found is not None else None


def is_around(text: str) -> bool:
    """Say whether a line shows source around the line that is meant."""
    return _AROUND.match(text) is not None


def are_carets(text: str) -> bool:
    """Say whether a line only underlines the one above it."""
    return _CARETS.match(text) is not None


def begins_frames(text: str) -> bool:
    """Say whether frames follow a line."""
    return any(each in text for each in BEGINNINGS)


def begins_creation(text: str) -> bool:
    """Say whether the frames that follow a line are those where the operation of the last message was written."""
    return any(each in text for each in _CREATION)


def is_installed(path: str) -> bool:
    """Say whether a path is that of an installed package or of Python itself, on whichever machine."""
    return _INSTALLED.search(path) is not None
