"""The faults: what goes wrong, in two steps, with the inputs on which it does and those on which it does not.

`make` makes a value of an operand, `use` uses it; `{0}` stands for the operand of each. `wrong` is an input on which
value or gradient is not finite; where it is None the program is only worse than it could be. On `right` both are finite
and must stay; where it is None nothing is right. `near` is an input close to the hazard, where the program itself is
accurate in float64: the true gradient. `has_twin`: a stable function keeps that gradient, so a repair that makes it 0
must not be the preferred one. `usual` is a style that the sample always has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.oracle.fix_programs import IMPORTS, spelt

Rows = list[list[float]]
FRAMEWORKS = ("torch", "tensorflow", "jax", "keras", "numpy")


@dataclass(frozen=True, eq=False)
class Fault:
    """A fault in the words of one framework."""

    framework: str
    name: str
    make: str
    use: str
    wrong: Rows | None
    right: Rows | None
    near: Rows | None = None
    has_twin: bool = False
    above: str = ""
    imports: str = ""
    only_compiled: bool = False
    usual: str = ""

    def __str__(self) -> str:
        return f"{self.framework}-{self.name}"

    @property
    def imported(self) -> str:
        """The imports, a line each."""
        return self.imports or IMPORTS[self.framework]

    @property
    def header(self) -> str:
        """What stands above the functions."""
        return f"\n{self.above}\n" if self.above else ""


_OPEN, _LOW, _HIGH, _RIGHT = [[0.0, 800.0]], [[-800.0, 0.5]], [[800.0, 0.5]], [[0.3, 1.0]]
_ZERO, _POSITIVE, _SIDES = [[0.0, -1.0]], [[0.5, 3.0]], [[30.0, -30.0]]
_SMALL, _INSIDE = [[-60.0, 0.5]], [[0.3, -1.0]]


@dataclass(frozen=True)
class _Words:
    """A fault in the words of `fix_programs`, which every framework has its own for."""

    name: str
    make: str
    use: str
    wrong: Rows
    right: Rows
    near: Rows | None = None
    has_twin: bool = False
    without: tuple[str, ...] = ()


_EVERYWHERE = (
    _Words("log-softmax", "softmax({0})", "log({0})", _OPEN, _RIGHT, [[0.0, 60.0]], True),
    _Words("log-sigmoid", "sigmoid({0})", "log({0})", _LOW, _INSIDE, _SMALL, True),
    _Words("log-complement", "sigmoid({0})", "log(1 - {0})", _HIGH, _INSIDE, [[20.0, 0.5]], True),
    _Words("log1p-sigmoid", "sigmoid({0})", "log1p(-{0})", _HIGH, _INSIDE, [[20.0, 0.5]], True),
    _Words("softmax-by-hand", "exp({0})", "{0} / sum({0})", _OPEN, _RIGHT, [[0.0, 90.0]], True),
    _Words("logsumexp", "exp({0})", "log(sum({0}))", _OPEN, _RIGHT, [[0.0, 90.0]], True),
    _Words("softplus", "exp({0})", "log(1 + {0})", _HIGH, _RIGHT, [[90.0, 0.5]], True, ("numpy",)),
    _Words("sigmoid-by-hand", "exp(-{0})", "1 / (1 + {0})", _LOW, _RIGHT, [[-60.0, 0.5]], True, ("numpy",)),
    _Words("sigmoid-of-exp", "exp({0})", "{0} / (1 + {0})", _HIGH, _RIGHT, [[60.0, 0.5]], True, ("numpy",)),
    # Two findings, and in some styles the second is masked: the gradient near the hazard is that of the faults above.
    _Words("log-softmax-by-hand", "exp({0})", "log({0} / sum({0}))", _OPEN, _RIGHT, without=("numpy",)),
    _Words("log-sigmoid-by-hand", "1 / (1 + exp(-{0}))", "log({0})", _LOW, _INSIDE, without=("numpy",)),
    _Words("squashed", "tanh({0})", "log(1 - {0} ** 2)", [[40.0, -1.0]], _INSIDE, [[12.5, -1.0]], True),
    _Words("log-relu", "relu({0})", "log({0})", _ZERO, _POSITIVE),
    _Words("log-relu-tiny", "relu({0})", "log({0} + 1e-50)", _ZERO, _POSITIVE, without=("numpy",)),
    _Words("log-masked-outside", "relu({0})", "log({0}) + 1e-7", _ZERO, _POSITIVE),
    _Words("log-of-share", "relu({0})", "log({0} / sum({0}))", [[0.0, -1.0]], _POSITIVE),
    _Words("share", "relu({0})", "{0} / sum({0})", [[-1.0, -2.0]], _POSITIVE, without=("numpy",)),
    _Words("reciprocal", "relu({0})", "1 / {0}", _ZERO, _POSITIVE),
    _Words("root", "softmax({0})", "sqrt({0})", _OPEN, _RIGHT),
    _Words("root-of-relu", "relu({0})", "sqrt({0})", _ZERO, _POSITIVE, without=("torch", "jax")),
    _Words("rsqrt", "relu({0})", "rsqrt({0})", _ZERO, _POSITIVE),
    _Words("half-power", "softmax({0})", "{0} ** 0.5", _OPEN, _RIGHT, without=("numpy",)),
    _Words("negative-power", "relu({0})", "{0} ** -2", _ZERO, _POSITIVE),
    _Words("acos", "tanh({0})", "acos({0})", _SIDES, _INSIDE),
    _Words("asin", "tanh({0})", "asin({0})", _SIDES, _INSIDE),
    _Words("atanh", "tanh({0})", "atanh({0})", _SIDES, _INSIDE),
    _Words("erfinv", "tanh({0})", "erfinv({0})", _SIDES, _INSIDE),
    _Words("logit", "sigmoid({0})", "logit({0})", [[800.0, -800.0]], _INSIDE),
    _Words("bounded-too-high", "upper({0}, 900.0)", "exp({0})", [[850.0, 0.5]], _INSIDE),
)  # fmt: skip

_LABELS = {
    "torch": "labels = torch.tensor([[0.0, 1.0]])",
    "tensorflow": "labels = tf.constant([[0.0, 1.0]], dtype=tf.float32)",
    "jax": "labels = jnp.array([[0.0, 1.0]])",
    "keras": 'labels = ops.convert_to_tensor([[0.0, 1.0]], dtype="float32")',
}
_HEAD = {
    "torch": "head = torch.nn.Linear(2, 2, bias=False)\ntorch.nn.init.eye_(head.weight)",
    "tensorflow": 'head = tf.keras.layers.Dense(2, use_bias=False, kernel_initializer="identity")',
    "keras": 'head = keras.layers.Dense(2, use_bias=False, kernel_initializer="identity")',
}
# The second class is the one that is scored, and the first is certain.
_CERTAIN, _NEAR_CERTAIN = [[800.0, 0.0]], [[60.0, 0.0]]
_T, _F, _J, _K, _N = "torch", "tensorflow", "jax", "keras", "numpy"
_ROWS = ([[0.0, 0.0]], [[0.5, 3.0]])

_ALONE = (
    # ---- losses
    Fault(_T, "nll", "F.softmax({0}, dim=-1)", "torch.log({0})[:, 1]", _CERTAIN, _RIGHT, _NEAR_CERTAIN, True),
    Fault(_T, "cross-entropy", "F.softmax({0}, dim=1)", "-torch.sum(labels * torch.log({0}), dim=1)",
          _CERTAIN, _RIGHT, _NEAR_CERTAIN, True, _LABELS[_T]),
    Fault(_F, "cross-entropy", "tf.nn.softmax({0})", "-tf.reduce_sum(labels * tf.math.log({0}), axis=1)",
          _CERTAIN, _RIGHT, _NEAR_CERTAIN, True, _LABELS[_F]),
    Fault(_J, "cross-entropy", "jax.nn.softmax({0})", "-jnp.sum(labels * jnp.log({0}), axis=1)",
          _CERTAIN, _RIGHT, _NEAR_CERTAIN, True, _LABELS[_J]),
    Fault(_K, "cross-entropy", "ops.softmax({0}, axis=-1)", "-ops.sum(labels * ops.log({0}), axis=1)",
          _CERTAIN, _RIGHT, _NEAR_CERTAIN, True, _LABELS[_K]),
    Fault(_T, "bce", "torch.sigmoid({0})", "F.binary_cross_entropy({0}, labels)", None, _INSIDE, [[-30.0, 0.5]], True,
          _LABELS[_T]),
    Fault(_T, "masked-log-softmax", "F.softmax({0}, dim=1)", "torch.log({0} + 1e-7)", None, _RIGHT),
    Fault(_T, "focal-choice", "torch.sigmoid({0})", "torch.log(torch.where(labels > 0, {0}, 1 - {0}))",
          [[800.0, -800.0]], _INSIDE, [[20.0, -60.0]], True, _LABELS[_T]),
    Fault(_F, "focal-choice", "tf.sigmoid({0})", "tf.math.log(tf.where(labels > 0, {0}, 1 - {0}))",
          [[800.0, -800.0]], _INSIDE, [[20.0, -60.0]], True, _LABELS[_F]),
    Fault(_J, "focal-choice", "jax.nn.sigmoid({0})", "jnp.log(jnp.where(labels > 0, {0}, 1 - {0}))",
          [[800.0, -800.0]], _INSIDE, [[20.0, -60.0]], True, _LABELS[_J]),
    Fault(_T, "divergence", "F.softmax({0}, dim=-1)", "{0} * torch.log({0} / labels.mean())", _CERTAIN, _RIGHT,
          _NEAR_CERTAIN, True, _LABELS[_T]),
    Fault(_T, "raw-output", "head({0})", "-(labels * torch.log({0})).sum(dim=1)", [[1.0, -1.0]], _POSITIVE,
          above=f"{_LABELS[_T]}\n{_HEAD[_T]}"),
    Fault(_F, "raw-output", "head({0})", "-tf.reduce_sum(labels * tf.math.log({0}), axis=1)", [[1.0, -1.0]], _POSITIVE,
          above=f"{_LABELS[_F]}\n{_HEAD[_F]}"),
    Fault(_T, "likelihood", "head({0})", "{0} + 4.0 / torch.exp({0})", [[-200.0, 0.5]], _INSIDE, above=_HEAD[_T],
          usual="held"),
    Fault(_F, "likelihood", "head({0})", "{0} + 4.0 / tf.exp({0})", [[-200.0, 0.5]], _INSIDE, above=_HEAD[_F],
          usual="held"),
    Fault(_T, "scale-of-a-head", "head({0})", "torch.exp({0})", [[200.0, 0.5]], _INSIDE, above=_HEAD[_T]),
    # ---- log(1 - exp(-x))
    Fault(_T, "log1mexp-softplus", "F.softplus({0})", "torch.log(1 - torch.exp(-{0}))", [[-120.0, 0.5]], _INSIDE,
          [[-20.0, 0.5]], True),
    Fault(_J, "log1mexp-softplus", "jax.nn.softplus({0})", "jnp.log(1 - jnp.exp(-{0}))", [[-120.0, 0.5]], _INSIDE,
          [[-20.0, 0.5]], True),
    Fault(_F, "log1mexp-softplus", "tf.nn.softplus({0})", "tf.math.log(1.0 - tf.exp(-{0}))", [[-120.0, 0.5]], _INSIDE,
          [[-20.0, 0.5]], True),
    Fault(_T, "log1mexp-logsigmoid", "F.logsigmoid({0})", "torch.log1p(-torch.exp({0}))", [[120.0, 0.5]], _INSIDE,
          [[20.0, 0.5]], True),
    Fault(_T, "log1mexp-relu", "torch.relu({0})", "torch.log(1 - torch.exp(-{0}))", _ZERO, _POSITIVE),
    # ---- norms and deviations
    Fault(_T, "unit-vector", "torch.relu({0})", "{0} / {0}.norm(dim=-1, keepdim=True)", *_ROWS),
    Fault(_T, "unit-vector-by-hand", "torch.relu({0})",
          "{0} / torch.sqrt(torch.sum({0} * {0}, dim=-1, keepdim=True))", *_ROWS),
    Fault(_F, "unit-vector", "tf.nn.relu({0})", "{0} / tf.norm({0}, axis=-1, keepdims=True)", *_ROWS),
    Fault(_J, "unit-vector", "jax.nn.relu({0})", "{0} / jnp.linalg.norm({0}, axis=-1, keepdims=True)", *_ROWS),
    Fault(_N, "unit-vector", "np.maximum({0}, 0.0)", "{0} / np.linalg.norm({0}, axis=-1, keepdims=True)", *_ROWS),
    Fault(_T, "z-score", "torch.relu({0})", "{0} / {0}.std(dim=-1, keepdim=True)", *_ROWS),
    Fault(_F, "z-score", "tf.nn.relu({0})", "{0} / tf.math.reduce_std({0}, axis=-1, keepdims=True)", *_ROWS),
    Fault(_J, "z-score", "jax.nn.relu({0})", "{0} / jnp.std({0}, axis=-1, keepdims=True)", *_ROWS),
    Fault(_K, "z-score", "ops.relu({0})", "{0} / ops.std({0}, axis=-1, keepdims=True)", *_ROWS),
    Fault(_T, "z-score-by-variance", "torch.relu({0})", "{0} / torch.sqrt({0}.var(dim=-1, keepdim=True))",
          [[1.0, 1.0]], _POSITIVE),
    Fault(_F, "z-score-by-variance", "tf.nn.relu({0})",
          "{0} / tf.sqrt(tf.math.reduce_variance({0}, axis=-1, keepdims=True))", [[1.0, 1.0]], _POSITIVE),
    Fault(_J, "z-score-by-variance", "jax.nn.relu({0})", "{0} / jnp.sqrt(jnp.var({0}, axis=-1, keepdims=True))",
          [[1.0, 1.0]], _POSITIVE),
    Fault(_F, "norm-of-features", "tf.nn.relu({0})", "tf.norm({0}, axis=-1)", *_ROWS),
    Fault(_F, "deviation-of-features", "tf.nn.relu({0})", "tf.math.reduce_std({0}, axis=-1)", *_ROWS),
    Fault(_K, "deviation-of-features", "ops.relu({0})", "ops.std({0}, axis=-1)", *_ROWS),
    Fault(_J, "each-with-each", "{0}[:, None] - {0}[None]", "jnp.linalg.norm({0}, axis=-1)", [[0.3, 1.0]], None,
          imports=f"{IMPORTS[_J]}import optax\n"),
    Fault(_T, "deviation-of-one", "torch.relu({0})", "torch.std({0}[:1], dim=0)", [[1.0, 2.0]], None),
    Fault(_T, "no-alignment", "torch.stack([{0}, -{0}], -1).transpose(0, 1).log_softmax(-1)",
          "F.ctc_loss({0}, torch.tensor([[1, 1]]), torch.tensor([2]), torch.tensor([2]))", [[1.0, 2.0]], None),
    Fault(_T, "ratio", "torch.relu({0})", "torch.log({0} / torch.relu({0} - 0.1))", _ZERO, _POSITIVE),
    Fault(_J, "ratio", "jax.nn.relu({0})", "jnp.log({0} / jax.nn.relu({0} - 0.1))", _ZERO, _POSITIVE),
    Fault(_F, "ratio", "tf.nn.relu({0})", "tf.math.log({0} / tf.nn.relu({0} - 0.1))", _ZERO, _POSITIVE),
    # ---- choices
    Fault(_T, "where-leaks", "torch.square({0})", "torch.where({0} > 0, torch.log({0}), 0 * {0})", _ZERO, _POSITIVE),
    Fault(_F, "where-leaks", "tf.nn.relu({0})", "tf.where({0} > 0, tf.math.log({0}), 0 * {0})", _ZERO, _POSITIVE),
    Fault(_J, "where-leaks", "jnp.square({0})", "jnp.where({0} > 0, jnp.log({0}), 0 * {0})", _ZERO, _POSITIVE),
    Fault(_K, "where-leaks", "ops.square({0})", "ops.where({0} > 0, ops.log({0}), 0 * {0})", _ZERO, _POSITIVE),
    Fault(_T, "replaced", "torch.square({0})", "replaced({0})", _ZERO, _POSITIVE,
          above="def replaced(p):\n    y = torch.log(p)\n"
          "    return torch.where(torch.isfinite(y), y, torch.zeros_like(y))\n"),
    Fault(_F, "replaced", "tf.nn.relu({0})", "replaced({0})", _ZERO, _POSITIVE,
          above="def replaced(p):\n    y = tf.math.log(p)\n"
          "    return tf.where(tf.math.is_finite(y), y, tf.zeros_like(y))\n"),
    Fault(_T, "masked-entropy", "F.log_softmax({0}.masked_fill({0} < 0, float('-inf')), dim=-1)", "{0}.exp() * {0}",
          [[-1.0, 0.5]], _RIGHT),
    Fault(_T, "gated", "F.logsigmoid({0})", "1.0 / {0}", [[200.0, 0.5]], _POSITIVE),
    # ---- spellings
    Fault(_T, "method-log-softmax", "{0}.softmax(-1)", "{0}.log()", _OPEN, _RIGHT, [[0.0, 60.0]], True),
    Fault(_T, "method-log-sigmoid", "{0}.sigmoid()", "{0}.log()", _LOW, _INSIDE, _SMALL, True),
    Fault(_T, "method-softmax-by-hand", "{0}.exp()", "{0} / {0}.sum(-1, keepdim=True)", _OPEN, _RIGHT,
          [[0.0, 90.0]], True),
    Fault(_T, "method-root", "{0}.relu()", "{0}.sqrt().reciprocal()", _ZERO, _POSITIVE),
    Fault(_T, "method-acos", "{0}.tanh()", "{0}.acos()", _SIDES, _INSIDE),
    Fault(_T, "imported-names", "sigmoid({0})", "log({0})", _LOW, _INSIDE, _SMALL, True,
          imports="import torch\nfrom torch import log, sigmoid\n"),
    Fault(_J, "imported-names", "softmax({0})", "log({0})", _OPEN, _RIGHT, [[0.0, 60.0]], True,
          imports="from jax.nn import softmax\nfrom jax.numpy import log\n"),
    Fault(_J, "called-np", "jax.nn.softmax({0})", "np.log({0})", _OPEN, _RIGHT, [[0.0, 60.0]], True,
          imports="import jax\nimport jax.numpy as np\n"),
    Fault(_F, "called-k", "K.sigmoid({0})", "tf.math.log({0})", _LOW, _INSIDE, _SMALL, True,
          imports="import tensorflow as tf\nfrom tensorflow.keras import backend as K\n"),
    Fault(_F, "keras-in-tensorflow", "tf.keras.activations.softmax({0})", "tf.math.log({0})", _OPEN, _RIGHT,
          [[0.0, 60.0]], True),
    Fault(_N, "softmax-without-scipy", "np.exp({0})", "{0} / np.sum({0}, axis=-1, keepdims=True)", _OPEN, _RIGHT,
          imports="import numpy as np\n"),
    # ---- compilers
    Fault(_F, "mask-a-compiler-removes", "tf.nn.softmax({0})", "tf.math.log(1.0 - {0} + 1e-8)", _CERTAIN, _RIGHT,
          only_compiled=True),
    Fault(_J, "mask-a-compiler-removes", "jax.nn.softmax({0})", "jnp.log(1.0 - {0} + 1e-8)", _CERTAIN, _RIGHT,
          only_compiled=True),
)  # fmt: skip


def _in_all_words() -> Iterator[Fault]:
    for each in _EVERYWHERE:
        for framework in FRAMEWORKS:
            made, used = spelt(framework, each.make.format("OPERAND")), spelt(framework, each.use.format("OPERAND"))
            if made is None or used is None or framework in each.without:
                continue
            make, use = (step.replace("OPERAND", "{0}") for step in (made, used))
            yield Fault(framework, each.name, make, use, each.wrong, each.right, each.near, each.has_twin)


FAULTS = (*_in_all_words(), *_ALONE)
