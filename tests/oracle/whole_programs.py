"""Whole programs as people write them, each with a fault, and what must come of it when they are fixed.

`wrong` is an input on which value or gradient is not finite, `right` one on which both are and must stay the same.
`leaves` stands in the program after the fixes that are applied without asking; None: nothing is safe enough. `gradient`
is the true gradient at `wrong`, computed on paper or in higher precision, where a fix must keep it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.oracle.flavours import NOT_FLAT

TORCH = "import torch\nimport torch.nn.functional as F\n\n\n"
JAX = "import jax\nimport jax.numpy as jnp\n\n\n"
TENSORFLOW = "import tensorflow as tf\n\n\n"
NUMPY = "import numpy as np\n\n\n"


@dataclass(frozen=True)
class Whole:
    """A program that defines `f`, a function of one tensor; `only` says on which releases it is wrong at all."""

    framework: str
    name: str
    body: str
    wrong: object
    right: object
    leaves: str | None
    gradient: object = None
    only: str = ""

    def __str__(self) -> str:
        return f"{self.framework}-{self.name}"

    @property
    def source(self) -> str:
        """The text of the program."""
        head = {"torch": TORCH, "jax": JAX, "tensorflow": TENSORFLOW, "numpy": NUMPY}[self.framework]
        return head + self.body


_ROWS = [[0.0, 0.0], [0.5, 2.0]]
_SAFE_ROWS = [[0.3, -1.0], [0.5, 2.0]]
_LOGITS = [[60.0, 0.0]]
_FAR = [[400.0, 0.0]]
_NEAR = [[0.3, 1.0]]

PROGRAMS = (
    # ---- the logarithm of an activation: the twin keeps the gradient that a clip makes 0
    Whole("torch", "nll of a softmax held in a name",
          "def f(x):\n    p = F.softmax(x, dim=1)\n    loss = -torch.log(p)[:, 1]\n    return loss.mean()\n",
          _FAR, _NEAR, "F.log_softmax(x, dim=1)", [[1.0, -1.0]]),
    Whole("torch", "policy gradient",
          "def f(x):\n    actions = torch.tensor([1])\n    p = torch.softmax(x, dim=-1)\n"
          "    chosen = p.gather(1, actions.unsqueeze(1)).squeeze(1)\n    return -torch.log(chosen).mean()\n",
          _FAR, _NEAR, "torch.log_softmax(x, dim=-1).gather(1, actions.unsqueeze(1)).squeeze(1)", [[1.0, -1.0]]),
    Whole("torch", "focal loss by choice",
          "def f(x):\n    y = torch.tensor([1.0, 0.0])\n    p = torch.sigmoid(x)\n"
          "    pt = torch.where(y == 1, p, 1 - p)\n    return (-((1 - pt) ** 2) * torch.log(pt)).sum()\n",
          [-200.0, 200.0], [0.3, -1.0], "torch.where(y == 1, F.logsigmoid(x), F.logsigmoid(-x))", [-1.0, 1.0]),
    Whole("torch", "focal loss in a class",
          "class Focal(torch.nn.Module):\n    def __init__(self, gamma):\n        super().__init__()\n"
          "        self.gamma = gamma\n\n    def forward(self, logits, y):\n        p = torch.sigmoid(logits)\n"
          "        one = y * (1 - p) ** self.gamma * torch.log(p)\n"
          "        other = (1 - y) * p**self.gamma * torch.log(1 - p)\n        return -(one + other).sum()\n\n\n"
          "def f(x):\n    return Focal(2)(x, torch.tensor([1.0, 0.0]))\n",
          [-200.0, 200.0], [0.3, -1.0], "F.logsigmoid(-logits)", [-1.0, 1.0]),
    Whole("torch", "loss of a discriminator",
          "def f(x):\n    real, fake = torch.sigmoid(x[:1]), torch.sigmoid(x[1:])\n"
          "    return -(torch.log(real) + torch.log(1 - fake)).sum()\n",
          [-200.0, 200.0], [0.3, -1.0], "F.logsigmoid(x[:1]) + F.logsigmoid(-x[1:])", [-1.0, 1.0]),
    Whole("torch", "indexed by labels",
          "def f(x):\n    y = torch.tensor([1])\n    p = F.softmax(x, dim=1)\n"
          "    return -torch.log(p[torch.arange(len(y)), y]).mean()\n",
          _FAR, _NEAR, "F.log_softmax(x, dim=1)[torch.arange(len(y)), y]", [[1.0, -1.0]]),
    Whole("tensorflow", "discriminator and generator",
          "def f(x):\n    real = tf.sigmoid(x)\n    fake = tf.sigmoid(-x)\n"
          "    return -tf.reduce_mean(tf.math.log(real) + tf.math.log(1.0 - fake))\n",
          [-200.0], [0.3], "tf.math.log_sigmoid(x)", [-2.0]),
    Whole("tensorflow", "focal loss of Keras",
          "def f(x):\n    y = tf.constant([1.0, 0.0])\n    p = tf.sigmoid(x)\n"
          "    pt_1 = tf.where(tf.equal(y, 1), p, tf.ones_like(p))\n"
          "    pt_0 = tf.where(tf.equal(y, 0), p, tf.zeros_like(p))\n"
          "    return -tf.reduce_sum((1.0 - pt_1) ** 2 * tf.math.log(pt_1)) - tf.reduce_sum(\n"
          "        pt_0**2 * tf.math.log(1.0 - pt_0)\n    )\n",
          [-200.0, 200.0], [0.3, -1.0], "tf.where(tf.equal(y, 0), tf.math.log_sigmoid(-x), tf.zeros_like(p))",
          [-1.0, 1.0]),
    Whole("jax", "entropy",
          "@jax.jit\ndef f(x):\n    p = jax.nn.softmax(x)\n    return -jnp.sum(p * jnp.log(p))\n",
          _FAR, _NEAR, "jax.nn.log_softmax(x)", [[0.0, 0.0]]),
    Whole("jax", "picked along an axis",
          "def f(x):\n    y = jnp.array([1])\n    p = jax.nn.softmax(x, axis=-1)\n"
          "    return -jnp.log(jnp.take_along_axis(p, y[:, None], axis=-1)).sum()\n",
          _FAR, _NEAR, "jnp.take_along_axis(jax.nn.log_softmax(x, axis=-1), y[:, None], axis=-1)", [[1.0, -1.0]]),
    # ---- logarithms of differences from 1
    Whole("torch", "squashed Gaussian",
          "def f(x):\n    action = torch.tanh(x)\n    return -torch.log(1 - action**2).sum(dim=-1)\n",
          [[20.0, -1.0]], [[0.3, -1.0]], "2.0 * (0.6931471805599453 - x - F.softplus(-2.0 * x))",
          [[2.0, -1.5231883]]),
    Whole("torch", "squashed Gaussian with math",
          "import math\n\n\ndef f(x):\n    action = torch.tanh(x)\n"
          "    return 3.0 - torch.log(1 - action.pow(2)).sum(dim=-1)\n",
          [[20.0, -1.0]], [[0.3, -1.0]], "(2.0 * (math.log(2.0) - x - F.softplus(-2.0 * x)))", [[2.0, -1.5231883]]),
    Whole("jax", "squashed Gaussian",
          "def f(x):\n    a = jnp.tanh(x)\n    return jnp.sum(jnp.log(1 - jnp.square(a)), axis=-1)\n",
          [[-30.0, 0.5]], [[0.3, -1.0]], "2.0 * (0.6931471805599453 - x - jax.nn.softplus(-2.0 * x))",
          [[2.0, -0.9242343]]),
    Whole("tensorflow", "squashed Gaussian",
          "def f(x):\n    a = tf.tanh(x)\n    return tf.reduce_sum(tf.math.log(1.0 - a * a), axis=-1)\n",
          [[-30.0, 0.5]], [[0.3, -1.0]], "tf.nn.softplus(-2.0 * x)", [[2.0, -0.9242343]]),
    Whole("numpy", "squashed Gaussian",
          "def f(x):\n    return np.log(1 - np.tanh(x) ** 2)\n",
          [30.0], [0.3, -1.0], "np.logaddexp(0.0, -2.0 * x)"),
    Whole("jax", "log1mexp of a softplus",
          "def f(x):\n    return jnp.sum(jnp.log(1 - jnp.exp(-jax.nn.softplus(x))))\n",
          [-120.0], [0.3, -1.0], "jax.nn.log_sigmoid(x)", [1.0]),
    Whole("torch", "log1mexp of a softplus",
          "def f(x):\n    rate = F.softplus(x)\n    return torch.log(1 - torch.exp(-rate))\n",
          [-120.0], [0.3, -1.0], "F.logsigmoid(x)", [1.0]),
    Whole("torch", "log1mexp of a log-sigmoid",
          "def f(x):\n    log_p = F.logsigmoid(x)\n    return torch.log1p(-torch.exp(log_p))\n",
          [120.0], [0.3, -1.0], "F.logsigmoid(-x)", [-1.0]),
    Whole("torch", "log1mexp of a relu",
          "def f(x):\n    hazard = torch.relu(x)\n    return torch.log(1 - torch.exp(-hazard)).sum()\n",
          [0.0, 1.0], [0.3, 1.0], "torch.log(-torch.expm1(torch.clamp(-hazard, max=-1e-10)))"),
    # ---- quotients
    Whole("torch", "divergence with a quotient",
          "def f(x):\n    p = F.softmax(x, dim=-1)\n    q = F.softmax(-x, dim=-1)\n"
          "    return (p * torch.log(p / q)).sum()\n",
          _FAR, _NEAR, "F.log_softmax(x, dim=-1) - F.log_softmax(-x, dim=-1)", [[1.0, -1.0]]),
    Whole("jax", "ratio of what can be 0 on both sides",
          "def f(x):\n    p = jax.nn.relu(x)\n    q = jax.nn.relu(x)\n    return jnp.sum(jnp.log(p / q))\n",
          [-1.0, 1.0], [0.3, 1.0], "jnp.log(jnp.maximum(p, 1e-10)) - jnp.log(jnp.maximum(q, 1e-10))"),
    Whole("torch", "share of a sum",
          "def f(x):\n    r = torch.relu(x)\n    return (r / r.sum(dim=-1, keepdim=True)).pow(2).sum()\n",
          [[-1.0, -2.0]], [[0.5, 2.0]], "r.sum(dim=-1, keepdim=True).clamp(min=1e-7)"),
    Whole("torch", "z-score of a batch",
          "def f(x):\n    z = (x - x.mean(0)) / x.std(0)\n    return (z**3).sum()\n",
          [[1.0, 2.0], [1.0, 3.0]], [[1.0, 2.0], [0.5, 3.0]], "x.std(0).clamp(min=1e-6)"),
    # ---- norms whose own gradient is NaN
    Whole("jax", "unit vector held in a name",
          "def f(x):\n    norm = jnp.linalg.norm(x, axis=-1, keepdims=True)\n    return jnp.sum(x / norm)\n",
          _ROWS, _SAFE_ROWS,
          "norm = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x), axis=-1, keepdims=True), 1e-12))"),
    Whole("jax", "exponential map",
          "def f(x):\n    n = jnp.linalg.norm(x, axis=-1, keepdims=True)\n    return jnp.sinh(n) * x / n\n",
          _ROWS, _SAFE_ROWS, "jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x), axis=-1, keepdims=True), 1e-12))"),
    Whole("jax", "cosine of two",
          "def f(x):\n    y = x[::-1]\n    a = jnp.linalg.norm(x, axis=-1)\n    b = jnp.linalg.norm(y, axis=-1)\n"
          "    return jnp.sum(jnp.sum(x * y, axis=-1) / (a * b))\n",
          _ROWS, _SAFE_ROWS, "a = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x), axis=-1), 1e-12))"),
    Whole("jax", "z-score held in names",
          "@jax.jit\ndef f(x):\n    mean = jnp.mean(x, axis=0)\n    std = jnp.std(x, axis=0)\n"
          "    return jnp.sum((x - mean) / std)\n",
          [[1.0, 2.0], [1.0, 3.0]], [[1.0, 2.0], [0.5, 3.0]], "std = jnp.sqrt(jnp.maximum(jnp.var(x, axis=0), 1e-12))"),
    Whole("tensorflow", "unit vector held in a name",
          "def f(x):\n    n = tf.norm(x, axis=-1, keepdims=True)\n    return tf.reduce_sum(x / n)\n",
          _ROWS, _SAFE_ROWS, "n = tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x), axis=-1, keepdims=True), 1e-12))"),
    Whole("tensorflow", "unit vector, compiled by XLA",
          "@tf.function(jit_compile=True)\ndef f(x):\n    n = tf.norm(x)\n    return tf.reduce_sum(x / n)\n",
          [0.0, 0.0], [0.5, 2.0], "n = tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x)), 1e-12))"),
    # ---- exponentials
    Whole("torch", "clamped too high",
          "def f(x):\n    log_std = torch.clamp(x, -100, 100)\n    return torch.exp(log_std).sum()\n",
          [95.0], [0.3, -1.0], "log_std = torch.clamp(x, -100, 30.0)"),
    Whole("jax", "minimum too high",
          "def f(x):\n    return jnp.sum(jnp.exp(jnp.minimum(x, 700.0)))\n",
          [650.0], [0.3, -1.0], "jnp.exp(jnp.minimum(x, 30.0))"),
    Whole("torch", "softmax by hand of a layer",
          "class Attention(torch.nn.Module):\n    def __init__(self):\n        super().__init__()\n"
          "        self.score = torch.nn.Linear(2, 2, bias=False)\n        torch.nn.init.eye_(self.score.weight)\n\n"
          "    def forward(self, x):\n        s = self.score(x)\n        e = torch.exp(s)\n"
          "        return e / e.sum(dim=-1, keepdim=True)\n\n\ndef f(x):\n    return Attention()(x)[..., 0]\n",
          [[200.0, 0.0]], _NEAR, "torch.softmax(s, dim=-1)"),
    Whole("torch", "softmax by hand, held in names",
          "def f(x):\n    s = x @ torch.eye(2)\n    e = torch.exp(s)\n    z = e.sum(dim=-1, keepdim=True)\n"
          "    return (e / z)[..., 0]\n",
          [[200.0, 0.0]], _NEAR, "torch.softmax(s, dim=-1)"),
    Whole("torch", "tanh by hand, a cap",
          "def f(x):\n    s = x / 2.0\n    up, down = torch.exp(s), torch.exp(-s)\n"
          "    return 5.0 * (up - down) / (up + down)\n",
          [[200.0, 0.3]], _NEAR, "5.0 * torch.tanh(s)"),
    Whole("tensorflow", "tanh by hand",
          "def f(x):\n    return (tf.exp(x) - tf.exp(-x)) / (tf.exp(-x) + tf.exp(x))\n",
          [[-200.0, 0.3]], _NEAR, "tf.tanh(x)"),
    Whole("jax", "sigmoid by hand, times a factor",
          "def f(x):\n    return x * jnp.exp(x) / (1 + jnp.exp(x))\n",
          [[200.0, 0.3]], _NEAR, "x * jax.nn.sigmoid(x)"),
    Whole("numpy", "softmax by hand without SciPy",
          "def f(x):\n    e = np.exp(x)\n    return e / np.sum(e, axis=-1, keepdims=True)\n",
          [[800.0, 0.0]], _NEAR, "np.exp(x - np.max(x, axis=-1, keepdims=True))"),
    Whole("torch", "likelihood of a Gaussian",
          "head = torch.nn.Linear(1, 1, bias=False)\ntorch.nn.init.ones_(head.weight)\n\n\n"
          "def f(x):\n    log_var = head(x)\n    return (log_var + (x + 1) ** 2 / torch.exp(log_var)).sum()\n",
          [[-200.0]], [[0.3]], None),
    # ---- attention whose masks leave -inf: there the mask is right, and the stable function gives 0 * -inf
    Whole("torch", "entropy of masked attention",
          "def f(x):\n    s = x.masked_fill(x < -5, float(\"-inf\"))\n    p = torch.softmax(s, dim=-1)\n"
          "    return -(p * torch.log(p)).sum(dim=-1)\n",
          [[-10.0, 1.0, 2.0]], [[0.3, 1.0, 2.0]], "torch.log(torch.clamp(p, 1e-10, 1.0))",
          [[0.0, 0.1966119, -0.1966119]]),
    Whole("torch", "entropy of attention with a mask added",
          "def f(x):\n    mask = torch.where(x < -5, -torch.inf, 0.0)\n    p = F.softmax(x + mask, dim=-1)\n"
          "    return -(p * p.log()).sum(-1).mean()\n",
          [[-10.0, 1.0, 2.0]], [[0.3, 1.0, 2.0]], "p.clamp(1e-10, 1.0).log()", [[0.0, 0.1966119, -0.1966119]]),
    Whole("torch", "entropy of attention masked in a helper",
          "def hide(s):\n    s = s.clone()\n    s[s < -5] = -torch.inf\n    return s\n\n\n"
          "def f(x):\n    p = torch.softmax(hide(x), dim=-1)\n    return -(p * torch.log(p)).sum(dim=-1)\n",
          [[-10.0, 1.0, 2.0]], [[0.3, 1.0, 2.0]], "torch.log(torch.clamp(p, 1e-10, 1.0))",
          [[0.0, 0.1966119, -0.1966119]]),
    Whole("torch", "divergence of a masked policy",
          "def f(x):\n    s = x.masked_fill(x < -5, -torch.inf)\n    p = torch.softmax(s, dim=-1)\n"
          "    q = torch.softmax(x, dim=-1)\n    return (p * torch.log(p / q)).sum(dim=-1)\n",
          [[-10.0, 1.0, 2.0]], [[0.3, 1.0, 2.0]],
          "torch.log(torch.clamp(p, min=1e-10)) - torch.log_softmax(x, dim=-1)"),
    Whole("jax", "entropy of masked attention",
          "def f(x):\n    s = jnp.where(x < -5, -jnp.inf, x)\n    p = jax.nn.softmax(s, axis=-1)\n"
          "    return -jnp.sum(p * jnp.log(p))\n",
          [[-10.0, 1.0, 2.0]], [[0.3, 1.0, 2.0]], "jnp.log(jnp.clip(p, 1e-10, 1.0))", [[0.0, 0.1966119, -0.1966119]]),
    Whole("tensorflow", "entropy of masked attention",
          "def f(x):\n    s = tf.where(x < -5.0, float(\"-inf\"), x)\n    p = tf.nn.softmax(s)\n"
          "    return -tf.reduce_sum(p * tf.math.log(p))\n",
          [[-10.0, 1.0, 2.0]], [[0.3, 1.0, 2.0]], "tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))",
          [[0.0, 0.1966119, -0.1966119]]),
    Whole("torch", "entropy of attention with a finite mask",
          "def f(x):\n    s = x.masked_fill(x < -5, -1e9)\n    p = torch.softmax(s, dim=-1)\n"
          "    return -(p * torch.log(p)).sum(dim=-1)\n",
          [[-10.0, 1.0, 2.0]], [[0.3, 1.0, 2.0]], "torch.log_softmax(s, dim=-1)", [[0.0, 0.1966119, -0.1966119]]),
    # ---- norms of zeros under a choice, a logarithm, a root, and written out
    Whole("jax", "unit vector or zero",
          "def f(x):\n    n = jnp.linalg.norm(x)\n    return jnp.where(n > 0, x / n, 0.0)\n",
          [0.0, 0.0], [0.5, 2.0], "jnp.sqrt(jnp.where(squared_n == 0, 1.0, squared_n))"),
    Whole("jax", "unit vector or zero, the norm written twice",
          "def f(x):\n    return jnp.where(jnp.linalg.norm(x) > 0, x / jnp.linalg.norm(x), 0.0)\n",
          [0.0, 0.0], [0.5, 2.0], "x / jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))"),
    Whole("tensorflow", "unit vector or zero, compiled by XLA",
          "def f(x):\n    n = tf.norm(x, axis=-1, keepdims=True)\n"
          "    return tf.where(n > 0.0, x / n, tf.zeros_like(x))\n",
          _ROWS, _SAFE_ROWS, None),
    Whole("torch", "unit vector or zero",
          "def f(x):\n    n = torch.norm(x)\n    return torch.where(n > 0, x / n, 0.0)\n",
          [0.0, 0.0], [0.5, 2.0], "x / torch.where(n > 0, n, 1.0)", [0.0, 0.0]),
    Whole("torch", "norm written out",
          "def f(x):\n    n = torch.sqrt(torch.sum(x**2, dim=-1, keepdim=True))\n    return (x / n).sum()\n",
          _ROWS, _SAFE_ROWS, "torch.sqrt(torch.clamp(torch.sum(x**2, dim=-1, keepdim=True), min=1e-12))"),
    Whole("torch", "norm written out with methods",
          "def f(x):\n    return (x / (x**2).sum(-1, keepdim=True).sqrt()).sum()\n",
          _ROWS, _SAFE_ROWS, "(x**2).sum(-1, keepdim=True).clamp(min=1e-12).sqrt()"),
    Whole("tensorflow", "norm written out",
          "def f(x):\n    n = tf.sqrt(tf.reduce_sum(tf.square(x), axis=-1, keepdims=True))\n"
          "    return tf.reduce_sum(x / n)\n",
          _ROWS, _SAFE_ROWS, "tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x), axis=-1, keepdims=True), 1e-12))"),
    Whole("jax", "logarithm of a norm",
          "def f(x):\n    n = jnp.linalg.norm(x)\n    return jnp.log(n)\n",
          [0.0, 0.0], [0.5, 2.0], "n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))"),
    Whole("tensorflow", "logarithm of a norm",
          "def f(x):\n    return tf.math.log(tf.norm(x))\n",
          [0.0, 0.0], [0.5, 2.0], "tf.math.log(tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x)), 1e-12)))"),
    Whole("jax", "root of a norm",
          "def f(x):\n    return jnp.sqrt(jnp.linalg.norm(x))\n",
          [0.0, 0.0], [0.5, 2.0], "jnp.sqrt(jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12)))"),
    Whole("jax", "inverse root of a norm",
          "def f(x):\n    n = jnp.linalg.norm(x, axis=-1)\n    return jnp.sum(n**-0.5)\n",
          _ROWS, _SAFE_ROWS, "n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x), axis=-1), 1e-12))"),
    # ---- quotients in a logarithm, and other bases
    Whole("torch", "divergence from labels",
          "def f(x):\n    q = torch.tensor([[0.25, 0.75]])\n    p = F.softmax(x, dim=-1)\n"
          "    return (q * torch.log(q / p)).sum(-1)\n",
          _FAR, _NEAR, "F.log_softmax(x, dim=-1)", [[0.75, -0.75]]),
    Whole("torch", "log odds",
          "def f(x):\n    p = torch.sigmoid(x)\n    return torch.log(p / (1 - p))\n",
          [-200.0, 200.0], [0.3, -1.0], "F.logsigmoid(x) - F.logsigmoid(-x)", [1.0, 1.0]),
    Whole("tensorflow", "log odds",
          "def f(x):\n    p = tf.sigmoid(x)\n    return tf.math.log(p / (1.0 - p))\n",
          [-200.0, 200.0], [0.3, -1.0], "tf.math.log_sigmoid(x) - tf.math.log_sigmoid(-x)", [1.0, 1.0]),
    Whole("torch", "entropy in bits",
          "def f(x):\n    p = torch.softmax(x, dim=-1)\n    return -(p * torch.log2(p)).sum(-1)\n",
          _FAR, _NEAR, "torch.log_softmax(x, dim=-1) / 0.6931471805599453", [[0.0, 0.0]]),
    Whole("jax", "likelihood in bits",
          "def f(x):\n    p = jax.nn.softmax(x, axis=-1)\n    return -jnp.log2(p[:, 1]).mean()\n",
          _FAR, _NEAR, "jax.nn.log_softmax(x, axis=-1)[:, 1] / 0.6931471805599453", [[1.4426950, -1.4426950]]),
    Whole("torch", "decibels of a complement",
          "def f(x):\n    p = torch.sigmoid(x)\n    return -10 * torch.log10(1 - p)\n",
          [200.0], [0.3], "(F.logsigmoid(-x) / 2.302585092994046)", [4.3429448]),
    # ---- what was right stays
    Whole("torch", "root of a clamp",
          "def f(x):\n    return torch.sqrt(torch.clamp(x, min=0)).sum()\n",
          [0.0, 1.0], [0.3, 1.0], None, only=NOT_FLAT),
    Whole("torch", "subtracted epsilon",
          "def f(x):\n    p = torch.softmax(x, dim=-1)\n    return -torch.log(p - 1e-10)[:, 1]\n",
          _FAR, _NEAR, None),
    Whole("torch", "read by its name in a string",
          "def f(x):\n    p = torch.softmax(x, dim=-1)\n    assert locals()[\"p\"].shape == x.shape\n"
          "    return -torch.log(p)[:, 1]\n",
          _FAR, _NEAR, "log_p = torch.log_softmax(x, dim=-1)", [[1.0, -1.0]]),
    Whole("torch", "softplus of integers beside a softmax",
          "def f(x):\n    n = torch.tensor([1, 2])\n    shift = torch.log(1 + torch.exp(n))\n"
          "    p = F.softmax(x + shift, dim=-1)\n    return -torch.log(p)[:, 1]\n",
          _FAR, _NEAR, "torch.log(1 + torch.exp(n))", [[1.0, -1.0]]),
    Whole("jax", "z-score by methods",
          "def f(x):\n    return jnp.sum((x - x.mean(0)) / x.std(0))\n",
          [[1.0, 2.0], [1.0, 3.0]], [[1.0, 2.0], [0.5, 3.0]], "jnp.sqrt(jnp.maximum(jnp.var(x, axis=0), 1e-12))"),
)  # fmt: skip
