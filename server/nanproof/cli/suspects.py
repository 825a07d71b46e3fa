"""`nanproof suspects ENTRY...`: who has a NaN now is told which operations may have made it, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from nanproof.cli.check import collect_garbage_seldom
from nanproof.cli.searching import answered
from nanproof.searches import suspects as searches


def suspects(
    asked: Sequence[str], named: str = "", *, isolated: bool = False, as_program: bool = False, all_: bool = False
) -> int:
    """Print which operations may have made a NaN, the likeliest first; return the exit code."""
    collect_garbage_seldom()
    ask = partial(searches.suspects, asked=asked, all_=all_)
    return answered(ask, named, isolated=isolated, as_program=as_program)
