"""A norm or a deviation whose own derivative is NaN at 0, written so that it is finite there.

`optax.safe_norm` with the least value 0 keeps the norm as it is, 0 included, and answers the derivative 0 (observed);
elsewhere the root is taken of a sum of squares, or of a variance, that has a floor.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nanproof.findings.finding import Finding
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.root import Root, purpose_below, rewritten
from nanproof.fixes.spelling import spelt
from nanproof.fixes.stable import stable
from nanproof.fixes.writing import result
from nanproof.forms.expressions import Call, call_of, has_comment
from nanproof.infer.engine import Engine
from nanproof.names.syntax import text
from nanproof.sites.site import Site
from nanproof.source.span import TextEdit

_CODES = frozenset({"NAN301", "NAN202", "NAN302"})
_STEEP = frozenset({"norm", "std", "std_of_all"})
_IMPORTS_OPTAX = re.compile(rb"^[ \t]*(?:import|from)[ \t]+optax\b", re.MULTILINE)
_EUCLIDEAN = frozenset({"", "2", "2.0", "None"})


def is_steep_alone(site: Site) -> bool:
    """Say whether a site is a norm or a deviation itself: no mask of its operand mends it."""
    return site.function.name in _STEEP


def own_root(finding: Finding, site: Site, engine: Engine) -> tuple[Fix, ...]:
    """Return the fixes of a norm or a deviation whose derivative is NaN where it is 0."""
    if finding.code not in _CODES or has_comment(site.node):
        return ()
    call = call_of(site, site.node)
    if call is None:
        return ()
    root = Root(call, site.function.title, site.framework.name, purpose_below(site.function.name))
    found = (_safe_norm(site, engine, call), _floored(site, root))
    fixes = [each for each in found if each is not None]
    return tuple(replace(each, preferred=index == 0) for index, each in enumerate(fixes))


def _floored(site: Site, root: Root) -> Fix | None:
    edits = rewritten(site, root)
    if edits is None:
        return None
    written = result(site.document, site.span, edits)
    return Fix(
        title=f"Keep the root above 0: {written}",
        reason="value and derivative are finite; what was exactly 0 is the root of the floor now",
        result=written,
        applicability=Applicability.UNSAFE,
        edits=edits,
        lead="write",
    )


def _safe_norm(site: Site, engine: Engine, call: Call) -> Fix | None:
    """Return the norm of optax, which is 0 for zeros and has the derivative 0 there, in files that import optax."""
    if site.framework.name != "jax" or site.function.name != "norm":
        return None
    if site.engine.modules.bindings(site.document).search(_IMPORTS_OPTAX) is None:
        return None
    if not set(call.roles) <= {"x", "axis", "order"} or text(call.roles.get("order")) not in _EUCLIDEAN:
        return None
    spelling = spelt(site.document, engine, site.callee, "optax.safe_norm")
    if spelling is None:
        return None
    along = f", axis={text(call.roles['axis'])}" if "axis" in call.roles else ""
    edits = (*spelling.edits, TextEdit(site.span, f"{spelling.expression}({text(call.operand)}, 0.0{along})"))
    reason = "it is what it was, 0 included, and its derivative is 0 for a vector of zeros"
    return stable(site, "Take the norm of optax", reason, edits)
