"""Whether the source shows that an operand takes the values that are known of it, by writing them out.

Not where an invalid result is meant (`meant.py`), nor where a table of numbers is plotted.
"""

from __future__ import annotations

import re

from nanproof.forms.literal import of_operand
from nanproof.infer.callsites import is_test
from nanproof.sites.site import Site
from nanproof.uses.meant import is_meant

_PLOTS = re.compile(rb"\b(?:matplotlib|pylab|plotly|seaborn)\b")
_SILENCED = re.compile(rb"\bseterr\b")


def is_shown(site: Site) -> bool:
    """Say whether the source shows that the operand takes the values that are known of it, and nothing means it so."""
    if site.operand.range.is_unknown or is_test(site.engine, site.document):
        return False
    return site.engine.once("is shown", site.node, lambda: _is_shown(site))


def _is_shown(site: Site) -> bool:
    found = of_operand(site)
    if found is None or not found.is_certain or is_meant(site):
        return False
    search, is_numpy = site.engine.modules.bindings(site.document).search, site.framework.name == "numpy"
    if is_numpy and search(_SILENCED) is not None:
        return False
    return not found.is_table or not (is_numpy or search(_PLOTS) is not None)
