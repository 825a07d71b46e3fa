"""What a search from the command line is made in, and how its answer is printed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from nanproof.cli.configured import ConfigurationError, Configurations
from nanproof.cli.output import complain, say
from nanproof.cli.processes import OnDisk
from nanproof.configuration.configuration import Configuration
from nanproof.files.loading import load
from nanproof.fixes.fix import Preferences
from nanproof.printed.palette import Palette, wants_colour
from nanproof.searches.world import Answer, SearchError, World
from nanproof.watchdog import WatchedBudget, limits_of, watchdog

if TYPE_CHECKING:  # the engine takes longer to load than a log to read
    from nanproof.analysis import Project

CLEAN, FOUND, FAILED = 0, 1, 2


def answered(ask: Callable[[World], Answer], named: str, *, isolated: bool, as_program: bool) -> int:
    """Make a search and print its answer; return the exit code. `named` is a configuration file."""
    try:
        configurations = Configurations(file=named, isolated=isolated)
        answer = ask(World(load, configurations.of, _project, _budget))
    except (ConfigurationError, SearchError) as error:
        complain(str(error))
        return FAILED
    for sentence in answer.complaints:
        complain(sentence)
    if as_program:
        # In ASCII, so that no terminal, no locale and no stray surrogate can spoil it.
        say(f"{json.dumps(answer.objects, indent=2)}\n")
    else:
        palette = Palette(sys.stdout is not None and wants_colour(sys.stdout, os.environ))
        say("".join(f"{line}\n" for line in [*answer.lines(palette), *([answer.more] if answer.more else [])]))
    return FOUND if answer.objects else CLEAN


def _project(root: str, preferences: Preferences) -> Project:
    return OnDisk(preferences)(root)


def _budget(configuration: Configuration) -> WatchedBudget:
    return watchdog().budget(limits_of(configuration))
