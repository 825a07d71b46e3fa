"""How the analyst looks for what makes a loss NaN: texts as the editor holds them, configured as it wishes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from nanproof.configuration.reading import Layer
from nanproof.files.loading import Source, load, loaded
from nanproof.files.problem import Problem
from nanproof.fixes.fix import Preferences
from nanproof.lsp.configured import Configured
from nanproof.lsp.engine import MakeEngine
from nanproof.lsp.settings import Options
from nanproof.lsp.wire import Search, Searched, Stretch
from nanproof.printed.palette import Palette
from nanproof.printed.record import Location
from nanproof.printed.record import Stretch as Told
from nanproof.searches.entries import Load
from nanproof.searches.logs import read
from nanproof.searches.suspects import suspects
from nanproof.searches.traces import trace
from nanproof.searches.world import Answer, SearchError, World
from nanproof.source.document import Document
from nanproof.source.notebook import SUFFIX as NOTEBOOK
from nanproof.source.positions import Encoding, Position
from nanproof.source.reader import Reader, path_key
from nanproof.watchdog import limits_of, watchdog

if TYPE_CHECKING:
    from nanproof.analysis import Project

MOST_SECONDS = 600.0


def searched(
    asked: Search, texts: Mapping[str, bytes], reader: Reader, make_engine: MakeEngine, encoding: Encoding
) -> Searched:
    """Make a search and return its answer. An open notebook is read as it was saved: it has no text of its own."""
    configured = Configured(_nobody)
    configured.options = _options(asked.set)
    configured.by_folder = {folder: _options(values) for folder, values in asked.set_by_folder}

    def load_open(path: str) -> Source | Problem:
        text = None if path.endswith(NOTEBOOK) else texts.get(path_key(path))
        return loaded(path, text) if text is not None else load(path)

    def project(root: str, preferences: Preferences) -> Project:
        return cast("Project", make_engine(root, reader, preferences))

    world = World(load_open, configured.of, project, lambda configuration: watchdog().budget(limits_of(configuration)))
    try:
        answer = _answer(asked, world)
    except SearchError as error:
        return Searched(message=str(error), failed=True)
    places = tuple(_place(each, load_open, encoding) for each in answer.stretches)
    text = "".join(f"{line}\n" for line in answer.lines(Palette(colourful=False)))
    return Searched(json.dumps(answer.objects), places, text, answer.summary, answer.complaints)


def _answer(asked: Search, world: World) -> Answer:
    if asked.log is None:
        return suspects(world, asked.entries)
    return trace(world, read("the log", [asked.log.encode("utf-8", "surrogateescape")]), asked.entries)


def _place(told: Told, load_text: Load, encoding: Encoding) -> tuple[str, Stretch]:
    """Return where something stands, in the client's units and in the program of a notebook."""
    source = load_text(told.filename)
    text, notebook = (source.text, source.notebook) if isinstance(source, Source) else ("", None)
    lines = Document.from_text(told.filename, text).lines
    first = notebook.cells[told.cell - 1].first if notebook is not None and told.cell is not None else 0

    def position(place: Location) -> Position:
        counted = Position(first + place.row - 1, place.column - 1)
        return lines.position(lines.offset(counted, Encoding.UTF32), encoding)

    return told.filename, Stretch(position(told.start), position(told.end))


def _options(values: Mapping[str, object]) -> Options:
    return Options(Layer("editor", "", values))


def _nobody(_: str) -> None:
    """Tell nobody: the server, which reads the same files, tells of what is broken in them."""
