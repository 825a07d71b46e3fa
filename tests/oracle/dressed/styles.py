"""The styles: how a fault is dressed in real repositories, read from `styles.txt`, which explains them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.oracle.dressed.faults import FRAMEWORKS

_TEXT = Path(__file__).with_name("styles.txt")
_IMPORT = re.compile(r"(?:from|import) .*\n")


@dataclass(frozen=True)
class Style:
    """A way of writing a fault down; `above` are imports that it needs besides the framework's."""

    name: str
    body: str
    frameworks: tuple[str, ...]
    above: str
    is_compiled: bool
    is_half: bool
    is_split: bool


def _read(section: str) -> Style:
    head, _, body = section.partition("\n")
    name, frameworks, words, *_ = [each.strip() for each in (*head.split("|"), "", "")]
    above = ""
    while (line := _IMPORT.match(body)) is not None:
        above, body = above + line[0], body[line.end() :]
    chosen = tuple(frameworks.split(", ")) if frameworks else FRAMEWORKS
    said = set(words.split())
    return Style(name, body.strip("\n") + "\n", chosen, above, "compiled" in said, "half" in said, "split" in said)


STYLES = tuple(_read(each) for each in _TEXT.read_text(encoding="utf-8").split("\n## ")[1:])
