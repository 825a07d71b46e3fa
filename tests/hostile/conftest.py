"""One warm process for all the cases of a run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hostile.warm import Warm


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    process = Warm()
    yield process
    process.end()
