"""Exponents that training makes large, by what they are: a ratio of probabilities, a loss over a temperature, a risk.

Nothing bounds them, and nothing in the source shows that they get there: what is said of them is information.
"""

from __future__ import annotations

from itertools import islice
from math import inf, isfinite

from tree_sitter import Node

from nanproof.forms.handwritten import LARGEST_EXPONENT
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.producer import Producer
from nanproof.infer.structure import essence, operand, part_of
from nanproof.infer.value import Computation, Holder, Number
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, inside, is_a, outwards, parent_of, required, text
from nanproof.sites.site import Site
from nanproof.uses.clipped_objective import call_around, is_clipped_beside, is_cut_from_above
from nanproof.uses.learnt_from import is_descended, weighs_log_probabilities
from nanproof.uses.log_scales import is_log_scale, is_ratio_to_log_prob
from nanproof.uses.training import trains

_LOG_PROBABILITIES = frozenset({"log_softmax", "log_sigmoid", "log_probability"})
_LOSSES = frozenset(
    {
        "loss",
        "cross_entropy_of_weights",
        "mean_cross_entropy",
        "mean_loss",
        "categorical_cross_entropy",
        "binary_cross_entropy",
    }
)
_SCALES = frozenset({"multiply", "divide"})
_SUMS = frozenset({"add", "subtract"})
_REDUCES = frozenset({"sum", "mean", "negative"})
_AVERAGES = frozenset({"sum", "mean", "divide"})
_KEEPS = frozenset({"same", "cast", "detach"})
_PRODUCTS = frozenset({"matmul", "cosine_similarity"})
_CUMULATES = frozenset({"cumsum", "cumulative_sum"})
_SUMMING = frozenset({"sum", "reduce_sum"})
_LOGARITHMS = frozenset({"log", "log1p"})
# `log(cosh(y - p))` is a loss, and an error of 90 is nothing unusual.
_OF_ERRORS = frozenset({"cosh"})
_LONGEST_WAY = 8
_MOST_USES = 8
_OF_OTHER_PLACES = frozenset({"scatter_add"})
_WEIGHTS = frozenset({"parameter", "parameter_from_0"})
LARGE = 1e3
# A cosine over less than this is above 88, where float32 ends.
COLD = 0.0113


def may_grow(site: Site) -> bool:
    """Say whether an exponent is one that training makes large: no bound of it is known."""
    operand_of = site.operand
    if site.function.name in _OF_ERRORS and _is_under_logarithm(site.node):
        return operand_of.range.interval.high > LARGEST_EXPONENT
    if operand_of.holder is not Holder.TENSOR or operand_of.range.interval.high <= LARGEST_EXPONENT:
        return False
    if _is_between_settings(operand_of, _LONGEST_WAY):
        return False
    if trains(site) and _is_learnt(site):
        return True
    made = _core(operand_of)
    if made is None:
        return _is_cumulated(site)
    if made.function.name == "subtract":
        is_ratio = any(is_log_probability(site.engine, each.term) for each in made.roles.values())
        if (is_ratio and _is_of_others(site.engine, made)) or is_clipped_beside(site, _uses(site)):
            return True
        if trains(site) and is_cut_from_above(_uses(site)):
            return True
    if _is_scaled_loss(site.engine, made) or _cold_product(made) is not None or _is_cumulated(site):
        return True
    return trains(site) and _holds_output(operand_of, _LONGEST_WAY)


def _is_learnt(site: Site) -> bool:
    """Say whether an exponent is the logarithm of a scale or a ratio, of a weight of what is learnt, or a loss."""
    if (is_log_scale(site) and not _is_of_weights_alone(site.operand)) or is_ratio_to_log_prob(site):
        return True
    return weighs_log_probabilities(site) or _is_descended_loss(site)


def _is_of_weights_alone(exponent: Number) -> bool:
    """Say whether a scale is a weight by itself, times a number: a step of training moves it by its learning rate."""
    names = {each.function.name for each in exponent.made}
    return bool(names) and names <= _WEIGHTS


def is_by_hand(site: Site) -> bool:
    """Say whether an exponential is part of a function that is written out, or of a cosine over nearly nothing.

    Of a softmax, `e / e.sum()`, or of the logarithm of a running sum: what is Inf there makes the whole NaN.
    """
    made = _core(site.operand)
    product = _cold_product(made) if made is not None else None
    if product is not None and all("unit" in each.traits for each in product.roles.values()):
        return True
    return trains(site) and (_is_cumulated(site) or any(map(_is_over_its_sum, _uses(site))))


def _is_over_its_sum(use: Node) -> bool:
    """Say whether what is divided is what its divisor sums."""
    quotient = parent_of(use)
    if quotient.type != "binary_operator" or text(required(quotient, "operator")) != "/":
        return False
    divisor = required(quotient, "right")
    is_sum = called_name(divisor) in _SUMMING
    return is_sum and text(use) in map(text, inside(divisor))


def is_log_probability(evaluator: Evaluator, term: int) -> bool:
    """Say whether a term is the logarithm of a probability, or a sum or mean of some."""
    for _ in range(_LONGEST_WAY):
        structure = evaluator.structure(essence(evaluator, term))
        if not structure:
            return False
        made = structure[1] if structure[0] == "made" else None
        name = made.function if isinstance(made, Producer) else structure[0]
        if name in _LOG_PROBABILITIES:
            return True
        if name == "negative" and _function_of(evaluator, operand(structure)) in _LOSSES:
            return True
        if (part := part_of(structure)) is not None:
            term = part[0]
        elif name == "multiply":
            return any(is_log_probability(evaluator, operand(structure, role)) for role in ("x", "y"))
        elif name in _REDUCES or name == "divide":
            term = operand(structure)
        else:
            return False
    return False


def _function_of(evaluator: Evaluator, term: int) -> str:
    structure = evaluator.structure(essence(evaluator, term))
    made = structure[1] if structure and structure[0] == "made" else None
    return made.function if isinstance(made, Producer) else str(structure[0]) if structure else ""


def _core(number: Number) -> Computation | None:
    """Return what an operand was computed by, casts and reshapes aside."""
    made = number.computation
    for _ in range(_LONGEST_WAY):
        if made is None or made.function.name not in _KEEPS:
            return made
        made = made.roles["x"].computation
    return made


def _is_of_others(evaluator: Evaluator, made: Computation) -> bool:
    """Say whether the two sides of a difference are not one value: `logp - logsumexp(logp)` is bounded."""
    one, other = (essence(evaluator, made.roles[role].term) for role in ("x", "y"))
    return one != other and not any(each.function.name == "logsumexp" for each in _computations(made.roles["y"]))


def _computations(number: Number) -> tuple[Computation, ...]:
    made = _core(number)
    return (made,) if made is not None else ()


def _is_descended_loss(site: Site) -> bool:
    """Say whether the exponential of a loss is descended: a perplexity otherwise, which is looked at."""
    return _is_average_loss(site.engine, site.operand.term) and is_descended(site)


def _is_average_loss(evaluator: Evaluator, term: int) -> bool:
    """Say whether a term is a loss, or the mean of one of each element, written out or not."""
    for _ in range(_LONGEST_WAY):
        if _is_loss(evaluator, term):
            return True
        structure = evaluator.structure(essence(evaluator, term))
        if not structure or structure[0] not in _AVERAGES:
            return False
        term = operand(structure)
    return False


def _is_scaled_loss(evaluator: Evaluator, made: Computation) -> bool:
    """Say whether a loss is scaled: what is not scaled is a perplexity, which is looked at."""
    if made.function.name not in _SCALES or any(each.range.interval.high <= 0 for each in made.roles.values()):
        return False
    scaled = [made.roles["x"]] if made.function.name == "divide" else list(made.roles.values())
    return any(_is_loss(evaluator, each.term) for each in scaled)


def _cold_product(made: Computation) -> Computation | None:
    """Return what multiplies vectors where that is divided by a small number, a temperature."""
    if made.function.name != "divide" or not 0 < _least(made.roles["y"]) <= COLD:
        return None
    product = _core(made.roles["x"])
    return product if product is not None and product.function.name in _PRODUCTS else None


def _least(temperature: Number) -> float:
    return min((each.value for each in temperature.range.points), default=inf)


def _is_loss(evaluator: Evaluator, term: int) -> bool:
    return _function_of(evaluator, term) in _LOSSES


def _holds_output(number: Number, depth: int) -> bool:
    """Say whether an output of a network is scaled, or moved by something of which nothing is known: an advantage."""
    if any(each.value >= LARGE for each in number.range.points):
        return True
    made = _core(number)
    if made is None or not depth or not number.range.interval.high > LARGE:
        return False
    if made.function.name in _SCALES:
        return _holds_output(made.roles["x"], depth - 1) and made.roles["y"].computation is None
    if made.function.name in _SUMS:
        leaves = [each for each in made.roles.values() if each.range.is_unknown and _comes_from_elsewhere(each)]
        rest = [each for each in made.roles.values() if each not in leaves]
        return len(rest) == 1 and _holds_output(rest[0], depth - 1)
    return False


def _comes_from_elsewhere(number: Number) -> bool:
    """Say whether nothing is known of how a number is made, or it is the sum of those that fall into its place."""
    made = _core(number)
    return number.computation is None or (made is not None and made.function.name in _OF_OTHER_PLACES)


def _is_between_settings(number: Number, depth: int) -> bool:
    """Say whether bounded values are moved and scaled by what is given: `low + (high - low) * tanh(x)`."""
    if isfinite(number.range.interval.low) and isfinite(number.range.interval.high):
        return number.range.single is None
    made = _core(number)
    if made is None or not depth or made.function.name not in _SUMS | _SCALES:
        return False
    varying = [each for each in made.roles.values() if not _is_setting(each, depth - 1)]
    return len(varying) == 1 and _is_between_settings(varying[0], depth - 1)


def _is_setting(number: Number, depth: int) -> bool:
    """Say whether a number is a constant, or nothing is known of it, not even that it is a tensor; or made of such."""
    if number.range.single is not None or number.computation is None:
        return number.range.single is not None or (number.range.is_unknown and number.holder is not Holder.TENSOR)
    return depth > 0 and all(_is_setting(each, depth - 1) for each in number.computation.roles.values())


def _uses(site: Site) -> tuple[Node, ...]:
    """Return the result where it stands, and where the name that holds it is read."""
    statement = parent_of(site.node)
    target = required(statement, "left") if statement.type == "assignment" else None
    if not is_a(target, "identifier"):
        return (site.node,)
    bindings = site.engine.modules.bindings(site.document)
    later = bindings.occurrences_in(text(target), statement.end_byte, scope_of(site.node).end_byte)
    return (site.node, *islice(later, _MOST_USES))


def _is_cumulated(site: Site) -> bool:
    """Say whether the logarithm of a running sum of a result is taken: the risk set of a Cox model."""
    calls = map(call_around, _uses(site))
    return any(called_name(each) in _CUMULATES and _is_under_logarithm(each) for each in calls)


def _is_under_logarithm(node: Node) -> bool:
    for above in islice(outwards(node, "block", "module"), _LONGEST_WAY):
        if called_name(above) in _LOGARITHMS:
            return True
        if above.type == "assignment":
            return _is_name_under_logarithm(above)
    return False


def _is_name_under_logarithm(assignment: Node) -> bool:
    name, following = text(required(assignment, "left")), parent_of(assignment).next_named_sibling
    for _ in range(_MOST_USES):
        if following is None:
            return False
        for each in inside(following):
            if called_name(each) in _LOGARITHMS and name in text(each):
                return True
        following = following.next_named_sibling
    return False
