"""Which invalid points of an operand may be reported, how strong that is, and which is the easiest to believe."""

from __future__ import annotations

import math
import re
from collections.abc import Set as AbstractSet

from tree_sitter import Node

from nanproof.catalog.model import Domain
from nanproof.findings.coincidence import NORMS, is_coincidence, is_norm_of_weights, is_of_weights_alone
from nanproof.findings.finding import Severity
from nanproof.findings.scales import is_scale_far_out
from nanproof.findings.scheduled import is_scheduled
from nanproof.findings.shown import is_shown
from nanproof.findings.unrecorded import is_score_of_what_is_done, is_untrained, runs_only_unrecorded
from nanproof.findings.wording import decisive, is_evident
from nanproof.forms.directions import is_by_length_of_another
from nanproof.forms.divisors import is_share
from nanproof.forms.literal import is_constant
from nanproof.forms.relative_error import is_relative_error, is_told_as_an_error
from nanproof.infer.by_hand import FLOORS
from nanproof.infer.callsites import is_test
from nanproof.infer.selected import COUNTS, OF_EACH, only_counts
from nanproof.infer.structure import behind, uncast
from nanproof.infer.value import Holder, Made
from nanproof.infer.vanishing import is_along_an_axis
from nanproof.masks.added_up import is_added_up, is_area
from nanproof.names.scopes import definitions_around, functions_around, scope_of
from nanproof.names.syntax import required, text
from nanproof.sites.site import Site
from nanproof.uses.consumed import is_replaced_if_not_finite
from nanproof.uses.contexts import only_measures, runs_unrecorded
from nanproof.uses.data_set import STATISTICS, is_of_a_data_set, is_whole
from nanproof.uses.differentiated import is_differentiated
from nanproof.uses.expected import is_expected
from nanproof.uses.log_space import is_in_log_space
from nanproof.uses.picked import is_only_picked, is_picked_by_its_own
from nanproof.uses.trained_on import is_in_loss, is_in_score
from nanproof.uses.training import is_of_numpy_alone, trains
from nanproof.values.dtype import DType
from nanproof.values.ranges import Point
from nanproof.values.transfer.arithmetic import is_beyond_bound

_TESTS = ("test", "setup")
_MOST_HELPERS = 2  # between a test and what it expects
# Whose results sum to 1, so that some of them are not 0.
_PROJECTS = re.compile(r"sparse_?max|entmax|simplex", re.IGNORECASE)
_PRODUCTS = frozenset({"linear", "matmul", "weighted_sum"})
# Made to weigh what is trained on; other counts of arrays are there to be looked at.
_OF_CLASSES = frozenset({"tally", "count_of_each_class"})
_ROOTS = frozenset({"sqrt"})
_MOST_BEHIND = 12
_GUESSING = frozenset({"NAN102", "NAN103", "NAN106", "NAN301"})  # of divisions and roots, deviations and norms


def evident(site: Site, domain: Domain) -> list[Point]:
    """Return the points outside a domain that may be reported.

    A constant has them where the source shows that nobody fills it meanwhile, and nothing says that -inf is meant.
    """
    taken = [point for point in site.operand.range.points if not math.isnan(point.value)]  # what made the NaN is told
    outside = [point for point in taken if not domain.holds(point.value)]
    invalid = [point for point in outside if is_evident(site.operand, point)]
    if outside and not site.operand.made and is_shown(site):
        return outside if domain is site.domain or not is_constant(site) else []
    return [point for point in invalid if not _is_unlikely(site, point)]


def _is_unlikely(site: Site, point: Point) -> bool:
    """Say whether nobody need be told of a point: odd inputs in a test, or of weights, or the far end of a schedule.

    Nor of what was not counted, where only what was is picked.
    """
    found = decisive(site.operand, point)
    if found is None:
        return False
    if found[0].function.name in OF_EACH and is_picked_by_its_own(site, found[0].place):
        return True
    if found[0].function.degenerate:
        return is_test(site.engine, site.document) or is_norm_of_weights(site.operand, found[0])
    return site.function.rule in _GUESSING and is_scheduled(found[0], point)


def is_in_test(site: Site) -> bool:
    """Say whether a site stands in a test, and not in a model or a training loop that happens to stand in its file."""
    for each in definitions_around(site.node) if is_test(site.engine, site.document) else ():
        name = text(each.child_by_field_name("name"))
        if name.lower().startswith(_TESTS) or "Test" in name + text(each.child_by_field_name("superclasses")):
            return True
        if scope_of(each).parent is None and _is_called_by_tests(site, each):
            return True
    return False


def _is_called_by_tests(site: Site, function: Node, depth: int = _MOST_HELPERS) -> bool:
    """Say whether a function of a file of tests is called, and by tests and their helpers alone: they expect it."""
    calls = site.engine.call_sites(site.document, function)
    return bool(calls) and all(
        any(_is_of_tests(site, each, depth) for each in functions_around(call)) for _, call in calls
    )


def _is_of_tests(site: Site, function: Node, depth: int) -> bool:
    if text(function.child_by_field_name("name")).lower().startswith(_TESTS):
        return True
    return depth > 0 and _is_called_by_tests(site, function, depth - 1)


def is_degenerate(site: Site, point: Point) -> bool:
    """Say whether only inputs out of the ordinary make a point: a vector of zeros, one draw in ten million."""
    return _odd(site, point) is not None


def _odd(site: Site, point: Point) -> Made | None:
    """Return what makes a point of such inputs."""
    found = decisive(site.operand, point)
    return found[0] if found is not None and found[0].function.degenerate else None


def severity_of(site: Site, point: Point) -> Severity:
    """Say how strong the evidence is: what only odd inputs do to an array, which nobody trains on, is information.

    A count of each number is as often one of an array as not, and is there to make weights of.

    So is what a norm or a deviation would be of inputs that nothing is known of, unless the source expects them, and
    what a test computes: the inputs are its own, and it would have failed.
    """
    odd, each = _odd(site, point), _maker(site, point, OF_EACH)
    is_of_array = odd is not None and site.operand.holder is Holder.ARRAY and each is None
    if (is_of_array and _is_seen(site, point)) or _is_reported_of_a_tensor(site, point):
        return Severity.HINT
    if _is_direction_of_features(site, point):
        return Severity.HINT
    is_of_data = _is_statistic(site, point) and is_of_a_data_set(site)
    if is_of_data and is_whole(site):
        return Severity.HINT
    is_weak = is_of_array or is_of_data or (odd is not None and _is_weakened(site, odd))
    is_guess = is_in_test(site) or _is_guess(site, point) or is_added_up(site.operand)
    is_guess = is_guess or (site.function.rule == "NAN102" and is_area(site.operand))
    is_guess = is_guess or only_measures(site.document, site.node) or is_replaced_if_not_finite(site)
    is_guess = is_guess or (site.operand.holder is Holder.ARRAY and _is_looked_at(site, point))
    is_guess = is_guess or (is_in_score(site) and runs_unrecorded(site.engine, site.node))
    is_guess = is_guess or (each is not None and is_only_picked(site, each.place.text))
    is_guess = is_guess or is_coincidence(site.operand, point) or _is_floor_of_a_root(site, point)
    is_possible = is_weak or is_guess or _is_product_of_arrays(site, point) or is_in_log_space(site)
    is_possible = is_possible or is_score_of_what_is_done(site)
    return Severity.INFORMATION if is_possible else Severity.WARNING


def _is_floor_of_a_root(site: Site, point: Point) -> bool:
    """Say whether a root is 0 at the floor that keeps something unknown from below 0: `sqrt(maximum(x, 0))`.

    A sum of squares is never below, and 0 where all of them are.
    """
    if not _is_made_by(site, point, _ROOTS) or not any(is_beyond_bound(symbol) for symbol, _ in point.under):
        return False
    made = (each.computation for each in behind((site.operand,), _MOST_BEHIND))
    floors = (each.roles for each in made if each is not None and each.function.name in FLOORS)
    floored = (each for roles in floors for each in roles.values() if each.range.single is None)
    return all(each.range.interval.low < 0 for each in floored)


def _is_reported_of_a_tensor(site: Site, point: Point) -> bool:
    """Say whether odd inputs alone make a point of a tensor that is only measured: an error relative to what is met."""
    if site.operand.holder is not Holder.TENSOR or not is_degenerate(site, point) or is_in_loss(site):
        return False
    return is_told_as_an_error(site)


def _is_seen(site: Site, point: Point) -> bool:
    """Say whether an array is there to be looked at, or is one direction: in a file of NumPy alone, and in no loss."""
    if only_measures(site.document, site.node) or is_relative_error(site):
        return True
    norm = _maker(site, point, NORMS)
    if norm is None:
        return False
    reduction = f"{norm.place.text.rstrip(')')})"  # of `np.sqrt(np.sum(x**2, 1))`
    return not is_along_an_axis(reduction) and is_of_numpy_alone(site) and not trains(site) and not is_in_loss(site)


def _is_direction_of_features(site: Site, point: Point) -> bool:
    """Say whether a model that is done is asked for directions: by the norm of its outputs, where none is trained.

    `features / features.norm(dim=-1)` under `no_grad` compares images with texts; nothing that is kept becomes NaN.
    """
    if not _is_made_by(site, point, NORMS) or site.operand.holder is not Holder.TENSOR:
        return False
    return not trains(site) and not is_in_loss(site) and runs_only_unrecorded(site)


def _is_statistic(site: Site, point: Point) -> bool:
    return _is_made_by(site, point, STATISTICS)


def _is_weakened(site: Site, odd: Made) -> bool:
    """Say whether something speaks against the odd inputs of a producer, or for that they do no harm."""
    return _is_doubtful(site, odd) or is_untrained(site) or _is_told_for_its_derivative(site, odd)


def _is_told_for_its_derivative(site: Site, odd: Made) -> bool:
    """Say whether others doubt a value that weighs more here for its derivative, of which nobody asks."""
    if not odd.function.doubted_by or site.function.rule not in _GUESSING:
        return False
    if site.operand.holder is not Holder.TENSOR:
        return False
    return not is_differentiated(site)


def _is_looked_at(site: Site, point: Point) -> bool:
    """Say whether an array is of a score that is computed of results, or divided by a count outside of a loss."""
    if decisive(site.operand, point) is None:
        return False
    return is_in_score(site) or (_is_made_by(site, point, COUNTS - _OF_CLASSES) and not is_in_loss(site))


def _is_made_by(site: Site, point: Point, functions: AbstractSet[str]) -> bool:
    """Say whether one of some functions makes a point."""
    return _maker(site, point, functions) is not None


def _maker(site: Site, point: Point, functions: AbstractSet[str]) -> Made | None:
    """Return what makes a point, where it is one of some functions: a count that is 0, for one."""
    found = decisive(site.operand, point)
    return found[0] if found is not None and found[0].function.name in functions else None


def is_counted_in_a_metric(site: Site, point: Point) -> bool:
    """Say whether a metric divides by what it counted: NaN is what there is to say of nothing.

    A count over one that it is a part of is a metric anywhere: `tp / (tp + fp)`.
    The support of a projection onto the simplex is not counted for nothing: it is never empty.
    """
    if not _is_made_by(site, point, COUNTS):
        return False
    return only_measures(site.document, site.node) or _is_in_a_projection(site) or _is_share_of_counts(site)


def _is_share_of_counts(site: Site) -> bool:
    """Say whether a count is divided by a sum that it is a term of: a row over its sum is a weight."""
    made = uncast(site.operand).computation
    if made is None or made.function.name != "add":
        return False
    return only_counts(site.operand) and is_share(site)


def _is_in_a_projection(site: Site) -> bool:
    return any(_PROJECTS.search(text(required(each, "name"))) for each in definitions_around(site.node))


def _is_doubtful(site: Site, odd: Made) -> bool:
    """Say whether a value is merely possible, and nothing in the source says that somebody reckons with it."""
    is_doubted = site.function.rule in odd.function.doubted_by or is_by_length_of_another(site, odd)
    if not is_doubted or is_expected(site, odd):
        return False
    return not (odd.function.met_in_losses and is_in_loss(site))


def _is_guess(site: Site, point: Point) -> bool:
    """Say whether a value rests on inputs far out, of which nothing is known: a sigmoid of a gate or a schedule.

    Under a logarithm or its like it is no guess: log(sigmoid(x)) is a loss, and training drives x as far as it can. But
    not to where a sigmoid in double precision is 0. A weight that nothing is multiplied with goes nowhere near, and a
    scale that is divided by is an exponential of what stays near 0.
    """
    found = decisive(site.operand, point)
    if found is not None and is_of_weights_alone(site.operand, found[0]):
        return True
    if found is not None and site.function.rule in _GUESSING and is_scale_far_out(site, found[0]):
        return True
    if found is None or found[1] not in found[0].function.far:
        return False
    is_double = found[0].dtype is site.operand.dtype is DType.FLOAT64 and site.operand.holder is Holder.TENSOR
    if site.function.rule not in _GUESSING and not is_double:
        return False
    return any(symbol == (found[0].producer, "argument") for symbol, _ in point.under)


def _is_product_of_arrays(site: Site, point: Point) -> bool:
    """Say whether nothing is known but that arrays were multiplied: what solves equations is no layer of a network."""
    return site.operand.holder is Holder.ARRAY and _is_made_by(site, point, _PRODUCTS)


def severity_in_gradient(site: Site, point: Point) -> Severity:
    """Say how strong the evidence is where only the derivative fails."""
    is_weak = is_degenerate(site, point) or _is_guess(site, point) or is_added_up(site.operand)
    return Severity.INFORMATION if is_weak else Severity.WARNING


def most_evident(site: Site, points: list[Point]) -> Point:
    """Return the clearest point that needs no odd input, a norm of exactly 0, and no far one, or one of the others."""
    odd = {each.producer for each in site.operand.made if each.function.degenerate}
    ordinary = [each for each in points if odd.isdisjoint(dict(each.under))] or points
    return clearest([each for each in ordinary if not _is_guess(site, each)] or ordinary)


def clearest(points: list[Point]) -> Point:
    """Return the point that is easiest to believe: zero before a negative number, few producers before many."""
    return min(points, key=lambda point: (point.value != 0, len(point.under)))
