"""Whether an infinite derivative is stopped on its way back, by a mask that chooses in its own backward pass.

Observed (FACTS, T10): at `x <= 0` relu answers 0 whatever arrives, in PyTorch and JAX; outside of their bounds `clamp`,
`maximum` and their kind do so in PyTorch and TensorFlow. There `sqrt(clamp(x, min=0))` fails where x is exactly 0, and
nowhere else. `jnp.clip` and `tf.nn.relu` multiply with 0, which makes NaN.
"""

from __future__ import annotations

from nanproof.rules.masks import masks_of
from nanproof.rules.site import Site
from nanproof.values.ranges import Point

_RELU_CHOOSES = frozenset({"torch", "jax"})
_BOUNDS_CHOOSE = frozenset({"torch", "tensorflow"})
# What comes so near to a bound is taken to meet it: where rounding decides, as in a difference of two squares.
NEAR = 1e-3


def until(site: Site) -> str:
    """Say up to which release of the framework a derivative is infinite behind a clip to the bound, if not for ever."""
    made, since = site.operand.computation, site.framework.clip_is_flat_since
    if not since or made is None or made.function.name != "clip":
        return ""
    return f" (before {site.framework.title} {since}: from there on a clip has the derivative 0 at its bounds)"


def is_stopped(site: Site) -> bool:
    """Say whether the operand's own maker answers 0 to an infinite or NaN derivative where the operand is 0."""
    direct = site.operand.direct
    return direct is not None and direct.function.name == "relu" and site.framework.name in _RELU_CHOOSES


def is_bound_of_the_unknown(site: Site) -> bool:
    """Say whether an operand is 0 only because something unknown was clipped to it: possible, not shown.

    A bound at -1 or 1 is there for a cosine, which is exactly 1 for equal directions.
    """
    masking = next(masks_of(site.operand), None)
    if masking is None or masking.is_offset or masking.result != site.operand or masking.inner is None:
        return False
    return masking.is_half_line and masking.inner.range.is_unknown


def is_stopped_but_at_the_bound(site: Site, point: Point) -> bool:
    """Say whether a derivative is infinite only where what was clipped is the bound itself, as hardly any number is."""
    if site.framework.name not in _BOUNDS_CHOOSE:
        return False
    masking = next(masks_of(site.operand), None)
    if masking is None or masking.is_offset or masking.result != site.operand or masking.inner is None:
        return False
    points = masking.inner.range.points
    if not points and point.value != 0:
        return False  # most likely a cosine, which is exactly 1 for equal directions
    return all(abs(inner.value - point.value) > NEAR for inner in points)
