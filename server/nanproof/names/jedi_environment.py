"""What jedi is given to look at: the project's own files, the stubs, and what is compiled into this interpreter.

Left alone, jedi imports a compiled module, and a few others, into this process wherever the project is among Python's
own folders, as a project is that is installed editable beside nanproof: its code would run. And it reads wherever
`sys.path.append`, a link, or a buildout.cfg in some folder above leads, and waits for a pipe that nobody writes to.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.machinery import PathFinder
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import jedi
from jedi.api.environment import InterpreterEnvironment
from jedi.file_io import KnownContentFileIO
from jedi.inference.compiled.access import load_module
from jedi.inference.compiled.subprocess import InferenceStateSameProcess
from jedi.inference.compiled.subprocess.functions import get_module_info
from parso.cache import _get_hashed_path, parser_cache

_JEDI = str(Path(jedi.__file__).parent)


class OwnProject(jedi.Project):  # type: ignore[misc]  # jedi has no py.typed
    """A project whose modules are looked for in its own folders, and in those of the stubs."""

    def __init__(self, root: str, stubs: str) -> None:
        super().__init__(root, sys_path=[stubs], smart_sys_path=False, load_unsafe_extensions=False)
        self._folders = tuple(Path(folder).resolve() for folder in (root, stubs, _JEDI))

    def holds(self, path: str) -> bool:
        """Say whether a path leads to a file or folder of the project or of the stubs, by whatever links."""
        real = Path(path).resolve()
        return any(map(real.is_relative_to, self._folders))

    def is_fixed(self, path: Path) -> bool:
        """Say whether a file is nanproof's or jedi's own, and stays as it is."""
        return any(map(path.resolve().is_relative_to, self._folders[1:]))

    def _get_sys_path(
        self, inference_state: Any, add_parent_paths: bool = True, add_init_paths: bool = False
    ) -> list[str]:
        """Return the root, the stubs, and the folders from the root down to the file."""
        root = Path(self.path)
        between: list[str] = []
        if add_parent_paths and inference_state.script_path is not None:
            for folder in inference_state.script_path.parents:
                if root not in folder.parents:
                    break
                if add_init_paths or not (folder / "__init__.py").is_file():
                    between.insert(0, str(folder))
        return [str(root), *self._sys_path, *between]


class OwnInterpreter(InferenceStateSameProcess):  # type: ignore[misc]  # jedi has no py.typed
    """Answers for jedi what the running interpreter knows: imports no file, and finds only what the project holds."""

    def load_module(self, dotted_name: str, sys_path: list[str]) -> Any:
        """Return jedi's view of a module, or None, which means that there is no such module."""
        if dotted_name not in sys.builtin_module_names:
            return None
        return load_module(self._inference_state_weakref(), dotted_name=dotted_name, sys_path=sys_path)

    def get_module_info(self, string: str, sys_path: list[str] | None = None, **given: Any) -> Any:
        """Return where a module is found, and whether it is a package."""
        state = self._inference_state_weakref()
        project = state.project
        searched = [folder for folder in given.get("path") or sys_path or () if project.holds(folder)]
        spec = PathFinder.find_spec(string, searched)
        if spec is None:
            if given.get("path") is not None or string not in sys.stdlib_module_names:
                return None, None
        elif not all(map(project.holds, _places(spec.origin, spec.submodule_search_locations))):
            return None, None
        if given.get("path") is not None:
            given["path"] = searched
        return get_module_info(state, string=string, sys_path=searched if sys_path is not None else None, **given)


class OwnEnvironment(InterpreterEnvironment):  # type: ignore[misc]  # jedi has no py.typed
    """The running interpreter without its folders: any other environment of jedi's is a process."""

    def get_sys_path(self) -> list[str]:
        """Return no folder at all: the project and the stubs are all that jedi reads."""
        return []

    def get_inference_state_subprocess(self, inference_state: Any) -> OwnInterpreter:
        """Return who answers; it is no process, in spite of the name."""
        return OwnInterpreter(inference_state)


class OwnTexts:
    """What jedi parsed of the texts of an editor, kept apart from what it parsed of the disk.

    jedi keeps both in one cache, by path: the text that it was last asked about is then what others import, as long as
    the file on the disk stays the same, also when the editor closed it without saving.
    """

    def __init__(self) -> None:
        self._parsed: dict[Path, dict[str, Any]] = {}
        self._unfinished: set[Path] = set()

    @contextmanager
    def asked_about(self, path: str) -> Iterator[None]:
        """Let jedi know the text of one file while it is asked about it."""
        place = Path(path).absolute()
        with self.parsing(place):
            on_disk = _exchanged(place, self._parsed.pop(place, {}))
            try:
                yield
            finally:
                self._parsed[place] = _exchanged(place, on_disk)

    @contextmanager
    def parsing(self, place: Path) -> Iterator[None]:
        """Remember that a file is being parsed for as long as it is; also afterwards, where that came to no end."""
        self._unfinished.add(place)
        yield
        self._unfinished.discard(place)

    def forget_unfinished(self) -> None:
        """Forget the trees that were being made when a question was interrupted, or failed before.

        jedi makes the tree of a new text by changing the one of the text before, in place.
        """
        for place in self._unfinished:
            self._parsed.pop(place, None)
            _exchanged(place, {})
        self._unfinished.clear()

    def keep(self, most: int) -> None:
        """Forget all but the files that were asked about last."""
        while len(self._parsed) > most:
            self._parsed.pop(next(iter(self._parsed)))


def _exchanged(path: Path, parsed: dict[str, Any]) -> dict[str, Any]:
    """Put into jedi's cache what was parsed of a file, by grammar, and return what was there."""
    before = {grammar: files.pop(path) for grammar, files in parser_cache.items() if path in files}
    for grammar, item in parsed.items():
        parser_cache.setdefault(grammar, {})[path] = item
    return before


def confine(script: jedi.Script, texts: OwnTexts) -> None:
    """Have a script open only files that its project holds; to jedi there are no others."""
    state = script._inference_state
    parse = state.parse_and_get_code

    def parse_own(code: Any = None, path: Any = None, *given: Any, file_io: Any = None, **named: Any) -> Any:
        place = Path((path if file_io is None else file_io.path) or "")
        if code is None and not isinstance(file_io, KnownContentFileIO):
            if not (state.project.holds(str(place)) and place.is_file()):
                raise FileNotFoundError(place)
            if not state.project.is_fixed(place):
                named["cache"] = False  # by its content, not by its time; and no copy of it is written anywhere
        with texts.parsing(place):
            try:
                return parse(code, path, *given, file_io=file_io, **named)
            except (EOFError, UnpicklingError):  # a process was ended while it wrote this copy of a stub
                for grammar in (state.grammar, state.latest_grammar):
                    _copy(grammar, place, named["cache_path"]).unlink(missing_ok=True)
                return parse(code, path, *given, file_io=file_io, **named)

    state.parse_and_get_code = parse_own


def _copy(grammar: Any, place: Path, folder: str) -> Path:
    """Return where a grammar keeps its copy of a file's tree; nothing public of parso tells."""
    return Path(_get_hashed_path(grammar._hashed, place, cache_path=Path(folder)))  # type: ignore[no-untyped-call]  # parso has no types here


def _places(origin: str | None, folders: Iterable[str] | None) -> list[str]:
    return [*([origin] if origin is not None else []), *(folders or ())]
