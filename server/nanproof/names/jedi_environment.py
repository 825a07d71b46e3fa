"""The environment that jedi is given: this interpreter, of which only what is compiled into it may be looked at.

jedi imports a compiled module, and a few others, into this process to look at it. It does so wherever the project
is among Python's own folders, as a project is that is installed editable beside nanproof; and then its code runs.
"""

from __future__ import annotations

import sys
from typing import Any

from jedi.api.environment import InterpreterEnvironment
from jedi.inference.compiled.access import load_module
from jedi.inference.compiled.subprocess import InferenceStateSameProcess


class OwnInterpreter(InferenceStateSameProcess):  # type: ignore[misc]  # jedi has no py.typed
    """Answers for jedi what the running interpreter knows, and imports nothing that is a file."""

    def load_module(self, dotted_name: str, sys_path: list[str]) -> Any:
        """Return jedi's view of a module, or None, which means that there is no such module."""
        if dotted_name not in sys.builtin_module_names:
            return None
        return load_module(self._inference_state_weakref(), dotted_name=dotted_name, sys_path=sys_path)


class OwnEnvironment(InterpreterEnvironment):  # type: ignore[misc]  # jedi has no py.typed
    """The running interpreter without its folders: any other environment of jedi's is a process."""

    def get_sys_path(self) -> list[str]:
        """Return no folder at all: the project and the stubs are all that jedi reads."""
        return []

    def get_inference_state_subprocess(self, inference_state: Any) -> OwnInterpreter:
        """Return who answers; it is no process, in spite of the name."""
        return OwnInterpreter(inference_state)
