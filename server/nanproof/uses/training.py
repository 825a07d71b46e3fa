"""Whether a text trains something: it takes derivatives, or defines what a training loop calls.

Of a helper in a file that does neither nobody knows whether it is differentiated.
"""

from __future__ import annotations

import re

from nanproof.infer.lineage import lineage
from nanproof.infer.value import UserClass
from nanproof.names.bindings import Bindings
from nanproof.names.scopes import definitions_around
from nanproof.names.syntax import text
from nanproof.sites.site import Site

# Not in a comment, nor in an example of a docstring. What may come next is told by one letter, as the text is long.
_TRAINS = re.compile(
    rb"^(?![ \t]*(?:>>>|\.\.\.))[^\n#`]*?(?:"
    rb"\.(?:(?:backward|minimize|fit|apply_gradients|compute_gradients)\(|(?<!\bre\.)(?<!\btorch\.)compile\()"
    rb"|\b(?:GradientTape\b|(?:value_and_)?grad\(|autograd\.(?:grad|Function)\b|tf\.gradients\("
    rb"|class \w+\([^)\n]*(?:Module|Layer|Loss|Model)\b))",
    re.MULTILINE,
)
# What a class inherits from that is trained: `class Base(nn.Module)`.
_TRAINED = re.compile(r"(?:Module|Layer|Loss|Model)\b")


def trains(site: Site) -> bool:
    """Say whether the file of a site takes derivatives, or defines a model, a layer or a loss."""
    return trains_in(site.engine.modules.bindings(site.document))


def is_of_numpy_alone(site: Site) -> bool:
    """Say whether the file of a site speaks of no other framework than NumPy."""
    search = site.engine.modules.bindings(site.document).search
    others = (each for each in site.engine.catalog.frameworks.values() if each.tensor is not None)
    return not any(each.name != "numpy" and search(each.mention) is not None for each in others)


def is_of_a_model(site: Site) -> bool:
    """Say whether a class around a site is a model by what it inherits from in another file: `class Encoder(Base)`."""
    classes = (each for each in definitions_around(site.node) if each.type == "class_definition")
    return any(_is_model(site, UserClass(site.document, each)) for each in classes)


def _is_model(site: Site, owner: UserClass) -> bool:
    return site.engine.once("inherits a model", owner.node, lambda: _is_trained(site, owner))


def _is_trained(site: Site, owner: UserClass) -> bool:
    bases = (text(each.node.child_by_field_name("superclasses")) for each in lineage(site.engine, owner))
    return any(_TRAINED.search(each) for each in bases)


def trains_in(bindings: Bindings) -> bool:
    """Say whether a text takes derivatives, or defines a model, a layer or a loss."""
    return bindings.search(_TRAINS) is not None
