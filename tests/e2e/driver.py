"""Runs an editor that is driven by a script, and reads what the script saw."""

import json
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .inputs import INPUTS, PLAIN, Input


@dataclass(frozen=True, slots=True)
class Session:
    """What one editor showed while one file was opened, mended, saved, and the fix undone."""

    opened: Sequence[str]  # the codes of the diagnostics, at each step
    hover: str
    actions: Sequence[str]
    applied: str
    mended: Sequence[str]
    undone: Sequence[str]
    others: Mapping[str, Any] = field(default_factory=dict)  # in another file, see assert_others


class NotDoneError(AssertionError):
    """An editor that was not done in time."""


def run_driver(command: Sequence[str | Path], environment: Mapping[str, str], seconds: float) -> dict[str, Any]:
    """Run `command`, which prints one line of JSON, and end it with all its children.

    Fails, with what the editor said, when it exits otherwise or is not done in time.
    """
    process = subprocess.Popen(
        [str(word) for word in command],
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    try:
        output, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        end_group(process)
        output, errors = process.communicate()
        raise NotDoneError(f"{command[0]} was not done in {seconds} s\n{output}\n{errors}") from None
    finally:
        end_group(process)
    lines = output.strip().splitlines()
    assert process.returncode == 0 and lines, f"{command[0]} exited with {process.returncode}\n{output}\n{errors}"
    facts: dict[str, Any] = json.loads(lines[-1])
    return facts


def end_group(process: "subprocess.Popen[Any]") -> None:
    """End the process and its children: an editor that fails must not leave its server behind."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def assert_mended(session: Session, given: Input, file: Path) -> None:
    """The whole promise: seen, explained, mended, saved, and silent; and seen again when undone."""
    assert "NAN101" in session.opened
    # The first of these is not in the warning's text, which some editors show in the same place.
    assert "natural logarithm" in session.hover
    assert "softmax" in session.hover
    assert "log_softmax" in session.applied
    assert session.applied in session.actions
    assert any(title.startswith("Suppress") for title in session.actions)
    assert file.read_bytes() == given.after
    assert "NAN101" not in session.mended
    assert "NAN101" in session.undone


def another(given: Input, folder: Path) -> Mapping[str, str]:
    """Name another file for the rest of what an editor does, once: not for each of the inputs."""
    if given is not INPUTS[0]:
        return {}
    file = folder / "other.py"
    file.write_text(PLAIN, encoding="utf-8")
    return {"NANPROOF_E2E_OTHER": str(file)}


def assert_others(session: Session) -> None:
    """The rest: a comment silences, all fixes are one action, what is configured counts, a killed server comes back."""
    others = session.others
    suppressed = others["suppressed"].replace("  # nanproof: ignore[NAN101]", "")
    assert suppressed.rstrip() == PLAIN.rstrip() != others["suppressed"].rstrip()
    assert "tf.nn.log_softmax(logits)" in others["fixed"]
    assert "NAN101" not in others["ignored"]
    assert "NAN101" in others["restored"]
    before, after = others["processes"]
    assert before and after and before != after
