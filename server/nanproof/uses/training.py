"""Whether a text trains something: it takes derivatives, or defines what a training loop calls.

Of a helper in a file that does neither nobody knows whether it is differentiated.
"""

from __future__ import annotations

import re

from nanproof.names.bindings import Bindings
from nanproof.sites.site import Site

# Not in a comment, nor in an example of a docstring.
_TRAINS = re.compile(
    rb"^(?![ \t]*(?:>>>|\.\.\.))[^\n#`]*?(?:"
    rb"\.backward\(|\bGradientTape\b|\b(?:value_and_)?grad\(|\bautograd\.(?:grad|Function)\b|\btf\.gradients\("
    rb"|\.minimize\(|(?<!\bre)(?<!\btorch)\.compile\(|\.(?:fit|apply_gradients|compute_gradients)\("
    rb"|\bclass \w+\([^)\n]*(?:Module|Layer|Loss|Model)\b)",
    re.MULTILINE,
)


def trains(site: Site) -> bool:
    """Say whether the file of a site takes derivatives, or defines a model, a layer or a loss."""
    return trains_in(site.engine.modules.bindings(site.document))


def trains_in(bindings: Bindings) -> bool:
    """Say whether a text takes derivatives, or defines a model, a layer or a loss."""
    return bindings.search(_TRAINS) is not None
