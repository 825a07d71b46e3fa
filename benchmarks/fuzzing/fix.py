"""`fuzz.py fix`: `--fix` on variations of files: parses as before, ends, touches nothing else, mends what it says."""

from __future__ import annotations

import argparse
import ast
import random
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from fuzzing.author import Author
from fuzzing.corpus import Corpus, corpus_of, with_line_ends
from fuzzing.disagreement import Disagreement, reduced
from fuzzing.hanging import guarded
from fuzzing.tally import Tally
from fuzzing.terminal import ran
from fuzzing.text_model import edited
from nanproof.analysis import Diagnosis, Project
from nanproof.findings.finding import Severity
from nanproof.fixes import applied
from nanproof.fixes.applied import best_of, errors_in, places
from nanproof.fixes.fix import Fix
from nanproof.source.document import Document
from nanproof.source.reader import DiskReader
from nanproof.source.span import TextEdit

SECONDS = 120  # for one file, which takes less than one
_ARGUMENTS = ((), ("--unsafe-fixes",), ("--level", "information"), ("--unsafe-fixes", "--level", "hint"))
_MARK = b"\xef\xbb\xbf"
_FORM_FEEDS = ("\x0c", "\x0c\n", "# \u2028 \x85\n", "\x0b\n", "# é 😀 e\u0301\n")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--files", type=int, default=1_000, help="how many (default: 1000)")


def run(asked: argparse.Namespace) -> int:
    corpus, tally = corpus_of(asked.corpus), Tally("files", asked.files)
    fixes = 0
    sessions = range(asked.files) if asked.session is None else (asked.session,)
    for session in sessions:
        chance = random.Random(f"{asked.seed}:{session}")
        data, arguments = variation(chance, corpus), chance.choice(_ARGUMENTS)
        try:
            with guarded(SECONDS):
                fixes += fixed_as_promised(data, arguments)
        except Disagreement as failure:
            _tell(tally, failure, asked, session, data, arguments)
        tally.add()
        if tally.failures >= asked.failures:
            break
    return tally.close(f"seed {asked.seed}, {fixes:,} edits applied")


def variation(chance: random.Random, corpus: Corpus) -> bytes:
    """Return a file of the corpus after some edits, most of which leave it sound, in one encoding or another."""
    text = chance.choice(corpus.texts)
    author = Author(chance, corpus.lines)
    for _ in range(chance.choice((0, 2, 5, 12, 25))):
        later = edited(text, author.edit(text))
        if chance.random() < 0.15 or _parses(later.encode("utf-8", "replace")):
            text = later
    if chance.random() < 0.3:
        lines = text.split("\n")
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(_FORM_FEEDS))
        text = "\n".join(lines)
    text = with_line_ends(chance, text).replace("\x00", "")
    match chance.choice(("utf-8", "utf-8", "mark", "latin-1")):
        case "mark":
            return _MARK + text.removeprefix("\ufeff").encode("utf-8", "replace")
        case "latin-1":
            return f"# -*- coding: latin-1 -*-\n{text}".encode("latin-1", "replace")
        case _:
            return text.encode("utf-8", "replace")


@dataclass
class Round:
    """A text and the one that some fixes left of it."""

    before: Document
    after: Document
    fixes: tuple[Fix, ...]


@dataclass
class Rounds:
    """All that was tried on the way, also what was taken back."""

    tried: list[Round] = field(default_factory=list)

    def edited(self, document: Document, fixes: Iterable[Fix]) -> Document:
        """Apply fixes, and remember it."""
        chosen = tuple(fixes)
        after = _EDITED(document, chosen)
        self.tried.append(Round(document, after, chosen))
        return after

    def between(self, before: bytes, after: bytes) -> list[Round]:
        """Return the rounds that lead from one text to another."""
        way: list[Round] = []
        for each in reversed(self.tried):
            wanted = way[-1].before.data if way else after
            if wanted == before:
                break
            if each.after.data == wanted and each.before.data != wanted:
                way.append(each)
        if (way[-1].before.data if way else after) != before:
            raise Disagreement("bytes", repr(after), "what the fixes' edits leave")
        return way[::-1]


_EDITED = applied.edited


def fixed_as_promised(data: bytes, arguments: Sequence[str]) -> int:
    """Fix a file twice; return the number of edits, raise a Disagreement where a promise is not kept."""
    with tempfile.TemporaryDirectory(prefix="fuzzed") as folder:
        path = Path(folder).resolve() / "main.py"
        path.write_bytes(data)
        rounds = Rounds()
        with patch.object(applied, "edited", rounds.edited):
            ran(["check", "--fix", *arguments, str(path)])
        after = path.read_bytes()
        if after != data:
            _agree_on_parsing(path, data, after)
        encoding, mark = _encoding(data)
        way = rounds.between(_as_document(data, encoding, mark), _as_document(after, encoding, mark))
        if after[: len(mark)] != mark:
            raise Disagreement("mark", repr(after[:3]), repr(mark))
        for each in way:
            _agree_on_bytes(each)
            _agree_on_findings(path, each, arguments)
        ran(["check", "--fix", *arguments, str(path)])
        if path.read_bytes() != after:
            raise Disagreement("idempotence", repr(path.read_bytes()), repr(after))
        return sum(len({edit for fix in each.fixes for edit in fix.edits}) for each in way)


def _encoding(data: bytes) -> tuple[str, bytes]:
    if data.startswith(b"# -*- coding: latin-1"):
        return "latin-1", b""
    return "utf-8", _MARK if data.startswith(_MARK) else b""


def _as_document(data: bytes, encoding: str, mark: bytes) -> bytes:
    return data[len(mark) :].decode(encoding).encode()


def _agree_on_parsing(path: Path, before: bytes, after: bytes) -> None:
    errors = [errors_in(Document(str(path), data)) for data in (before, after)]
    if errors[1] > errors[0] or (_parses(before) and not _parses(after)):
        raise Disagreement("parsing", after.decode(errors="replace"), f"no error more than in {before!r}")


def _agree_on_bytes(each: Round) -> None:
    data = each.before.data
    for edit in sorted({edit for fix in each.fixes for edit in fix.edits}, key=_start, reverse=True):
        data = data[: edit.span.start] + edit.text.encode() + data[edit.span.end :]
    if data != each.after.data:
        raise Disagreement("bytes", repr(each.after.data), repr(data))


def _agree_on_findings(path: Path, each: Round, arguments: Sequence[str]) -> None:
    """Compare what is found before and after: of each finding that was mended there must be one less at its place."""
    unsafe = "--unsafe-fixes" in arguments
    before, after = (_found(path, text) for text in (each.before, each.after))
    edits = {edit for fix in each.fixes for edit in fix.edits}
    mended = Counter(_place(found) for found in before if best_of(found.fixes, unsafe=unsafe) in each.fixes)
    were, are = (Counter(map(_place, found)) for found in (before, after))
    for (code, start), count in mended.items():
        left = sum(are[code, place] for place in places(start, edits))
        if left > were[code, start] - count:
            text = each.after.text
            raise Disagreement("findings", f"{code} at {start} is still there: {text!r}", "it is gone")


def _found(path: Path, document: Document) -> list[Diagnosis]:
    hidden = (Severity.HINT,)
    project = Project(str(path.parent), DiskReader())
    return [
        each for each in project.diagnose(Document(document.path, document.data)) if each.finding.severity not in hidden
    ]


def _place(found: Diagnosis) -> tuple[str, int]:
    return found.finding.code, found.finding.span.start


def _start(edit: TextEdit) -> tuple[int, int]:
    return edit.span.start, edit.span.end


def _parses(data: bytes) -> bool:
    with suppress(SyntaxError, ValueError, RecursionError, MemoryError), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ast.parse(data)
        return True
    return False


def _tell(
    tally: Tally,
    failure: Disagreement,
    asked: argparse.Namespace,
    session: int,
    data: bytes,
    arguments: Sequence[str],
) -> None:
    def again(lines: Sequence[bytes]) -> Disagreement | None:
        try:
            fixed_as_promised(b"".join(lines), arguments)
        except Disagreement as found:
            return found
        except UnicodeDecodeError:
            pass  # without the line that names its encoding it is another text
        return None

    def fails(lines: Sequence[bytes]) -> bool:
        found = again(lines)
        return found is not None and found.kind == failure.kind

    lines = data.splitlines(keepends=True)
    fewest = lines if failure.kind == "Hung" else reduced(lines, fails, asked.reduce)
    path = asked.out / f"fix-{asked.seed}-{session}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(fewest))
    shown = failure if failure.kind == "Hung" else again(fewest) or failure
    tally.fail(
        shown,
        f"fuzz.py fix --seed {asked.seed} --session {session}",
        f"nanproof check --fix {' '.join(arguments)} {path}",
    )
