"""Leaving when the editor is gone: an orphan server would stay for ever."""

from __future__ import annotations

import os
import sys
import time
from threading import Thread

SECONDS_BETWEEN_LOOKS = 5.0


def watch(process_id: int, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
    """Exit soon after a process, the editor's, has ended.

    Not on Windows, where the pipes of a dead parent close at once and signal 0 would end the process. Nor
    when no such process is seen at first: then the editor's numbers are those of another container.
    """
    if sys.platform != "win32" and _lives(process_id):
        Thread(target=_watch, args=(process_id, seconds), name="nanproof-parent", daemon=True).start()


def _watch(process_id: int, seconds: float) -> None:
    while _lives(process_id):
        time.sleep(seconds)
    os._exit(1)  # sys.exit would wait for the thread that reads from stdin


def _lives(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it lives but is not ours to signal
        return True
    return True
