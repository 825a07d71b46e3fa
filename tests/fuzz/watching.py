"""A watchdog that counts: how many expressions the engines of a question evaluated."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from nanproof import analysis
from nanproof.infer.engine import Engine


@contextmanager
def watched() -> Iterator[list[Engine]]:
    """Collect the engines that are made meanwhile."""
    made: list[Engine] = []

    def making(*arguments: object) -> Engine:
        engine = Engine(*arguments)  # type: ignore[arg-type]  # passed on as they come
        made.append(engine)
        return engine

    with patch.object(analysis, "Engine", making):
        yield made
