"""`fuzz.py server`: edits, saves, closes, disk and settings through a real server, against a fresh analysis."""

from __future__ import annotations

import argparse
import ast
import json
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from pathlib import Path
from pprint import pformat

from fuzzing.author import Author
from fuzzing.corpus import Corpus, corpus_of, project_of
from fuzzing.disagreement import Disagreement, reduced
from fuzzing.editor import Editor, Habits, Step
from fuzzing.in_process import MENDED
from fuzzing.tally import Tally
from fuzzing.text_model import ENCODINGS, difference, edited
from fuzzing.wire import Wire

EDITS = 800  # through one server, which then begins with other files
_SETTINGS: tuple[object, ...] = (
    None,
    {},
    {"nanproof": None},
    {"nanproof": {"unknown": True}},
    [],
    {"nanproof": 3},
    {"editor": {"a": 1}},
)
_CALLED = re.compile(r"[A-Za-z_]\w*[ \t]*\(")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--edits", type=int, default=5_000, help="how many (default: 5000)")
    parser.add_argument(
        "--strict",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="compare all open documents once the server is quiet, not only one that was edited just now (default)",
    )
    parser.add_argument("--replay", type=Path, metavar="FILE", help="do kept steps again, and nothing else")


def run(asked: argparse.Namespace) -> int:
    if asked.replay is not None:
        held = ast.literal_eval(asked.replay.read_text("utf-8"))
        failure = replayed(Habits(*held["habits"]), held["start"], held["steps"])
        print(failure or "no disagreement")
        return int(failure is not None)
    corpus, tally = corpus_of(asked.corpus), Tally("edits", asked.edits)
    compared, session = 0, asked.session or 0
    while tally.done < asked.edits and tally.failures < asked.failures:
        edits, comparisons = _session(tally, asked, session, corpus, min(EDITS, asked.edits - tally.done))
        tally.add(edits)
        compared += comparisons
        session += 1
        if asked.session is not None:
            break
    how = "all open documents" if asked.strict else "one document"
    return tally.close(f"{session} servers from seed {asked.seed}, {how} compared {compared:,} times")


def _session(tally: Tally, asked: argparse.Namespace, session: int, corpus: Corpus, most: int) -> tuple[int, int]:
    """Run one server; return how many edits it got, and how often was compared."""
    chance = random.Random(f"{asked.seed}:{session}")
    encoding = ENCODINGS[session % len(ENCODINGS)]
    habits = Habits(encoding, chance.random() < 0.5, chance.random() < 0.5, asked.strict)
    files, since = project_of(chance, corpus, 2), list[Step]()
    start: tuple[dict[str, str], dict[str, str]] = (files, {})
    with tempfile.TemporaryDirectory(prefix="fuzzed") as folder:
        editor = _seated(Path(folder).resolve(), files, habits)
        try:
            editor.greet()
            for step in steps_of(chance, corpus, editor, list(files), most):
                since.append(step)
                editor.do(step)
                if step[0] == "compare":
                    start, since = _as_it_is(editor, list(files)), []
            editor.leave()
        except Disagreement as failure:
            editor.wire.close()
            _tell(tally, failure, asked, session, habits, start, since)
        finally:
            editor.wire.close()
        return editor.edits, editor.compared


def _seated(root: Path, files: dict[str, str], habits: Habits) -> Editor:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "replace"))
    return Editor(root, Wire(root), habits)


def _as_it_is(editor: Editor, names: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the files on the disk and the texts that are open."""
    files = {name: (editor.root / name).read_bytes().decode("utf-8") for name in names}
    return files, {name: opened.text for name, opened in editor.documents.items()}


def replayed(
    habits: Habits, start: tuple[dict[str, str], dict[str, str]], steps: Sequence[Step]
) -> Disagreement | None:
    """Do some steps at a new server; return where they disagree."""
    files, opened = start
    with tempfile.TemporaryDirectory(prefix="fuzzed") as folder:
        editor = _seated(Path(folder).resolve(), files, habits)
        try:
            editor.greet()
            for name, text in opened.items():
                editor.do(("open", name, text))
            for step in steps:
                editor.do(step)
            editor.leave()
        except Disagreement as failure:
            return failure
        finally:
            editor.wire.close()
    return None


def _tell(
    tally: Tally,
    failure: Disagreement,
    asked: argparse.Namespace,
    session: int,
    habits: Habits,
    start: tuple[dict[str, str], dict[str, str]],
    since: Sequence[Step],
) -> None:
    def fails(fewer: Sequence[Step]) -> bool:
        again = replayed(habits, start, fewer)
        return again is not None and again.kind == failure.kind

    again = fails(since) if asked.reduce else False
    fewest = reduced(since, fails, asked.reduce) if again else since
    path = asked.out / f"server-{asked.seed}-{session}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(pformat({"habits": astuple(habits), "start": start, "steps": list(fewest)}, width=120), "utf-8")
    strict = "" if asked.strict else " --no-strict"
    seen = "fail again" if again else "do not fail again: it needs more than these, or luck"
    tally.fail(
        failure,
        f"fuzz.py server --seed {asked.seed} --session {session}{strict}",
        f"fuzz.py server --replay {path}  ({len(fewest)} of the {len(since)} steps since all was well, which {seen})",
    )


def steps_of(chance: random.Random, corpus: Corpus, editor: Editor, names: Sequence[str], most: int) -> Iterator[Step]:
    """Yield what an editor does until it has made so many edits, and compare at the end."""
    authors = {name: Author(chance, corpus.lines) for name in names}
    for name in names[:3]:
        yield "open", name, None
    while editor.edits < most:
        yield _next(chance, editor, names, authors)
    yield "compare", chance.choice(list(editor.documents)), None


def _next(chance: random.Random, editor: Editor, names: Sequence[str], authors: dict[str, Author]) -> Step:
    opened, closed = list(editor.documents), [name for name in names if name not in editor.documents]
    kind = chance.choices(_KINDS, _WEIGHTS)[0]
    if closed and (not opened or kind == "open"):
        return "open", chance.choice(closed), None
    name = chance.choice(opened)
    text = editor.documents[name].text
    if kind in ("change", "whole") and editor.is_broken(name) and chance.random() < MENDED:
        mended = difference(text, editor.sound[name])
        return "change", name, (1, [(mended.start, mended.stop, mended.text)])
    match kind:
        case "save" | "wait" | "compare":
            return kind, name, None
        case "close" if len(opened) > 1:
            return kind, name, None
        case "disk":
            other = chance.choice(names)
            return kind, other, _by_another_program(chance, editor, other)
        case "configure":
            return kind, "", json.loads(json.dumps(chance.choice(_SETTINGS)))
        case "hover":
            return kind, name, (chance.randrange(len(text) + 1), chance.random() < 0.3)
        case "actions":
            return kind, name, (chance.randrange(len(text) + 1), chance.randrange(len(text) + 1), chance.random() < 0.3)
        case "whole":
            return kind, name, (_jump(chance), edited(text, authors[name].edit(text)))
        case _:
            return "change", name, (_jump(chance), _edits(chance, authors[name], text))


def _jump(chance: random.Random) -> int:
    return chance.choice((1, 1, 1, 1, 2, 7, 1_000))


def _edits(chance: random.Random, author: Author, text: str) -> list[tuple[int, int, str]]:
    made = []
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        edit = author.edit(text)
        text = edited(text, edit)
        made.append((edit.start, edit.stop, edit.text))
    return made


def _by_another_program(chance: random.Random, editor: Editor, name: str) -> str:
    """Return another text of a file. Where nobody watches, it calls what it called: who calls what is an index."""
    before = (editor.root / name).read_bytes().decode("utf-8")
    author = Author(chance)
    for _ in range(20):
        after = edited(before, author.edit(before)).encode("utf-8", "replace").decode("utf-8")
        if editor.watched or set(_CALLED.findall(after)) == set(_CALLED.findall(before)):
            return after
    return before


_KINDS = ("change", "whole", "save", "close", "open", "disk", "configure", "hover", "actions", "wait", "compare")
_WEIGHTS = (60, 3, 3, 1, 2, 2, 1, 5, 4, 12, 8)
