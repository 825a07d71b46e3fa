"""What a name means where imports alone do not tell: attributes, star imports, other files, tensor methods.

jedi answers, from the user's files, typeshed and the stubs written from the catalogue; neither the user's
environment nor any process is ever asked. jedi is not thread-safe: one thread owns a resolver. It is imported
when first asked, because the import takes as long as checking fifty files. While it answers, it raises the
recursion limit to 3000, and lowers it again. It keeps parsed stubs in its own cache folder (`~/.cache/jedi`).

What jedi may look at, and that it imports nothing that is a file, is said in `jedi_environment.py`.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from nanproof.catalog import load
from nanproof.names.stubgen import STUBS

if TYPE_CHECKING:
    from jedi import Project, Script
    from jedi.api.classes import Name

    from nanproof.names.jedi_environment import OwnEnvironment, OwnTexts

# jedi takes 0.2 ms a line the first time. Files this long are generated, and imports alone must do for them.
LONGEST_TEXT = 300_000
_KEPT_SCRIPTS = 8

_T = TypeVar("_T")


class JediResolver:
    """Asks jedi about names. Lines are 1-based and columns 0-based code points, as jedi has them.

    `failures` counts the questions at which jedi itself failed; they are answered with None.
    """

    def __init__(self, root: str | None) -> None:
        self.failures = 0
        self._root = root
        self._catalog = load()
        self._projects: dict[str, Project] = {}
        self._environment: OwnEnvironment | None = None
        self._scripts: dict[str, tuple[str, Script]] = {}
        self._texts: OwnTexts | None = None
        self._is_asking = False

    @property
    def was_interrupted(self) -> bool:
        """Whether the latest question was interrupted. What was read for it is kept: the next one takes less."""
        return self._is_asking

    def forget(self) -> None:
        """Forget what was read of the disk: a file there was written, or is gone."""
        self._scripts.clear()

    def canonical(self, path: str, text: str, line: int, column: int) -> str | None:
        """Return the catalogue's name of the operation that a name stands for, or None."""

        def ask(script: Script) -> str | None:
            return self._operation(script.infer(line, column, prefer_stubs=True))

        return self._asked(path, text, ask)

    def definition(self, path: str, text: str, line: int, column: int) -> tuple[str, int, int] | None:
        """Return file, line and column where the project defines the function or class of a name, or None."""

        def ask(script: Script) -> tuple[str, int, int] | None:
            return _place(script.infer(line, column))

        return self._asked(path, text, ask)

    def _operation(self, names: Iterable[Name]) -> str | None:
        """Return the operation that all meanings agree on; branches may import it from different places."""
        found = set()
        for name in names:
            # An instance has the full name of its class: `t` of type torch.Tensor is no call of torch.Tensor.
            is_callable = name.type in ("function", "class")
            operation = self._catalog.operation(name.full_name or "") if is_callable else None
            found.add(operation.name if operation is not None else None)
        return found.pop() if len(found) == 1 else None

    def _asked(self, path: str, text: str, ask: Callable[[Script], _T]) -> _T | None:
        if len(text) > LONGEST_TEXT:
            return None
        if self._is_asking:  # an earlier question was interrupted: jedi would believe what it left half done
            self._scripts.clear()
            self._projects.clear()
            if self._texts is not None:
                self._texts.forget_unfinished()
        self._is_asking = True
        answer = self._answered(path, text, ask)
        self._is_asking = False
        return answer

    def _answered(self, path: str, text: str, ask: Callable[[Script], _T]) -> _T | None:
        texts = self._own_texts()
        texts.keep(_KEPT_SCRIPTS)
        try:
            # jedi warns of what it cannot import, and Python of what jedi parses: none of it is for people.
            with warnings.catch_warnings(), texts.asked_about(path):
                warnings.simplefilter("ignore")
                return ask(self._script(path, text))
        # jedi documents InternalError, but on odd code whatever its inference trips over comes out:
        # RecursionError, AttributeError, KeyError. There is no narrower base class; all mean "unknown" to us.
        except Exception:
            self.failures += 1
            self._scripts.pop(path, None)
            return None

    def _script(self, path: str, text: str) -> Script:
        kept = self._scripts.pop(path, None)
        if kept is not None and kept[0] == text:
            script = kept[1]
        else:
            from jedi import Script, settings

            # Who calls a function is known to the callers' index; jedi reads the project for it, seconds a question.
            settings.dynamic_params = False
            from nanproof.names.jedi_environment import confine

            script = Script(text, path=path, project=self._project(path), environment=self._interpreter())
            confine(script, self._own_texts())
        # jedi stops answering about a module or function after 300 inferences in it, counted over a script's
        # life. The limit is meant for one question; there is no public way to start it afresh.
        script._inference_state.inferred_element_counts = {}
        self._scripts[path] = (text, script)
        while len(self._scripts) > _KEPT_SCRIPTS:
            self._scripts.pop(next(iter(self._scripts)))
        return script

    def _own_texts(self) -> OwnTexts:
        if self._texts is None:
            from nanproof.names.jedi_environment import OwnTexts

            self._texts = OwnTexts()
        return self._texts

    def _interpreter(self) -> OwnEnvironment:
        if self._environment is None:
            from nanproof.names.jedi_environment import OwnEnvironment

            self._environment = OwnEnvironment()
        return self._environment

    def _project(self, path: str) -> Project:
        root = self._root or str(Path(path).parent)
        if root not in self._projects:
            from nanproof.names.jedi_environment import OwnProject

            self._projects[root] = OwnProject(root, str(STUBS))
        return self._projects[root]


def _place(names: Iterable[Name]) -> tuple[str, int, int] | None:
    """Return the one place in the project's own source that the names are defined at."""
    found = set()
    for name in names:
        is_source = name.module_path is not None and name.module_path.suffix == ".py"
        if is_source and name.type in ("function", "class"):
            found.add((str(name.module_path), name.line, name.column))
    return found.pop() if len(found) == 1 else None
