"""Whether the source shows that an operand takes the values that are known of it, by writing them out.

Not where an invalid result is meant (`meant.py`), nor where a table of numbers is plotted, and trained on by nobody.
"""

from __future__ import annotations

import re

from nanproof.forms.literal import of_operand
from nanproof.forms.quotients import what_is_divided
from nanproof.infer.callsites import is_test
from nanproof.infer.value import Holder
from nanproof.sites.site import Site
from nanproof.uses.meant import is_meant
from nanproof.uses.trained_on import is_trained_through
from nanproof.uses.training import trains

_PLOTS = re.compile(rb"\b(?:matplotlib|pylab|plotly|seaborn)\b")
_SILENCED = re.compile(rb"\bseterr\b")


def is_shown(site: Site) -> bool:
    """Say whether the source shows that the operand takes the values that are known of it, and nothing means it so."""
    if is_test(site.engine, site.document):
        return False
    return site.engine.once("is shown", site.node, lambda: _is_shown(site))


def _is_shown(site: Site) -> bool:
    found = of_operand(site)
    if found is None or not found.is_certain or is_meant(site):
        return False
    search, is_numpy = site.engine.modules.bindings(site.document).search, site.framework.name == "numpy"
    if is_numpy and search(_SILENCED) is not None:
        return False
    if not found.is_table or is_trained_through(site):
        return True
    return search(_PLOTS) is None and (not is_numpy or _divides_a_tensor(site))


def _divides_a_tensor(site: Site) -> bool:
    """Say whether what is no array of NumPy's is divided where something trains: outputs by a temperature."""
    dividend = what_is_divided(site) if site.function.rule == "NAN102" and trains(site) else None
    return dividend is not None and dividend.holder in (Holder.TENSOR, Holder.ANY)
