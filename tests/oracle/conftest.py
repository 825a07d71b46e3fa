"""What the oracle tests share: one oracle for all of them, and the count of what was run."""

from __future__ import annotations

import os

import pytest

from nanproof.catalog import load
from nanproof.catalog.claim_schema import load_claims
from tests.oracle.flavours import MODULES, missing
from tests.oracle.running import Oracle

INSTALL = 'pip install "nanproof[oracle]"'
ORACLE = Oracle(load(), load_claims())


@pytest.fixture(scope="session")
def oracle() -> Oracle:
    return ORACLE


def needs(framework: str) -> None:
    """Skip a test whose framework is not installed, and say how to install it; with CI=true that is a failure."""
    lacking = missing(framework)
    if lacking is None:
        return
    sentence = f"not run: {lacking} is missing; `{INSTALL}` installs it"
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI=true, and so every oracle test must run. {sentence}")
    pytest.skip(sentence)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not ORACLE.runs:
        return
    installed = [name for name in MODULES if missing(name) is None]
    counted = ", ".join(f"{number} of {claim}" for claim, number in sorted(ORACLE.runs.items()))
    terminalreporter.write_line(
        f"oracle: {len(ORACLE.cells)} cells (operation by flavour) and {sum(ORACLE.runs.values())} programs run "
        f"({counted}) on {', '.join(installed)}; {len(ORACLE.unsupported)} without a kernel for the dtype"
    )
