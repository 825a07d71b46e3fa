"""From the bytes of a log to what it says of a NaN, or to a sentence why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterable

from nanproof.searches.world import SearchError
from nanproof.traces.log import LogReader
from nanproof.traces.report import Report

READS = (
    "it reads what PyTorch's anomaly mode, JAX's debug_nans and checkify, TensorFlow's check_numerics, Keras, NumPy's"
    " warnings, loss scalers and tracebacks print"
)
_PACKED = {b"\x1f\x8b": "gzip", b"PK\x03\x04": "zip", b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"\x28\xb5\x2f\xfd": "zstd"}


def read(name: str, pieces: Iterable[bytes]) -> Report:
    """Return what a log says that comes in pieces, however long it is; raises SearchError."""
    reader, size = LogReader(), 0
    for piece in pieces:
        packed = next((kind for mark, kind in _PACKED.items() if not size and piece.startswith(mark)), "")
        if packed:
            raise SearchError(f"{name} is packed ({packed}): unpack it first, as in zcat {name} | nanproof trace")
        size += len(piece)
        reader.feed(piece)
    report = reader.report()
    if not size:
        raise SearchError(f"{name} is empty: {READS}")
    if not report.is_text and not report.events:
        raise SearchError(f"{name} is no text: {READS}")
    return report
