"""The exact ranges of all transfer functions on some operands, as lines of a text.

The property tests say that an interval holds every result. Here nothing gets wider, loses a point or gains one unseen.

    python -m tests.values.tabled          writes `tabled.txt` anew; read what changed in it
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from nanproof.values.dtype import Arithmetic, DType
from nanproof.values.interval import Interval
from nanproof.values.ranges import UNKNOWN_RANGE, Point, Range, exactly
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS

FILE = Path(__file__).with_name("tabled.txt")
_UNKNOWN, _PICKED = {"?": UNKNOWN_RANGE}, (0.0, 1.0, -1.0, 0.5, 2.0, -3.0, math.inf, -math.inf, math.nan, 1e-30, 100.0)


def _between(low: float, high: float, *points: float) -> Range:
    return Range(Interval(low, high), tuple(Point(each) for each in points))


_EXACT = {f"{each:g}": exactly(each) for each in _PICKED if math.isfinite(each)}
_BETWEEN = {
    "[0, 1] takes 0, 1": _between(0.0, 1.0, 0.0, 1.0),
    "[0, inf] takes 0": _between(0.0, math.inf, 0.0),
    "[1, inf]": _between(1.0, math.inf),
    "[-1, 1] takes -1, 1": _between(-1.0, 1.0, -1.0, 1.0),
    "[-inf, 0]": _between(-math.inf, 0.0),
    "[-2, 3]": _between(-2.0, 3.0),
    "[0.25, 4]": _between(0.25, 4.0),
    "[-inf, inf] takes -1e4, 1e4": _between(-math.inf, math.inf, -1e4, 1e4),
    "[-inf, inf] takes inf, nan": _between(-math.inf, math.inf, math.inf, math.nan),
}
_OPERANDS = {**_UNKNOWN, **_EXACT, **_BETWEEN}
_FEW = {name: _OPERANDS[name] for name in ("?", "0", "2", "-1", *_BETWEEN)}


def lines(*names: str) -> Iterator[tuple[str, str]]:
    """Yield what the result of each transfer is, and where it is another one with half precision or more operands."""
    for name, (written, x) in product(names or sorted(TRANSFERS), _OPERANDS.items()):
        usual = _told(name, DType.FLOAT32, {"x": x})
        yield f"{name} x={written}", usual
        half = _told(name, DType.FLOAT16, {"x": x})
        if half != usual:
            yield f"{name} x={written} float16", half
        for also, roles in _beside(written):
            told = _told(name, DType.FLOAT32, {"x": x, **roles})
            if told != usual:
                yield f"{name} x={written} {also}", told


def read() -> dict[str, str]:
    """Return what the file says of each."""
    written = FILE.read_text(encoding="utf-8").splitlines()
    return dict(line.partition(" -> ")[::2] for line in written)


def _beside(written: str) -> Iterator[tuple[str, dict[str, Range]]]:
    for other, y in _FEW.items() if written in _FEW else ():
        yield f"y={other}", {"y": y}
    for low, high in (("0", "2"), ("-1", "?"), ("?", "1"), ("0.5", "0.5")):
        yield f"low={low} high={high}", {"low": _OPERANDS[low], "high": _OPERANDS[high]}


def _told(name: str, dtype: DType, roles: dict[str, Range]) -> str:
    result = TRANSFERS[name](Operands(roles, Arithmetic(dtype), "it"))
    points = ", ".join(f"{each.value:.9g}" for each in result.points)
    ends = f"[{result.interval.low:.9g}, {result.interval.high:.9g}]"
    return f"{ends}{f' takes {points}' if points else ''}{' or NaN' if result.may_be_nan else ''}"


if __name__ == "__main__":
    FILE.write_text("".join(f"{asked} -> {told}\n" for asked, told in lines()), encoding="utf-8")
