"""Texts that nobody writes and somebody sends, by name: each is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.hostile.kinds import bytes_, definitions, expressions, foreign, statements, tokens

Kinds = Mapping[str, Callable[[], bytes]]

KINDS: Kinds = {
    **bytes_.KINDS,
    **tokens.KINDS,
    **expressions.KINDS,
    **statements.KINDS,
    **definitions.KINDS,
    **foreign.KINDS,
}
