"""`nanproof completion SHELL`: a script by which a shell completes commands, options, rules and paths."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import shtab

from nanproof.cli.output import say
from nanproof.rules.registry import RULES


def completion(parser: argparse.ArgumentParser, shell: str) -> int:
    """Print the script for a shell; return the exit code."""
    for action in _actions(parser):
        means = str(action.metavar)
        if means.startswith(("FILE", "PATH")):
            action.complete = shtab.FILE  # type: ignore[attr-defined] # shtab looks for it
        elif means.startswith("RULE"):
            action.choices = [word for rule in RULES.values() for word in (rule.code, rule.name)]
    say(f"{shtab.complete(parser, shell)}\n")
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield what a command line may hold, with what its commands take."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
