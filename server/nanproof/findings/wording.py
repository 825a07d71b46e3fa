"""Sentences about values: what an operand is, which value it takes, and what the operation makes of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from math import isinf

from nanproof.catalog.model import Domain
from nanproof.findings.line import LONGEST_QUOTE, line, source_of
from nanproof.infer.story import steps
from nanproof.infer.value import Made, Number
from nanproof.masks.added_up import is_added_up
from nanproof.sites.site import Site
from nanproof.source.place import Reason
from nanproof.source.quoting import abridged, code
from nanproof.values.interval import number, shown
from nanproof.values.ranges import UNBOUNDED, Point

# What hands on the 0 that it is given explains nothing of it.
_HANDS_ON = "for an input of 0"
_FARTHEST = 60
# What takes a root of its own, whose derivative no bound around its operand mends.
_ROOTS_INSIDE = frozenset({"norm", "std"})


def quoted(source: str) -> str:
    """Return source code as a chain shows it: on one line, in backquotes, not too long."""
    return code(abridged(source, LONGEST_QUOTE))


def consequence(site: Site, value: float) -> str:
    """Say what the operation, or its derivative, makes of an invalid value."""
    if site.function.overflows:
        return overflow(site)
    if site.holds(value):
        return site.function.steep
    return site.function.at_edge if value in site.edges else site.function.outside


def overflow(site: Site) -> str:
    """Say what the operation makes of an operand that is too large."""
    return f"{site.function.outside} in {site.operand.dtype.value}"


def values(operand: Number) -> str:
    """Return the values of an operand as people write them: `[0, 1]`."""
    return shown(operand.range.interval)


def allowed(domain: Domain) -> str:
    """Say which operands are valid: `above 0`, `from -1 to 1`, `away from 0`."""
    if domain.hole is not None:
        return f"away from {number(domain.hole)}"
    if domain.poles:
        return "neither 0 nor a negative integer"
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
    # A root that nothing explains is that of a bound that is let through: masked, and no reason for anything.
    unexplained = (made for made in operand.made if made.producer in taken and made.function.name != "sqrt")
    return next(((made, taken[made.producer]) for made in unexplained), None)


def blamed(operand: Number, point: Point) -> tuple[Made, float] | None:
    """Return the producer that a message names, and its value: of those that explain it the nearest to the operation.

    What only hands on the 0 that it is given is named where nothing else is.
    """
    taken_by = dict(point.under)
    explaining = {
        made.producer: reach.when == _HANDS_ON
        for made in operand.made
        if made.producer in taken_by and (reach := made.reaches(taken_by[made.producer])) is not None
    }
    wanted = {each for each, hands_on in explaining.items() if not hands_on} or set(explaining)
    made = _nearest(operand, wanted) if len(wanted) > 1 else None
    return (made, taken_by[made.producer]) if made is not None else _first(operand, wanted or set(taken_by), taken_by)


def _first(operand: Number, wanted: AbstractSet[object], taken_by: Mapping[object, float]) -> tuple[Made, float] | None:
    return next(((made, taken_by[made.producer]) for made in operand.made if made.producer in wanted), None)


def _nearest(operand: Number, wanted: AbstractSet[object]) -> Made | None:
    """Return the producer among some that the fewest operations lie behind; of two the one that is written first."""
    waiting = deque([operand])
    for _ in range(_FARTHEST):
        if not waiting:
            break
        known = waiting.popleft()
        if known.direct is not None and known.direct.producer in wanted:
            return known.direct
        waiting += known.computation.roles.values() if known.computation is not None else ()
    return None


def kept(domain: Domain) -> str:
    """Say where an operand is to be kept: `above 0`, `between -1 and 1`, `away from 0`."""
    if domain.high != float("inf"):
        return f"between {number(domain.low)} and {number(domain.high)}"
    if domain.poles:
        return "above 0"
    if domain.hole is None and not domain.low_open:
        return f"at {number(domain.low)} or above"
    return allowed(domain)


def advice(site: Site) -> str:
    """Say what to do about an invalid operand, as the end of a sentence: where its derivative is finite as well."""
    if site.function.overflows:
        return "; bound it"
    domain = site.gradient or site.domain or Domain()
    if site.function.transfer in _ROOTS_INSIDE:
        return "; keep its root above 0"
    return f"; keep it {kept(domain)}" if isinf(domain.high) else "; keep it between them"


def explained(site: Site, point: Point, until: str = "") -> str:
    """Say why an operand takes an invalid value, what follows, and what to do; `until` says in which releases."""
    operand, ends = source_of(site.operand_node), f": {consequence(site, point.value)}{until}"
    causes, is_advised = _causes(site, point)
    advised = f"{ends}{advice(site)}"
    if not is_advised:
        return line(*((operand, f" {cause}{ends}") for cause in causes))
    shortest = f"can be {taken(site, point.value)}"
    wordings = [(operand, f" {cause}{advised}") for cause in causes]
    return line(*wordings, *((operand, f" {cause}{ends}") for cause in (causes[-1], shortest)))


def _causes(site: Site, point: Point) -> tuple[list[str], bool]:
    """Return what makes an operand invalid, the fullest wording first, and whether that leaves open what to do."""
    value, found = point.value, blamed(site.operand, point)
    if found is None:
        return [_alone(site, value)], True
    made, made_value = found
    noun, is_direct = made.function.noun, made == site.operand.direct
    reach = made.reaches(made_value)
    if reach is None:
        origin = f"is {noun}" if is_direct else f"comes from {noun}"
        if site.function.overflows:
            return [f"{origin}, which nothing bounds"], False
        if not site.holds(value):
            return [f"{origin}, and nothing keeps it {kept(site.domain or Domain())}"], False
        return [f"{origin} and can be exactly {taken(site, value)}"], True
    if is_direct:
        return [f"is {noun}, {reach.value} {reach.when}", f"is {noun} and can be {reach.value}"], True
    can = f"can be {taken(site, value)}"
    if site.holds(value) and value >= UNBOUNDED > made_value:
        return [can], True  # something else makes it large: what the producer makes is no reason
    if reach.value.removeprefix("exactly ") == taken(site, value):
        return [f"{can}, as {noun} is {reach.when}", f"{can}, as {noun} can"], True
    where = f"{can} where {noun} is {reach.value}"
    return [f"{where} ({reach.when})", where], True


def way(operand: Number, point: Point | None) -> tuple[Reason, ...]:
    """Return the steps on which an operand came by a value: those of the producer that is to blame for it.

    The producer says which value it takes, and when.
    """
    if point is None:
        return steps(operand.trace)
    found, taken_by = blamed(operand, point), frozenset(symbol for symbol, _ in point.under)
    if found is None:
        return steps(operand.trace, None, taken_by)
    made, value = found
    told, reach = steps(operand.trace, made.producer, taken_by), made.reaches(value)
    if reach is None:
        return told
    dtype = f" in {made.dtype.value}" if reach.is_of_dtype else ""
    said = f"made here, {reach.value}{dtype} {reach.when}"
    return tuple(replace(each, message=said) if each.place == made.place else each for each in told)


def _alone(site: Site, value: float) -> str:
    """Say which value an operand takes that no producer makes: for certain, at one of its places, or possibly."""
    if is_added_up(site.operand):
        return f"can be {taken(site, value)} where all that it sums is clipped"
    if site.operand.range.single is not None:
        return f"is {value:g}"
    return f"can be {taken(site, value)}" if "mask" in site.operand.traits else f"holds {value:g}"


def taken(site: Site, value: float) -> str:
    """Say which value an operand takes, by the edge of its domain: one that rounding makes is only as good as that."""
    domain = site.domain
    if domain is None or domain.holds(value):
        return f"{value + 0.0:.4g}" if value < UNBOUNDED else "as large as you like"
    if domain.poles or value in (domain.hole, domain.low, domain.high):
        return number(value)
    return f"below {number(domain.low)}" if value < domain.low else f"above {number(domain.high)}"
