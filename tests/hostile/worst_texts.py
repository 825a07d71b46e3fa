"""The texts on which a regular expression does worst: made of its own characters, read from its parse tree.

A pattern is slow where it starts over at each place, or tries each way to share out a stretch between two repetitions.
Both need texts that match for long and then do not: repeated characters, repeated beginnings of matches, beginnings
whose last repetition never ends.
"""

from __future__ import annotations

import importlib
import itertools
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_parser = importlib.import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")

# What stands in sources: of those that a pattern cannot tell apart, one is enough.
_USUAL = "aA_0 \t\n\r\f\\\"'()[]{}#.,:;=*`/-\u00e9"
_MOST_CHAINS = 12
_MOST_CHARACTERS = 5
_ENDLESS = 64  # a repetition that is allowed so often is as good as one without an end


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a text that matches, and whether it may be repeated without end."""

    text: str
    is_endless: bool = False


Chain = tuple[Link, ...]


def worst_texts(pattern: re.Pattern[Any], size: int) -> Iterator[tuple[str, str]]:
    """Yield texts of a size, each with what it is made of."""
    seen: set[tuple[str, str, str]] = set()
    for beginning, middle, end in _recipes(pattern):
        if middle and (beginning, middle, end) not in seen:
            seen.add((beginning, middle, end))
            times = max(1, (size - len(beginning) - len(end)) // len(middle))
            yield f"{beginning!r} + {middle!r} * {times} + {end!r}", beginning + middle * times + end


def _recipes(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield what a text begins with, what is repeated in it, and what it ends with."""
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    characters = _characters(tree)
    for each in characters:
        yield "", each, ""
    for pair in itertools.permutations(characters, 2):
        yield "", "".join(pair), ""
    for chain in _chains(tree):
        for index, link in enumerate(chain):
            before = "".join(each.text for each in chain[:index])
            yield "", before, ""
            yield "", before + link.text[:-1], ""
            if link.is_endless:
                yield before, link.text, ""
                yield before, link.text, "\0"
                yield "", before + link.text * 3, "\0"
            for each in characters:
                yield "", before + link.text + each, ""
                if link.is_endless:
                    yield before, link.text + each, ""


def _characters(tree: Iterable[tuple[Any, Any]]) -> list[str]:
    """Return characters that the pattern tells apart, those that more of its parts take first."""
    atoms = list(_atoms(tree))
    literals = [chr(argument) for operation, argument in atoms if str(operation) == "LITERAL"]
    by_meaning: dict[tuple[bool, ...], str] = {}
    for each in (*literals, *_USUAL):
        meaning = tuple(_takes(atom, each) for atom in atoms)
        if any(meaning):
            by_meaning.setdefault(meaning, each)
    return [each for _, each in sorted(by_meaning.items(), key=lambda item: -sum(item[0]))][:_MOST_CHARACTERS]


def _atoms(tree: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    for operation, argument in tree:
        name = str(operation)
        if name in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            yield operation, argument
        for inner in _inside(name, argument):
            yield from _atoms(inner)


def _inside(name: str, argument: Any) -> list[Iterable[tuple[Any, Any]]]:
    """Return the patterns inside a construct."""
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return [argument[2]]
    if name == "SUBPATTERN":
        return [argument[3]]
    if name == "BRANCH":
        return list(argument[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    return [argument] if name == "ATOMIC_GROUP" else []


def _takes(atom: tuple[Any, Any], character: str) -> bool:
    operation, argument = str(atom[0]), atom[1]
    if operation == "LITERAL":
        return bool(ord(character) == argument)
    if operation == "NOT_LITERAL":
        return bool(ord(character) != argument)
    if operation == "ANY":
        return character != "\n"
    negated = bool(argument) and str(argument[0][0]) == "NEGATE"
    return any(_is_in(item[0], item[1], character) for item in argument[negated:]) is not negated


def _is_in(operation: Any, argument: Any, character: str) -> bool:
    match str(operation):
        case "LITERAL":
            return bool(ord(character) == argument)
        case "RANGE":
            return bool(argument[0] <= ord(character) <= argument[1])
    written = {"DIGIT": r"\d", "WORD": r"\w", "SPACE": r"\s"}
    kind = str(argument).removeprefix("CATEGORY_").removeprefix("UNI_")
    return (re.fullmatch(written[kind.removeprefix("NOT_")], character) is not None) is not kind.startswith("NOT_")


def _chains(tree: Iterable[tuple[Any, Any]]) -> list[Chain]:
    """Return texts that a pattern matches, each as the links that it is made of."""
    found: list[Chain] = [()]
    for operation, argument in tree:
        ways = _ways(str(operation), argument)
        found = [_joined(before, way) for before in found for way in ways][:_MOST_CHAINS]
    return found


def _joined(before: Chain, after: Chain) -> Chain:
    """Join two texts; links that are not repeated become one: inside a word nothing is decided."""
    if not before or not after or before[-1].is_endless or after[0].is_endless:
        return before + after
    return *before[:-1], Link(before[-1].text + after[0].text), *after[1:]


def _ways(name: str, argument: Any) -> list[Chain]:
    if name == "LITERAL":
        return [(Link(chr(argument)),)]
    if name in ("NOT_LITERAL", "ANY", "IN"):
        taken = [each for each in _USUAL if _takes((name, argument), each)]
        return [(Link(each),) for each in taken[:2]] or [()]
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inner = argument
        once = _chains(inner)
        if most >= _ENDLESS:
            endless = [(Link("".join(each.text for each in chain), is_endless=True),) for chain in once]
            nested = [chain for chain in once if any(each.is_endless for each in chain)]
            return [*endless, *nested]
        return [*once, *([()] if not least else [])]
    if name == "ASSERT_NOT":
        return [()]
    inside = [chain for inner in _inside(name, argument) for chain in _chains(inner)]
    return inside or [()]
