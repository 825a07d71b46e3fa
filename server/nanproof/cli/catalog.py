"""`nanproof catalog`: what is known of an operation, or how much of all."""

from __future__ import annotations

import difflib
import json
import textwrap
from collections.abc import Iterator

from nanproof.catalog import Catalog, Operation, load
from nanproof.catalog.claim_schema import load_claims
from nanproof.cli.output import complain, say
from nanproof.explain.operation import facts
from nanproof.printed.objects import VERSION

WIDTH = 20


def catalog(asked: str | None, *, as_json: bool = False) -> int:
    """Print what is known of an operation, by its full name, by its last or by its function; return the exit code."""
    known = load()
    if asked is None:
        say(overview(known))
        return 0
    found = find(known, asked)
    if not found:
        complain(unknown(known, asked))
        return 2
    if as_json:
        say(json.dumps([_described(known, operation) for operation in found], indent=2) + "\n")
    else:
        say("\n".join(shown(known, operation) for operation in found))
    return 0


def find(known: Catalog, asked: str) -> list[Operation]:
    """Return the operations that a name means: one of that full name, or else the first of each framework."""
    full = _spelt_out(known, asked)
    operation = known.operation(full)
    if operation is not None:
        return [operation]
    first: dict[str, Operation] = {}
    for each in known.operations():
        if asked in (each.name.rpartition(".")[2], each.function.name):
            first.setdefault(each.framework.name, each)
    return list(first.values())


def _spelt_out(known: Catalog, asked: str) -> str:
    """Replace what people import a module under: `tf.log`, `np.log`, `F.softmax`."""
    head, point, rest = asked.partition(".")
    for framework in known.frameworks.values():
        for module, name in framework.writing.modules.items():
            if name == head and point:
                return f"{module}.{rest}"
    return {"F": "torch.nn.functional", "nn": "torch.nn", "K": "keras.backend"}.get(head, head) + point + rest


def shown(known: Catalog, operation: Operation) -> str:
    """Return the facts of an operation as text."""
    lines = [operation.name]
    heading_before = ""
    for heading, text in facts(known, load_claims(), operation):
        first, *rest = text.splitlines()
        lines.append(f"  {'' if heading == heading_before else heading:{WIDTH}}{first}")
        lines += (f"  {'':{WIDTH}}{each}" for each in rest)
        heading_before = heading
    return "\n".join(lines) + "\n"


def _described(known: Catalog, operation: Operation) -> dict[str, object]:
    """Return the facts of an operation as an object of JSON: the headings and the texts that people see."""
    told = [{"heading": heading, "text": text} for heading, text in facts(known, load_claims(), operation)]
    return {"facts": told, "name": operation.name, "version": VERSION}


def overview(known: Catalog) -> str:
    """Return how many operations there are, and the functions with special requirements."""
    return "\n".join(_overview(known)) + "\n"


def _overview(known: Catalog) -> Iterator[str]:
    operations = list(known.operations())
    counts = f"{len(operations)} operations of {len(known.frameworks)} frameworks"
    yield f"{counts} compute {len(known.functions)} functions."
    for framework in known.frameworks.values():
        yield f"  {framework.title:{WIDTH}}{sum(each.framework is framework for each in operations)}"
    special = sorted(each.name for each in known.functions.values() if each.witness or each.gradient_witness)
    yield "\nThese have special requirements for an operand:"
    yield textwrap.fill(", ".join(special), 100, initial_indent="  ", subsequent_indent="  ")
    yield "\n`nanproof catalog NAME` tells what is known of one: torch.log, tf.sqrt, log, softmax."


def unknown(known: Catalog, asked: str) -> str:
    """Say that a name is unknown, and which names are near."""
    names = {spelling for each in known.operations() for spelling in (each.name, *each.aliases)}
    near = difflib.get_close_matches(_spelt_out(known, asked), sorted(names), n=3, cutoff=0.7)
    last = sorted({name.rpartition(".")[2] for name in names} | set(known.functions))
    near = near or difflib.get_close_matches(asked.rpartition(".")[2], last, n=3, cutoff=0.7)
    hint = f"; near to it are {', '.join(near)}" if near else "; `nanproof catalog` lists what is known"
    return f"the catalogue has no operation {asked!r}{hint}"
