"""Whether an operand is a value of its site's framework, and not only spelt like one.

`x.std(0)` of a parameter may be a tensor or an array: where a file has both, no method of one of them is written.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.infer.value import Number
from nanproof.names.binding import Binding, Binds
from nanproof.names.making import makers
from nanproof.names.syntax import called_name, code_in, required, text
from nanproof.sites.site import Site

_LIBRARIES = (
    *("numpy", "torch", "tensorflow", "jax", "mxnet", "cupy"),
    *("paddle", "dask", "pandas", "xarray", "mindspore"),
)
_IMPORTS = tuple(re.compile(rf"^[ \t]*(?:import|from)[ \t]+{each}\b".encode(), re.MULTILINE) for each in _LIBRARIES)
_ONE_FAMILY = frozenset({"tensorflow", "keras"})
# Methods that make an array of another library of a tensor.
_CONVERSIONS = {"numpy": "numpy", "asnumpy": "numpy", "tolist": "python", "item": "python"}
_MADE_BY_KEYWORD = {"dim": "torch", "keepdim": "torch"}
_NO_EVIDENCE = frozenset({"python", "scipy", "builtins"})
_OF_SEVERAL = frozenset(
    {"parenthesized_expression", "binary_operator", "unary_operator", "conditional_expression"}
    | {"expression_list", "tuple", "list"}
)
MOST_STEPS = 12


def belongs(site: Site) -> bool:
    """Say whether a mask of the site's framework can be put on its operand."""
    if not (site.is_method or site.is_operator):
        return True  # a function of the framework takes it already
    own = _ONE_FAMILY if site.framework.name in _ONE_FAMILY else frozenset({site.framework.name})
    found = _frameworks(site, site.operand_node, MOST_STEPS) - _NO_EVIDENCE
    if not found:
        search = site.engine.modules.bindings(site.document).search
        return sum(search(each) is not None for each in _IMPORTS) <= 1
    is_converted = site.framework.name == "torch" and "numpy" in found
    return bool(own & found) and not is_converted


def _frameworks(site: Site, node: Node | None, steps: int) -> frozenset[str]:
    """Return the frameworks that an expression shows signs of: so many steps back, as a loop has no end."""
    if node is None or steps <= 0:
        return frozenset()
    match node.type:
        case "identifier":
            return _of_name(site, node, steps)
        case "call":
            return _of_call(site, node, steps)
        case "attribute":
            return _of_attribute(site, node, steps)
        case "subscript" | "named_expression" | "keyword_argument":
            return _frameworks(site, required(node, "value"), steps - 1)
        case _ if node.type in _OF_SEVERAL:
            return frozenset().union(*(_frameworks(site, each, steps - 1) for each in code_in(node)))
        case _:
            return frozenset()


def _of_name(site: Site, name: Node, steps: int) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for binding in makers(name, site.engine.modules.bindings(site.document)):
        found |= _of_binding(site, binding, steps) if binding is not None else frozenset()
    return found


def _of_binding(site: Site, binding: Binding, steps: int) -> frozenset[str]:
    match binding.kind:
        case Binds.ASSIGNMENT | Binds.WALRUS | Binds.LOOP:
            return _frameworks(site, binding.value, steps - 1)
        case Binds.PARAMETER:
            return _known(site, binding.name_node)
        case _:
            return frozenset()


def _of_attribute(site: Site, node: Node, steps: int) -> frozenset[str]:
    known = _known(site, node)
    return known or _frameworks(site, required(node, "object"), steps - 1)


def _of_call(site: Site, call: Node, steps: int) -> frozenset[str]:
    callee = required(call, "function")
    qualified = site.engine.names.qualified(site.document, callee)
    if qualified is not None:
        framework = site.engine.catalog.framework_of(qualified.partition(".")[0])
        return frozenset({framework.name if framework is not None else ""}) - {""}
    receiver, name = callee.child_by_field_name("object"), called_name(call)
    if receiver is None:
        return _known(site, call)
    if name in _CONVERSIONS:
        return frozenset({_CONVERSIONS[name]})
    keywords = [text(each.child_by_field_name("name")) for each in code_in(call.child_by_field_name("arguments"))]
    found = {_MADE_BY_KEYWORD[each] for each in keywords if each in _MADE_BY_KEYWORD}
    catalog = site.engine.catalog
    owners = [each for each in catalog.frameworks if catalog.method(name, each) is not None]
    if len(owners) == 1:
        found.add(owners[0])
    if not owners:
        found |= _known(site, call)  # a method of the project, which says itself what it returns
    return frozenset(found) | _frameworks(site, receiver, steps - 1)


def _known(site: Site, node: Node) -> frozenset[str]:
    """Return the framework that is known of a value: of an annotated parameter, of what a function here returns."""
    value = site.engine.value(site.engine.around(site.document, node), node)
    framework = value.framework if isinstance(value, Number) else None
    return frozenset({framework.name}) if framework is not None else frozenset()
