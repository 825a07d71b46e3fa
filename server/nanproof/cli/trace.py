"""`nanproof trace [LOG] [ENTRY...]`: from what a framework printed of a NaN to the line that made it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from nanproof.cli.configured import ConfigurationError, Configurations, limits_of
from nanproof.cli.formats.traces import as_json as as_json_array
from nanproof.cli.output import complain, say
from nanproof.cli.processes import OnDisk
from nanproof.files.discovery import discover
from nanproof.files.loading import load
from nanproof.files.paths import absolute
from nanproof.files.problem import Problem, spoken
from nanproof.files.roots import root_of
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.printed.cells import printable
from nanproof.printed.palette import Palette, wants_colour
from nanproof.printed.paths import friendly
from nanproof.printed.text import as_text, where
from nanproof.printed.traced import place_of, record_of
from nanproof.source.document import Document
from nanproof.source.notebook import SUFFIX as NOTEBOOK
from nanproof.traces.frames import is_installed
from nanproof.traces.log import LogReader
from nanproof.traces.matched import Text, candidates
from nanproof.traces.report import Event, Report
from nanproof.traces.suspected import Suspected
from nanproof.traces.told import headline, to_be_sure, why
from nanproof.watchdog import watchdog

STDIN = "-"
_PIECE = 1 << 20
_MOST_FOLDERS = 20_000  # entries of folders that are looked at
_MOST_FILES = 40  # files that are examined
_PACKED = {b"\x1f\x8b": "gzip", b"PK\x03\x04": "zip", b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"\x28\xb5\x2f\xfd": "zstd"}
_READS = (
    "it reads what PyTorch's anomaly mode, JAX's debug_nans and checkify, TensorFlow's check_numerics, Keras, NumPy's"
    " warnings, loss scalers and tracebacks print"
)


class _UnreadableError(Exception):
    """A log that is none; the text is a sentence."""


def trace(log: str, entries: Sequence[str], named: str = "", *, isolated: bool = False, as_json: bool = False) -> int:
    """Print which lines may have made the NaN of a log, the likeliest first; return the exit code."""
    try:
        report = _report(log)
        texts = _texts(report, entries)
        suspects = _suspects(report, texts, Configurations(file=named, isolated=isolated))
    except (_UnreadableError, ConfigurationError) as error:
        complain(str(error))
        return 2
    if as_json:
        say(f"{as_json_array(suspects)}\n")
    else:
        say("".join(f"{line}\n" for line in _lines(report, suspects, texts)))
    return 1 if suspects else 0


def _report(log: str) -> Report:
    reader = LogReader()
    name = "standard input" if log == STDIN else friendly(absolute(log))
    try:
        if log == STDIN:
            if sys.stdin is None or sys.stdin.isatty():
                raise _UnreadableError(
                    "give the log as a file, or on standard input: python train.py 2>&1 | nanproof trace"
                )
            size = _read(sys.stdin.buffer, reader, name)
        else:
            with Path(log).open("rb") as file:
                size = _read(file, reader, name)
    except (OSError, ValueError) as error:
        sentence = spoken(error) if isinstance(error, OSError) else "this is no path that a file can have"
        raise _UnreadableError(f"{name}: {sentence}") from error
    report = reader.report()
    if not size:
        raise _UnreadableError(f"{name} is empty: {_READS}")
    if not report.is_text and not report.events:
        raise _UnreadableError(f"{name} is no text: {_READS}")
    return report


def _read(file: BinaryIO, reader: LogReader, name: str) -> int:
    size = 0
    while piece := file.read(_PIECE):
        packed = next((kind for mark, kind in _PACKED.items() if not size and piece.startswith(mark)), "")
        if packed:
            raise _UnreadableError(f"{name} is packed ({packed}): unpack it first, as in zcat {name} | nanproof trace")
        size += len(piece)
        reader.feed(piece)
    return size


def _texts(report: Report, entries: Sequence[str]) -> tuple[Text, ...]:
    """Return the files that a log names, those that they name, and for a log that names none all that there are."""
    for entry in entries:
        if not os.path.exists(entry):  # noqa: PTH110 - Path.exists raises for a name that is too long
            raise _UnreadableError(f"{friendly(absolute(entry))}: there is no such file or folder")
    found = list(discover(entries or [os.curdir], most=_MOST_FOLDERS).files)
    frames = [frame for event in report.events for frame in event.frames]
    on_disk = (absolute(each.path) for each in frames if _is_own(each.path))
    paths = list(dict.fromkeys([*found, *(each for each in on_disk if os.path.isfile(each))]))  # noqa: PTH113 - Path.is_file, too
    wanted = dict.fromkeys(path for frame in frames for path in candidates(frame.path, paths)[:3])
    named = [entry for each in entries if (entry := absolute(each)) in paths]
    texts = _loaded([*wanted, *named])
    if not texts:
        return _loaded(paths)
    words = frozenset(word for each in texts for word in each.document.words)
    beside = [each for each in found if Path(each).stem.encode() in words and not each.endswith(NOTEBOOK)]
    return _loaded([*wanted, *named, *beside])


def _is_own(path: str) -> bool:
    return path.endswith((".py", NOTEBOOK)) and not is_installed(path)


def _loaded(paths: Iterable[str]) -> tuple[Text, ...]:
    texts = []
    for path in list(dict.fromkeys(paths))[:_MOST_FILES]:
        source = load(path)
        if not isinstance(source, Problem):
            texts.append(Text(Document.from_text(path, source.text), source.notebook))
    return tuple(texts)


def _suspects(report: Report, texts: Sequence[Text], configurations: Configurations) -> tuple[Suspected, ...]:
    if not report.events or not texts:
        return ()
    from nanproof.catalog import load as load_catalog
    from nanproof.traces.ranked import Ranking

    projects = {}

    def examined(text: Text) -> tuple[Diagnosis, ...]:
        configuration = configurations.of(text.path)
        key = root_of(text.path), configuration.preferences
        if key not in projects:
            projects[key] = OnDisk(configuration.preferences)(key[0])
        examination = projects[key].examine(text.document, watchdog().budget(limits_of(configuration)))
        return tuple(each for each in examination.diagnoses if not each.finding.code.startswith("NAN9"))

    return Ranking(load_catalog(), texts, examined).of(report)


def _lines(report: Report, suspects: Sequence[Suspected], texts: Sequence[Text]) -> Iterator[str]:
    palette = Palette(wants_colour(sys.stdout, os.environ))
    if not report.events:
        ended = f"; it ends with {printable(report.ended_by)}" if report.ended_by else ""
        yield f"The log says nothing of a NaN{ended}: {_READS}."
        return
    for event in _told(report, suspects):
        yield printable(f"{headline(event)}:")
        yield f"  {printable(event.sentence)}"
        yield ""
    for rank, each in enumerate(suspects, 1):
        yield from _suspect(rank, each, palette)
    if not suspects:
        files = ", ".join(friendly(each.path) for each in texts[:3]) or "no file of this folder"
        yield f"No line of it is one of this project ({files}): name the file or folder of the program behind the log."


def _told(report: Report, suspects: Sequence[Suspected]) -> list[Event]:
    """Return the event that the first suspect is of, or the first one."""
    return [suspects[0].event] if suspects else list(report.events[:1])


def _suspect(rank: int, each: Suspected, palette: Palette) -> Iterator[str]:
    record = record_of(each)
    if record is not None:
        first, *rest = list(as_text([record], palette))[:-1]
        yield f"{rank}. {first}"
        yield from rest
    else:
        stretch = place_of(each)
        yield f"{rank}. {palette.paint('path', where(stretch))} named line"
        yield f"   | {printable(stretch.line.strip())}"
    yield f"   {printable(why(each))}."
    sure = to_be_sure(each)
    if sure:
        yield f"   {printable(sure[0].upper() + sure[1:])}."
    yield ""
