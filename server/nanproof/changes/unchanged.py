"""Whether an expression, evaluated at another place than where it stands, gives what it gave there.

Two things can come between: a name can mean another value, and a value can be changed where it lies. The first is
mended by a name of its own, the second is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from tree_sitter import Node

from nanproof.changes.effects import Event
from nanproof.changes.holders import Held, held_by
from nanproof.changes.memory import PRIVATE, Base, Bases, bases, is_made_in, kinds, overlap, reached
from nanproof.changes.stretch import Stretch, clause_of, is_captured, is_changed_elsewhere
from nanproof.names.syntax import inside, is_label, required, text
from nanproof.sites.site import Site

_EVALUATED_ONCE = frozenset(
    {"call", "await", "yield", "lambda", "named_expression", "list_comprehension", "set_comprehension"}
    | {"dictionary_comprehension", "generator_expression"}
)
_REFERENCES = frozenset({"identifier", "attribute", "subscript"})
# Their tensors cannot be changed in place; a variable, which can, is held by an attribute or passed in.
_IMMUTABLE = frozenset({"jax", "tensorflow", "keras"})
_GRADIENTS: frozenset[Base] = frozenset({("attribute", "grad")})
# In these another gradient flows, or none, or another dtype is computed in.
_CHANGING_CONTEXTS = ("no_grad", "enable_grad", "inference_mode", "autocast", "stop_recording")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a value may be another one; `assumption` says what must be true for it to be the same.

    It `is_certain` where it is another one as far as the source tells.
    """

    assumption: str
    is_certain: bool = False


def is_reference(node: Node) -> bool:
    """Say whether an expression names a value that lies somewhere, and computes none."""
    return node.type in _REFERENCES


def means_the_same(expression: Node, between: Stretch) -> bool:
    """Say whether the names, attributes and items of an expression lead to the values that they led to.

    It calls nothing, because a call may draw random numbers or cost as much as the whole model.
    """
    if any(each.type in _EVALUATED_ONCE for each in inside(expression)) or between.asks_a_property(expression):
        return False
    for node in inside(expression):
        if node.type == "attribute" and between.sets_attribute(text(node.child_by_field_name("attribute"))):
            return False
        if node.type == "identifier" and not is_label(node) and between.rebinds(text(node)):
            return False
        if node.type == "subscript" and _is_reordered(node, between):
            return False
    return True


def is_unchanged(expression: Node, between: Stretch) -> bool:
    """Say whether an expression gives what it gave: it names the same values, and nothing changed them."""
    return means_the_same(expression, between) and changed(expression, between) is None


def _is_reordered(item: Node, between: Stretch) -> bool:
    return holds_other_items(required(item, "value"), between)


def holds_other_items(holder: Node, between: Stretch) -> bool:
    """Say whether what items are taken from may hold other items now, also where no tensor can be changed."""
    held = bases(between.site, holder)
    return any(_meets(between.site, each, held) for each in between.events())


def changed(expression: Node, between: Stretch) -> Doubt | None:
    """Return why a value that an expression names may have been changed since, None where it cannot have been."""
    return _changed_of(_leaves(expression), between)


def overwritten(expression: Node, between: Stretch) -> Doubt | None:
    """Return why what an expression gave may have been changed since, if a name holds it.

    What it computed anew nobody else reaches; a view, `x.view(-1, 2)`, is changed with what it is a view of. What a
    function of the user's gives may be what it was given: that counts only where that is changed for certain.
    """
    made = bases(between.site, expression)
    own = frozenset(each for each in made or () if is_made_in(each, expression))
    if own == made and kinds(own) == {"fresh"}:
        return None
    doubt = _changed_of((expression,), between)
    return doubt if doubt is not None and (not own or doubt.is_certain) else None


def _changed_of(leaves: Iterable[Node], between: Stretch) -> Doubt | None:
    contexts = [_of_context(each) for each in between.other_contexts()]
    worst = next((each for each in contexts if each.is_certain), next(iter(contexts), None))
    if worst is not None and worst.is_certain:
        return worst
    told = next((each for each in between.events() if each.tells_all), None)
    if told is not None:
        return Doubt(f"`{told.written}` changes nothing of how it is computed", is_certain=True)
    for leaf in leaves:
        doubt = between.once("changed", leaf, partial(_changed, leaf, between))
        if doubt is not None and doubt.is_certain:
            return doubt
        worst = worst or doubt
    return worst


def _of_context(statement: Node) -> Doubt:
    clause = clause_of(statement)
    return Doubt(f"`with {' '.join(text(clause).split())}` changes nothing of how it is computed", _is_known(clause))


def _is_known(clause: Node) -> bool:
    return any(word in text(clause) for word in _CHANGING_CONTEXTS)


def _changed(leaf: Node, between: Stretch) -> Doubt | None:
    site = between.site
    lies = bases(site, leaf)
    if overlap(lies, _GRADIENTS) and between.goes_back():
        return Doubt(f"`backward()` leaves `{text(leaf)}` as it is", is_certain=lies is not None)
    events = tuple(between.events())
    if not events:
        return None
    is_immutable = site.framework.name in _IMMUTABLE
    # Nobody can change what an immutable tensor holds, whoever holds it.
    own = Held(lies) if is_immutable else held_by(between, leaf)
    everything = own.lies | own.within if own.lies is not None else None
    # Of what nobody knows where it lies anybody may have it.
    held = kinds(everything) if everything is not None else frozenset({"anywhere"})
    is_ours = held <= (PRIVATE | ({"parameter"} if is_immutable else set()))
    captured = is_captured(site, leaf)
    found: Doubt | None = None
    for event in events:
        if event.target is not None:
            if event.node.type == "augmented_assignment" and is_immutable and event.target.type == "identifier":
                continue
            if overlap(bases(site, event.target), own.lies):
                return Doubt(_leaves_it(event, leaf), is_certain=True)
            if overlap(reached(site, event.target), everything):
                found = found or Doubt(_leaves_it(event, leaf))
            continue
        if is_changed_elsewhere(site, leaf):
            return Doubt(_leaves_it(event, leaf), is_certain=True)
        is_variable = event.updates and "parameter" in held
        if is_immutable and is_ours and not (event.runs_code or (is_variable and site.framework.name != "jax")):
            continue
        is_given = any(overlap(reached(site, each), everything) for each in event.given)
        if captured or not is_ours or is_given or event.runs_code:
            found = found or Doubt(_leaves_it(event, leaf))
    return found


def _leaves_it(event: Event, leaf: Node) -> str:
    return f"`{event.written}` leaves `{text(leaf)}` as it is"


def _leaves(expression: Node) -> Iterator[Node]:
    """Yield the outermost references of an expression."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if node.type in _REFERENCES:
            if not is_label(node):
                yield node
            continue
        waiting += node.named_children


def _meets(site: Site, event: Event, own: Bases) -> bool:
    """Say whether what an event changes, or is given, may lie in the memory of something."""
    touched = (event.target,) if event.target is not None else event.given
    return any(overlap(bases(site, each), own) for each in touched)
