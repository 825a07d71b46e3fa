"""Whether an operand is a number of Python's that a program is told: an argument, a hyperparameter, an option.

`np.log2(args.size)`, `np.log(hps.n_bins)`: they are set once, by a person. So is how many things there are of a kind,
`np.log(1 / self.num_skills)`. And what a function is passed of these alone: `nll(error, args.variance)`.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.forms.expressions import origin
from nanproof.infer.parameters import calls_shown, given_for
from nanproof.infer.value import Deferred
from nanproof.names.binding import Binds
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, called_name, code_in, is_a, required, sides, text
from nanproof.sites.site import Site

_HOLDS = frozenset({"attribute", "subscript"})
_PARSES = frozenset({"parse_args", "parse_known_args", "parse_intermixed_args"})
# What people call the object that holds what a program is told.
_NAMED_SO = re.compile(
    r"_*(?:args?|arguments|opts?|options?|hps?|hparams?|hyper_?params?|hyper_?parameters?|configs?|configurations?|cfg|conf"
    r"|flags|settings)_*",
    re.IGNORECASE,
)
# What people call how many there are of something, where an object holds it.
_NUMBER_OF = re.compile(r"_*(?:n|nb|num|number_of)_[a-z]")
_SIZES = frozenset({"dim", "size", "length"})
_NUMBERS = ("integer", "float")
_OF_DATA = frozenset({"tensor", "as_tensor"})
# Of a transform of torchvision's: it draws what one image is transformed by, from what the transform was made with.
_DRAWS_BY_SETTINGS = frozenset({"get_params"})
_CONSTANTS = frozenset({"pi", "e", "tau"})
DEEPEST = 6


def is_setting(site: Site) -> bool:
    """Say whether an operand is an attribute, or an item under a name, of what holds the settings of a program.

    Or how many of something an object has, and one over that; or a parameter, reckoned with numbers, as which each call
    that the project shows passes such a thing.
    """
    node = origin(site, site.operand_node).node
    bindings = site.engine.modules.bindings(site.document)
    return _is_told(bindings, _inverted(site, node)) or _is_passed_settings(site, _alone(node))


def _is_told(bindings: Bindings, node: Node) -> bool:
    if _says_how_many(node):
        return True
    for _ in range(DEEPEST):
        node = bare(node)
        if node.type not in _HOLDS:
            return False
        holder = required(node, "object" if node.type == "attribute" else "value")
        if node.type == "subscript" and not _is_under_a_name(node):
            return False
        if _holds_settings(bindings, holder):
            return True
        node = holder
    return False


def _is_passed_settings(site: Site, node: Node) -> bool:
    """Say whether an expression is a parameter, as which each call that is shown passes a setting."""
    engine, scope = site.engine, scope_of(site.node)
    node = _converted(node)
    bound = reaching(node, engine.modules.bindings(site.document)).bindings if node.type == "identifier" else ()
    if len(bound) != 1 or bound[0].kind is not Binds.PARAMETER or scope.type != "function_definition":
        return False
    if text(scope.child_by_field_name("name")) in _DRAWS_BY_SETTINGS:
        return True
    names, name = engine.parameters(site.document, scope), text(node)
    calls = list(calls_shown(engine, site.document, scope)) if name in names else []
    passed = [(frame, given_for(arguments, scope, names, name)) for frame, _, arguments in calls]
    return bool(passed) and all(
        isinstance(given, Deferred) and _is_told(engine.modules.bindings(frame.document), given.node)
        for frame, given in passed
    )


def _converted(node: Node) -> Node:
    """Return what a tensor is made of: of `torch.tensor(ratio)` the ratio."""
    given = code_in(node.child_by_field_name("arguments"))
    return next(iter(given), node) if called_name(node) in _OF_DATA else node


def _alone(node: Node) -> Node:
    """Return what is reckoned with numbers alone: of `2 * np.pi * scale` the scale, of `(bins - 1) / 2` the bins."""
    node = bare(node)
    for _ in range(DEEPEST):
        factors = sides(node)
        others = [bare(each) for each in (factors[0], factors[2]) if not _is_number(each)] if factors else []
        if len(others) != 1:
            break
        node = others[0]
    return node


def _is_number(factor: Node) -> bool:
    """Say whether a factor is a number, or computed of a few: `2`, `np.pi / 2`."""
    waiting = [factor]
    for _ in range(2 * DEEPEST):
        each = bare(waiting.pop())
        if (parts := sides(each)) is not None:
            waiting += (parts[0], parts[2])
        elif each.type not in _NUMBERS and text(each).rpartition(".")[2] not in _CONSTANTS:
            return False
        if not waiting:
            return True
    return False


def _inverted(site: Site, node: Node) -> Node:
    """Return what a number is divided by: `1 / n` is no nearer to 0 than n is large."""
    fraction = sides(bare(node))
    if fraction is None or fraction[1] != "/" or bare(fraction[0]).type not in _NUMBERS:
        return node
    return origin(site, fraction[2]).node


def _says_how_many(node: Node) -> bool:
    named = node.child_by_field_name("attribute") if node.type == "attribute" else None
    name = text(named)
    return _NUMBER_OF.match(name) is not None or name.rpartition("_")[2] in _SIZES


def _is_under_a_name(item: Node) -> bool:
    index = item.child_by_field_name("subscript")
    return is_a(index, "string")


def _holds_settings(bindings: Bindings, holder: Node) -> bool:
    name = required(holder, "attribute") if holder.type == "attribute" else holder
    if _NAMED_SO.fullmatch(text(name)):
        return True
    if holder.type != "identifier":
        return False
    bound = reaching(holder, bindings).bindings
    made = [each.value for each in bound]
    return bool(made) and all(called_name(each) in _PARSES for each in made)
