"""`fuzz.py soak`: the memory and the open files of a server, over many edits and many documents.

Both series are printed. Flat is what hardly grows once everything was used for the first time: a line is drawn through
the second half of a series, and over it the line must rise by less than a tenth of the memory, which Python takes some
megabytes of at a time; the fewest descriptors of the second half must be no more than the fewest of the first, as now
and then a file is just being read.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression

from fuzzing.author import Author
from fuzzing.corpus import Corpus, corpus_of, project_of
from fuzzing.editor import Editor, Habits
from fuzzing.text_model import difference
from fuzzing.wire import Wire

MOST_GROWTH = 0.1  # of the memory, over the second half of a series
_SAMPLES = 20


@dataclass(frozen=True, slots=True)
class Sample:
    """What a server held after so many steps."""

    steps: int
    memory: int
    descriptors: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--edits", type=int, default=10_000, help="how many (default: 10000)")
    parser.add_argument("--documents", type=int, default=300, help="how many are opened and closed (default: 300)")


def run(asked: argparse.Namespace) -> int:
    corpus, chance = corpus_of(asked.corpus), random.Random(asked.seed)
    is_flat = True
    for unit, number, steps in (("edits", asked.edits, _edit), ("documents", asked.documents, _open_and_close)):
        series = _series(chance, corpus, number, steps)
        is_flat &= _told(unit, series)
    return int(not is_flat)


def _series(
    chance: random.Random,
    corpus: Corpus,
    number: int,
    steps: Callable[[random.Random, Corpus, Editor, int], Iterator[int]],
) -> list[Sample]:
    """Start a server and take samples of it, each when it has said what it has to say."""
    files, series = project_of(chance, corpus, 3), list[Sample]()
    with tempfile.TemporaryDirectory(prefix="fuzzed") as folder:
        root = Path(folder).resolve()
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(text.encode("utf-8", "replace"))
        editor = Editor(root, Wire(root), Habits())
        try:
            editor.greet()
            for name in files:
                editor.do(("open", name, None))
            for done in steps(chance, corpus, editor, number):
                if done >= len(series) * number / _SAMPLES:
                    editor.settle()
                    series.append(Sample(done, editor.wire.memory(), editor.wire.descriptors()))
            editor.leave()
        finally:
            editor.wire.close()
    return series


def _edit(chance: random.Random, corpus: Corpus, editor: Editor, number: int) -> Iterator[int]:
    """Edit the open documents; what grows is the server, so each text is put back where it began now and then."""
    first = {name: opened.text for name, opened in editor.documents.items()}
    authors = {name: Author(chance, corpus.lines) for name in first}
    while editor.edits < number:
        name = chance.choice(list(first))
        text = editor.documents[name].text
        made = difference(text, first[name]) if chance.random() < 0.05 else authors[name].edit(text)
        editor.do(("change", name, (1, [(made.start, made.stop, made.text)])))
        if editor.edits % 5 == 0:
            editor.settle()
        yield editor.edits


def _open_and_close(chance: random.Random, corpus: Corpus, editor: Editor, number: int) -> Iterator[int]:
    """Open documents that were never open before, ask about them, edit and close them."""
    for done in range(1, number + 1):
        name = f"new{done}.py"
        text = "\n".join(chance.choices(corpus.texts, k=2))
        (editor.root / name).write_text(text, "utf-8")
        editor.do(("open", name, None))
        editor.do(("hover", name, (chance.randrange(len(text)), False)))
        made = Author(chance, corpus.lines).edit(text)
        editor.do(("change", name, (1, [(made.start, made.stop, made.text)])))
        editor.settle()
        (editor.root / name).unlink()  # else the project itself grows, and with it what must be known of it
        editor.do(("close", name, None))
        yield done


def _told(unit: str, series: Sequence[Sample]) -> bool:
    """Print a series; say whether it is flat."""
    print(f"| {unit} | memory | descriptors |\n|---|---|---|")
    for each in series:
        print(f"| {each.steps:,} | {each.memory / 1e6:.1f} MB | {each.descriptors} |")
    late = series[len(series) // 2 :]
    slope, start = linear_regression([each.steps for each in late], [each.memory for each in late])
    growth = slope * (late[-1].steps - late[0].steps) / (start + slope * late[0].steps)
    opened = min(each.descriptors for each in late) - min(each.descriptors for each in series[: len(series) // 2])
    is_flat = growth < MOST_GROWTH and opened <= 0
    print(
        f"\nsecond half: {slope * 1_000 / 1e6:+.2f} MB for 1,000 {unit}, {growth:+.1%} in all "
        f"(limit {MOST_GROWTH:.0%}), {opened:+d} descriptors: {'flat' if is_flat else 'GROWS'}\n",
        flush=True,
    )
    return is_flat
