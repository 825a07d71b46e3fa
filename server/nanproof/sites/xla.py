"""Whether an operation of TensorFlow runs under XLA, whose derivatives differ from those of TensorFlow's own kernels.

Observed (FACTS, T10; `tests/oracle/test_stopping.py`): there relu selects in its backward pass, and the derivative of
a root multiplies with a gradient of 0.
"""

from __future__ import annotations

import re

from nanproof.names.functions import decorators
from nanproof.names.scopes import functions_around
from nanproof.sites.site import Site

_XLA = re.compile(r"\b(?:jit_compile|experimental_compile)\s*=\s*True")


def is_for_xla(site: Site) -> bool:
    """Say whether the operation stands in a function that is compiled by XLA: `@tf.function(jit_compile=True)`."""
    return any(_XLA.search(each) for function in functions_around(site.node) for each in decorators(function))
