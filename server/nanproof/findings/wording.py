"""Sentences about values: what an operand is, which value it takes, and what the operation makes of it."""

from __future__ import annotations

from nanproof.catalog.model import Domain
from nanproof.infer.value import Made, Number
from nanproof.masks.added_up import is_added_up
from nanproof.sites.site import Site
from nanproof.source.quoting import code
from nanproof.values.interval import number, shown
from nanproof.values.ranges import Point

LONGEST_QUOTE = 60


def quoted(source: str) -> str:
    """Return source code as a message shows it: on one line, in backquotes, not too long."""
    if len(source) > LONGEST_QUOTE:
        source = f"{source[: LONGEST_QUOTE - 1].rstrip()}…"
    return code(source)


def consequence(site: Site, value: float) -> str:
    """Say what the operation, or its derivative, makes of an invalid value."""
    domain = site.domain
    if site.function.overflows:
        return overflow(site)
    if (domain is None or domain.holds(value)) and site.function.steep:
        return site.function.steep
    at_edge = domain is not None and value in (domain.low, domain.high, domain.hole)
    return site.function.at_edge if at_edge else site.function.outside


def overflow(site: Site) -> str:
    """Say what the operation makes of an operand that is too large."""
    return f"{site.function.outside} in {site.operand.dtype.value}"


def values(operand: Number) -> str:
    """Return the values of an operand as people write them: `[0, 1]`."""
    return shown(operand.range.interval)


def allowed(domain: Domain) -> str:
    """Say which operands are valid: `above 0`, `from -1 to 1`, `other than 0`."""
    if domain.hole is not None:
        return f"other than {number(domain.hole)}"
    if domain.high == float("inf"):
        return f"{'above' if domain.low_open else 'at least'} {number(domain.low)}"
    return f"from {number(domain.low)} to {number(domain.high)}"


def is_evident(operand: Number, point: Point) -> bool:
    """Say whether a point may be reported: a producer makes it, or the operand is a mask that lets it through.

    A 0 that somebody wrote, `where(mask, 0.0, p)`, is taken under no producer: an infinite result is meant there.
    """
    return "mask" in operand.traits or decisive(operand, point) is not None


def decisive(operand: Number, point: Point) -> tuple[Made, float] | None:
    """Return the producer whose value makes the point, and that value: the first on the way that is explained."""
    taken = dict(point.under)
    for made in operand.made:
        value = taken.get(made.producer)
        if value is not None and made.reaches(value):
            return made, value
    return next(((made, taken[made.producer]) for made in operand.made if made.producer in taken), None)


def explained(site: Site, point: Point) -> str:
    """Say why an operand takes an invalid value, and what follows."""
    operand, quote = site.operand, quoted(site.operand_text)
    follows = consequence(site, point.value)
    found = decisive(operand, point)
    if found is None:
        if is_added_up(operand):
            return f"{quote} is {number(point.value)} where all that it is made of is clipped, and {follows}"
        verb = "is" if operand.range.single is not None or "mask" in operand.traits else "holds"
        return f"{quote} {verb} {number(point.value)}, and {follows}"
    made, value = found
    noun = made.function.noun
    dtype = f" in {made.dtype.value}" if made.dtype.is_float else ""
    reach = made.reaches(value)
    if reach is None:
        return f"{quote} comes from {noun}: {_lacks(site, point)}, and {follows}"
    if made == operand.direct:
        return f"{quote} is {noun}: it is {reach.value}{dtype} {reach.when}, and {follows}"
    return (
        f"{quote} comes from {noun}, which is {reach.value}{dtype} {reach.when}: "
        f"then {quote} is {_taken(point)}, and {follows}"
    )


def _taken(point: Point) -> str:
    """Return a value as a message says it: one that rounding makes is only as good as its sign."""
    return "below 0" if -1e-4 < point.value < 0 else number(point.value)


def _lacks(site: Site, point: Point) -> str:
    """Say what is missing: a bound of the operand, or, where it has one, that it stays clear of it."""
    if site.domain is not None and site.domain.holds(point.value) and not site.function.overflows:
        return f"it can be exactly {_taken(point)}"
    return f"nothing keeps it {_bound(site)}"


def _bound(site: Site) -> str:
    if site.function.overflows:
        return "small enough"
    domain = site.domain
    return allowed(domain) if domain is not None else "valid"
