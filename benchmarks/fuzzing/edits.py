"""`fuzz.py edits`: documents and findings in process, against a model and a fresh project."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

from fuzzing.corpus import corpus_of
from fuzzing.disagreement import Disagreement, reduced
from fuzzing.hanging import guarded
from fuzzing.in_process import Desk, Step, files_of, replayed, steps_of
from fuzzing.kept import keep, kept
from fuzzing.tally import Tally

SECONDS = 120  # for one session, which takes a few
ATTENTIVE = 30  # one session of so many asks after nearly each edit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--edits", type=int, default=10_000, help="how many (default: 10000)")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="do a kept session again, and nothing else")


def run(asked: argparse.Namespace) -> int:
    if asked.replay is not None:
        failure = replayed(*kept(asked.replay))
        print(failure or "no disagreement")
        return int(failure is not None)
    corpus, tally = corpus_of(asked.corpus), Tally("edits", asked.edits)
    compared = 0
    session = asked.session or 0
    while tally.done < asked.edits and tally.failures < asked.failures:
        chance = random.Random(f"{asked.seed}:{session}")
        attentive = session % ATTENTIVE == 0
        files, steps = files_of(chance, corpus, attentive=attentive), list[Step]()
        desk = Desk(files)
        try:
            with guarded(SECONDS):
                for step in steps_of(chance, corpus, desk, attentive=attentive):
                    steps.append(step)
                    desk.do(step)
        except Disagreement as failure:
            _tell(tally, failure, asked, session, files, steps)
        except Exception as error:
            _tell(tally, Disagreement.of(error), asked, session, files, steps)
        tally.add(sum(len(step.edits) for step in steps if not hasattr(step, "compares")))
        compared += desk.asked
        session += 1
        if asked.session is not None:
            break
    return tally.close(f"{session} sessions from seed {asked.seed}, findings compared {compared:,} times")


def _tell(
    tally: Tally,
    failure: Disagreement,
    asked: argparse.Namespace,
    session: int,
    files: dict[str, str],
    steps: Sequence[Step],
) -> None:
    def fails(fewer: Sequence[Step]) -> bool:
        again = replayed(files, fewer)
        return again is not None and again.kind == failure.kind

    started = time.monotonic()
    fewest = reduced(steps, fails, asked.reduce) if failure.kind != "Hung" and fails(steps) else steps
    path = asked.out / f"edits-{asked.seed}-{session}.txt"
    keep(path, files, fewest)
    again = replayed(files, fewest) if failure.kind != "Hung" else failure
    tally.fail(
        again or failure,
        f"fuzz.py edits --seed {asked.seed} --session {session}",
        f"fuzz.py edits --replay {path}  ({len(fewest)} of {len(steps)} steps, {time.monotonic() - started:.0f} s)",
    )
