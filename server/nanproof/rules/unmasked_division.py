"""# unmasked-division (NAN102)

## What it does

Finds divisions of tensors and arrays (`/`, `//`, `tf.div`, `torch.div`, `reciprocal` and their kind) whose divisor can
be exactly 0, because of what produces it: a sum of exponentials that all underflow, a softmax, a ReLU, a norm that was
cut off at 0.

## Why is this bad?

*Missing the mask of invalid value.* Tensors do not raise: 1 / 0 is `inf`, 0 / 0 is NaN, and the gradient of `x / y` is
`-x / y**2`, which is infinite long before y is 0. A softmax by hand, `exp(z) / sum(exp(z))`, divides by exactly 0 in
float32 once every logit is below -104 (-87 where subnormals are flushed), and is NaN too once one is above 88. The
divisor must be kept away from 0, or the quotient computed in a form that needs no division.

## Example

```python
import tensorflow as tf


def attention(scores):
    weights = tf.nn.relu(scores)
    return weights / tf.reduce_sum(weights, axis=-1, keepdims=True)
```

## Use instead

```python
import tensorflow as tf


def attention(scores):
    weights = tf.nn.relu(scores)
    return weights / tf.maximum(tf.reduce_sum(weights, axis=-1, keepdims=True), 1e-8)
```

## Fix safety

The fix bounds the divisor from below where it is never negative. Divisors above the bound keep their value exactly.
Where the divisor can have both signs no fix is offered: which value is meant at 0 only the author knows.

## Severity

`error`: the divisor is a constant 0. `warning`: the producer is known, and it really takes 0. Divisions by something
unknown, and by Python numbers (`len(x)`, shapes, batch sizes), are not reported.

## References

- Y. Zhang et al.: Detecting Numerical Bugs in Neural Network Architectures (DEBAR). ESEC/FSE 2020
- L. Li et al.: Reliability Assurance for Deep Neural Network Architectures against Numerical Defects (RANUM). ICSE 2023
"""

from __future__ import annotations

from nanproof.rules.domain import outside_domain
from nanproof.rules.rule import documented

RULE = documented("NAN102", "unmasked-division", __doc__, outside_domain)
