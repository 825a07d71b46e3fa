"""A progress bar for those who wait at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

PATIENCE_IN_SECONDS = 1.0

T = TypeVar("T")


def with_progress(items: Iterable[T], total: int) -> Iterator[T]:
    """Pass items through; show how many of them there were once somebody has waited a second for them."""
    # tqdm takes 60 ms to import: only people who wait pay for it.
    waiting = iter(items)
    if sys.stderr is None or not sys.stderr.isatty():
        yield from waiting
        return
    started, done = time.monotonic(), 0
    for item in waiting:
        yield item
        done += 1
        if time.monotonic() - started > PATIENCE_IN_SECONDS:
            break
    else:
        return
    from tqdm import tqdm

    yield from tqdm(waiting, total=total, initial=done, unit=" files", leave=False, file=sys.stderr)
