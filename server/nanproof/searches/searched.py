"""The suspects of a log that only says that the loss is NaN: those of a search from the program that trains."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from nanproof.searches.suspects import is_shown, looked_at
from nanproof.searches.world import SearchError, World
from nanproof.source.place import Place
from nanproof.suspects.suspect import Suspect
from nanproof.traces.matched import Text
from nanproof.traces.ranked import MOST_SUSPECTS
from nanproof.traces.report import Event
from nanproof.traces.suspected import Role, Suspected


def searched(world: World, event: Event, entries: Sequence[str]) -> tuple[Suspected, ...]:
    """Return the suspects of a search, as those of an event that names no line; none where no search can be made."""
    try:
        start, looked = looked_at(world, entries)
    except SearchError:
        return ()  # what was named holds no program: the log alone must do
    shown = [each for each in looked.suspects if is_shown(world, each)]
    texts = [Text(each.document, start.notebooks.get(each.path)) for each in shown]
    return tuple(map(partial(_suspected, event), shown, texts))[:MOST_SUSPECTS]


def _suspected(event: Event, suspect: Suspect, text: Text) -> Suspected:
    place = Place(suspect.document, suspect.finding.span)
    return Suspected(event, Role.REACHED, event.trouble, text, place, suspect.diagnosis, suspect=suspect)
