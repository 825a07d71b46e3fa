"""The files that are edited: any folders of Python, by default what nanproof's own tests are about."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fuzzing.phrases import GIVEN, IMPORTS, TAKEN

REPOSITORY = Path(__file__).resolve().parents[2]
USUAL = (REPOSITORY / "examples", REPOSITORY / "tests" / "cases")
LARGEST = 6_000  # bytes: a fuzzer is as fast as its files are small


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts, and single lines of them."""

    texts: tuple[str, ...]
    lines: tuple[str, ...]


def corpus_of(folders: Iterable[Path] = (), largest: int = LARGEST) -> Corpus:
    """Read the Python files of some folders, by their paths; large ones and what is no UTF-8 are left out."""
    paths = sorted(path for folder in list(folders) or USUAL for path in folder.rglob("*.py") if path.is_file())
    texts = tuple(filter(None, (_read(path, largest) for path in paths)))
    if not texts:
        raise SystemExit("there is nothing to edit: name folders with Python files of less than 6 kB")
    lines = {line.strip() for text in texts for line in text.split("\n")}
    return Corpus(texts, tuple(sorted(lines - {""})))


def _read(path: Path, largest: int) -> str | None:
    data = path.read_bytes()
    if len(data) > largest:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


NAMES = ("a.py", "b.py", "c.py", "package/__init__.py", "package/d.py")


def project_of(chance: random.Random, corpus: Corpus, most: int, names: Sequence[str] = NAMES) -> dict[str, str]:
    """Return the files of a project by their paths, each of which imports others and holds some texts of the corpus."""
    modules = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in names]
    files = {}
    for name in names:
        imports = [chance.choice(IMPORTS).format(module=chance.choice(modules)) for _ in range(chance.randrange(1, 4))]
        given, taken = (chance.choices(lines, k=chance.randrange(4)) for lines in (GIVEN, TAKEN))
        head = "".join(("import torch\n", *imports, *given, *taken))
        files[name] = with_line_ends(
            chance, head + "\n".join(chance.choices(corpus.texts, k=chance.randrange(most) + 1))
        )
    return files


def with_line_ends(chance: random.Random, text: str) -> str:
    """Return a text as it is, or with other line ends: all of one kind, or each of another."""
    ends = chance.choices((("",), ("\r\n",), ("\r",), ("\n", "\r\n", "\r")), (6, 2, 1, 1))[0]
    if ends == ("",):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "".join(f"{line}{chance.choice(ends)}" for line in lines[:-1]) + lines[-1]
