"""# compiler-removed-mask (NAN203)

## What it does

Finds masks that work where the code runs as it is written and are gone once it is compiled: `log(1 - p + 1e-8)` in
TensorFlow and JAX.

## Why is this bad?

`1 - p + 1e-8` is at least 1e-8 in float32, and the commonest mask of hand-written GAN, VAE and cross-entropy losses.
TensorFlow's graph optimiser and XLA may add constants in another order, and compute `(1 + 1e-8) - p`; but `1 + 1e-8` is
1 in float32, so what runs is `log(1 - p)`. It is -18.4 when you call the function and `-inf` under `tf.function`, in a
TensorFlow 1 session, in Keras' `fit`, under `jit_compile` and under `jax.jit`. TensorFlow's optimiser does it to every
difference: `(x - min) / (max - min + 1e-8)` of a constant row is NaN in `model.predict`.

## Example

```python
import tensorflow as tf


@tf.function
def generator_loss(logits):
    p = tf.nn.sigmoid(logits)
    return tf.reduce_mean(tf.math.log(1 - p + 1e-8))
```

## Use instead

```python
import tensorflow as tf


@tf.function
def generator_loss(logits):
    p = tf.nn.sigmoid(logits)
    return tf.reduce_mean(tf.math.log(tf.maximum(1 - p, 1e-7)))
```

## Fix safety

The fix writes a maximum, which no compiler moves into the difference. Differences above the bound keep their value,
without the epsilon. Another fix keeps the sum and takes an epsilon that the constant does not swallow: 1e-7 in float32.

## Severity

- `warning`: the operation stands in compiled code: below `@tf.function` or `jax.jit`, in a function that such a one
  calls, in a loss or model that Keras compiles, in TensorFlow 1.
- `information`: elsewhere in TensorFlow, Keras and JAX, where the same code may be compiled by somebody else.

Silent: PyTorch and NumPy compute what is written.

## References

- Observed on TensorFlow 2.21, Keras 3.15 and JAX 0.10; off with Grappler's `constant_folding=False` and with XLA's
  `algsimp` pass disabled
- TensorFlow: [graph optimization with Grappler](https://www.tensorflow.org/guide/graph_optimization)
"""

from __future__ import annotations

from nanproof.findings.domain import reported
from nanproof.findings.evidence import clearest
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import failing_in_backward, hiding, invalid_points
from nanproof.findings.line import Source, line
from nanproof.findings.rule import Rule, documented
from nanproof.findings.wording import consequence
from nanproof.masks.before import short
from nanproof.masks.reassociation import Removed, removed_masks
from nanproof.sites.site import Site
from nanproof.sites.xla import is_for_xla
from nanproof.uses.compiled import is_compiled

_COMPILING = frozenset({"tensorflow", "jax", "keras"})


def _check(rule: Rule, site: Site) -> Finding | None:
    if site.framework.name not in _COMPILING or site.domain is None or invalid_points(site):
        return None
    removed = removed_mask(site)
    if removed is None:
        return None
    point = clearest(invalid_points(removed.site))
    dtype = removed.masking.result.dtype.value
    by, epsilon = short(removed.swallowed_by), short(removed.epsilon)
    how = f"{by} + {epsilon}, added first, is {by} in {dtype}; use a maximum"
    message = line((Source(removed.masking.written), f" loses its mask when compiled: {how}"))
    to = " to the larger element" if removed.is_spread else ""
    aside = f"; compiled code adds the {epsilon}{to} first, and then {consequence(site, point.value)}"
    severity = Severity.WARNING if is_compiled(site) else Severity.INFORMATION
    return reported(rule, site, severity, message, point, aside)


def removed_mask(site: Site) -> Removed | None:
    """Return the mask without which the compiled operation takes an invalid value."""
    for removed in removed_masks(site):
        if removed.is_spread and is_for_xla(site):
            continue  # only Grappler takes apart the difference of two tensors
        if invalid_points(removed.site) and (hiding(removed.site) is None or failing_in_backward(removed.site)):
            return removed
    return None


RULE = documented("NAN203", "compiler-removed-mask", __doc__, _check)
