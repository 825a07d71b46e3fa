"""Results that somebody reckons with: where they are infinite, other values are put in their place.

`y = log(p); y = where(isinf(y), 0, y)` is 0 where p is. Once p is masked, or a stable function is called, nothing is
infinite any more and y stays -23, or -300: finite, and not what was meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nanproof.findings.hiding import puts_in_place
from nanproof.fixes.fix import Applicability, Fix
from nanproof.sites.site import Site
from nanproof.source.quoting import code


def reckoned_with(site: Site, fixes: Iterable[Fix]) -> Iterator[Fix]:
    """Yield the fixes, unsafe where what was infinite is replaced afterwards: they leave nothing to replace."""
    cover = puts_in_place(site)
    for fix in fixes:
        if cover is None or fix.applicability is not Applicability.SAFE:
            yield fix
            continue
        reason = f"right where {code(cover.written)} is needed no more: nothing is infinite there, and nothing replaced"
        yield replace(fix, reason=reason, applicability=Applicability.UNSAFE)
