"""Programs that go wrong on real frameworks, each with the inputs on which it does and those on which it does not.

An operation is an expression of `x`; `wrong` is one input for which its value or its gradient is infinite or NaN, and
`right` one for which both are finite and which a fix must leave as it is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

IMPORTS = {
    "torch": "import torch\nimport torch.nn.functional as F\n",
    "tensorflow": "import tensorflow as tf\n",
    "jax": "import jax\nimport jax.numpy as jnp\n",
    "numpy": "import numpy as np\nimport scipy.special\n",
    "keras": "import keras\nfrom keras import ops\n",
}
ROOT, REPAIR = "Keep the root above 0", "Repair the mask"
MASK, TWIN, EPSILON, NO_NAN = "Mask the operand", "Use the stable function", "Add an epsilon", "Divide without NaN"
LOSS, WHERE, NORMAL = "Use the loss that takes logits", "Divide by 1 where the divisor is nearly 0", "Normalise"
CHOICE, LARGE = "Choose among the operands first", "Mask with a large number"
ZEROED = "Leave out what has no alignment"


@dataclass(frozen=True)
class Program:
    """A function of one tensor in one framework, and the kind of fix that mends it."""

    framework: str
    kind: str
    body: str
    wrong: object
    right: object
    dtype: str = "float32"

    def __str__(self) -> str:
        return f"{self.framework}-{self.dtype}-{self.kind}-{self.body}".replace("\n", ";")

    @property
    def source(self) -> str:
        """The program; the last line of its body is what it returns."""
        *before, last = self.body.split("\n")
        lines = [*before, f"return {last}"]
        return f"{IMPORTS[self.framework]}\n\ndef f(x):\n" + "".join(f"    {line}\n" for line in lines)


# The same function in each framework's words: relu, sigmoid, tanh, softmax, and the cast to a dtype.
_WORDS = {
    "torch": {
        "relu": "torch.relu({})", "sigmoid": "torch.sigmoid({})", "tanh": "torch.tanh({})",
        "softmax": "F.softmax({}, dim=-1)", "log": "torch.log({})", "log1p": "torch.log1p({})",
        "sqrt": "torch.sqrt({})", "rsqrt": "torch.rsqrt({})", "acos": "torch.acos({})", "asin": "torch.asin({})",
        "atanh": "torch.atanh({})", "erfinv": "torch.erfinv({})", "logit": "torch.logit({})",
        "exp": "torch.exp({})", "sum": "torch.sum({}, dim=-1, keepdim=True)", "upper": "torch.clamp({}, max={})",
        "float16": "{}.half()",
    },
    "tensorflow": {
        "relu": "tf.nn.relu({})", "sigmoid": "tf.sigmoid({})", "tanh": "tf.tanh({})",
        "softmax": "tf.nn.softmax({}, axis=-1)", "log": "tf.math.log({})", "log1p": "tf.math.log1p({})",
        "sqrt": "tf.sqrt({})", "rsqrt": "tf.math.rsqrt({})", "acos": "tf.acos({})", "asin": "tf.asin({})",
        "atanh": "tf.atanh({})", "erfinv": "tf.math.erfinv({})",
        "exp": "tf.exp({})", "sum": "tf.reduce_sum({}, axis=-1, keepdims=True)", "upper": "tf.minimum({}, {})",
        "float16": "tf.cast({}, tf.float16)",
    },
    "jax": {
        "relu": "jax.nn.relu({})", "sigmoid": "jax.nn.sigmoid({})", "tanh": "jnp.tanh({})",
        "softmax": "jax.nn.softmax({}, axis=-1)", "log": "jnp.log({})", "log1p": "jnp.log1p({})",
        "sqrt": "jnp.sqrt({})", "rsqrt": "jax.lax.rsqrt({})", "acos": "jnp.arccos({})", "asin": "jnp.arcsin({})",
        "atanh": "jnp.arctanh({})", "erfinv": "jax.lax.erf_inv({})", "logit": "jax.scipy.special.logit({})",
        "exp": "jnp.exp({})", "sum": "jnp.sum({}, axis=-1, keepdims=True)", "upper": "jnp.minimum({}, {})",
        "float16": "{}.astype(jnp.float16)",
    },
    "numpy": {
        "relu": "np.maximum({}, 0.0)", "sigmoid": "scipy.special.expit({})", "tanh": "np.tanh({})",
        "softmax": "scipy.special.softmax({}, axis=-1)", "log": "np.log({})", "log1p": "np.log1p({})",
        "atanh": "np.arctanh({})", "exp": "np.exp({})", "sum": "np.sum({}, axis=-1, keepdims=True)",
        "upper": "np.minimum({}, {})", "logit": "scipy.special.logit({})", "erfinv": "scipy.special.erfinv({})",
    },
    "keras": {
        "relu": "ops.relu({})", "sigmoid": "ops.sigmoid({})", "tanh": "ops.tanh({})",
        "softmax": "ops.softmax({}, axis=-1)", "log": "ops.log({})", "log1p": "ops.log1p({})",
        "sqrt": "ops.sqrt({})", "rsqrt": "ops.rsqrt({})", "acos": "ops.arccos({})", "asin": "ops.arcsin({})",
        "atanh": "ops.arctanh({})", "exp": "ops.exp({})", "sum": "ops.sum({}, axis=-1, keepdims=True)",
        "upper": "ops.minimum({}, {})",
    },
}  # fmt: skip

# kind, expression in the words above, an input that goes wrong and one that does not; each in every framework.
_EVERYWHERE = (
    (MASK, "log(relu(x))", [0.0, -1.0], [0.5, 3.0]),
    (MASK, "log(softmax(x))", [0.0, 800.0], [0.3, 1.0]),
    (MASK, "log(1 - sigmoid(x))", [60.0], [0.5, -3.0]),
    (MASK, "log1p(-sigmoid(x))", [60.0], [0.5, -3.0]),
    (MASK, "1 / relu(x)", [0.0, -1.0], [0.5, 3.0]),
    (MASK, "x / relu(x)", [0.0, -1.0], [0.5, 3.0]),
    (MASK, "sqrt(softmax(x))", [0.0, 800.0], [0.5, 1.0]),
    (MASK, "rsqrt(relu(x))", [0.0], [0.5, 3.0]),
    (MASK, "softmax(x) ** 0.5", [0.0, 800.0], [0.5, 1.0]),
    (MASK, "relu(x) ** -0.5", [0.0], [0.5, 3.0]),
    (MASK, "relu(x) ** -2", [0.0], [0.5, 3.0]),
    (MASK, "acos(tanh(x))", [30.0, -30.0], [0.3, -1.0]),
    (MASK, "asin(tanh(x))", [30.0, -30.0], [0.3, -1.0]),
    (MASK, "atanh(tanh(x))", [30.0, -30.0], [0.3, -1.0]),
    (MASK, "erfinv(tanh(x))", [30.0, -30.0], [0.3, -1.0]),
    (MASK, "logit(sigmoid(x))", [800.0, -800.0], [0.3, -1.0]),
    (EPSILON, "log(relu(x))", [0.0, -1.0], [0.5, 3.0]),
    (EPSILON, "sqrt(softmax(x))", [0.0, 800.0], [0.5, 1.0]),
    (EPSILON, "x / relu(x)", [0.0, -1.0], [0.5, 3.0]),
    (TWIN, "log(softmax(x))", [0.0, 200.0, 800.0], [0.3, 1.0]),
    (TWIN, "log(sigmoid(x))", [-800.0], [0.3, -1.0]),
    (TWIN, "log(1 - sigmoid(x))", [60.0], [0.3, -1.0]),
    (TWIN, "log1p(-sigmoid(x))", [60.0], [0.3, -1.0]),
    (TWIN, "exp(x) / sum(exp(x))", [0.0, 800.0], [0.3, 1.0]),
    (TWIN, "exp(x) / sum(exp(x))", [-900.0, -800.0], [0.3, 1.0]),
    (TWIN, "log(sum(exp(x)))", [0.0, 800.0], [0.3, 1.0]),
    (TWIN, "log(1 + exp(x))", [800.0], [0.3, 1.0]),
    (TWIN, "1 / (1 + exp(-x))", [-800.0], [0.3, 1.0]),
)
# Overflow: the bound is one that somebody meant as a mask.
_OVERFLOWS = ((MASK, "exp(upper(x, 900.0))", [850.0], [0.3, -1.0]),)
# NumPy has no gradient that could be NaN, and no function for the softplus in SciPy.
_NOT_REPORTED = frozenset(
    {("numpy", "1 / (1 + exp(-x))"), ("numpy", "log(1 + exp(x))"), ("numpy", "softmax(x) ** 0.5")}
)
_HALF = (
    (MASK, "log(relu(half))", [0.0], [0.5, 3.0]),
    (MASK, "1 / relu(half)", [0.0], [0.5, 3.0]),
    (MASK, "sqrt(softmax(half))", [0.0, 30.0], [0.5, 1.0]),
    (MASK, "rsqrt(relu(half))", [0.0], [0.5, 3.0]),
    (MASK, "atanh(tanh(half))", [20.0], [0.3, -1.0]),
    (EPSILON, "log(relu(half))", [0.0], [0.5, 3.0]),
    (EPSILON, "1 / relu(half)", [0.0], [0.5, 3.0]),
    (TWIN, "log(softmax(half))", [0.0, 30.0], [0.3, 1.0]),
)  # fmt: skip
_ONE_HOT = ([[800.0, 0.0]], [[0.3, 1.0]])
# Both halves of a row are the same, or differ.
_APART = "x[:, :2] - x[:, 2:]"
_EQUAL = ([[1.0, 2.0, 1.0, 2.0]], [[0.5, 3.0, 1.0, 2.0]])
_ZEROS = ([[0.0, 0.0]], [[0.5, 3.0]])
_ROW = ([[0.0, -1.0]], [[0.5, 3.0]])
_ALONE = (
    Program("tensorflow", NO_NAN, "r = tf.nn.relu(x)\nx / r", [0.0, -1.0], [0.5, 3.0]),
    Program("keras", NO_NAN, "r = ops.relu(x)\nx / r", [0.0, -1.0], [0.5, 3.0]),
    Program("torch", WHERE, "d = F.logsigmoid(x)\nx / d", [200.0], [0.5, 3.0]),
    Program("jax", WHERE, "d = jax.nn.log_sigmoid(x)\nx / d", [200.0], [0.5, 3.0]),
    # 104 away the logarithm is not 0, and nearly: 1 divided by it is -Inf.
    Program("torch", WHERE, "d = F.logsigmoid(x)\nx / d", [100.0, 92.0, 88.0], [0.5, 3.0]),
    Program("torch", WHERE, "d = F.logsigmoid(x)\nd ** -2", [100.0, 50.0], [0.5, 3.0]),
    Program("jax", WHERE, "d = jax.nn.log_sigmoid(x)\nx / d", [100.0, 87.0, 50.0], [0.5, 3.0]),
    *(Program("jax", CHOICE, f"n = {norm}\n{use}", *_ZEROS)
      for norm in ("jnp.linalg.norm(x, axis=-1, keepdims=True)", "jnp.sqrt(jnp.sum(x * x, axis=-1, keepdims=True))",
                   "jnp.linalg.norm(x)", "jnp.std(x, axis=-1, keepdims=True)")
      for use in ("jnp.where(n > 0, x / n, 0.0)", "jnp.where(n == 0, 0, jnp.sinh(n) * x / n) + n")),
    *(Program("torch", LOSS, f"p = F.softmax(x, dim=1)\ny = torch.tensor([[0.0, 1.0]])\n{loss}", *_ONE_HOT)
      for loss in ("-torch.sum(y * torch.log(p), dim=1)", "(y * -torch.log(p)).sum(dim=1).mean()",
                   "-(y * torch.log(p)).sum()")),
    *(Program("tensorflow", LOSS, f"p = tf.nn.softmax(x)\ny = tf.constant([[0.0, 1.0]])\n{loss}", *_ONE_HOT)
      for loss in ("-tf.reduce_sum(y * tf.math.log(p), axis=1)", "-tf.reduce_sum(y * tf.math.log(p))")),
    Program("jax", ROOT, f"jnp.linalg.norm({_APART}, axis=-1)", *_EQUAL),
    Program("tensorflow", ROOT, f"tf.norm({_APART}, axis=-1)", *_EQUAL),
    Program("keras", ROOT, f"ops.norm({_APART}, axis=-1)", *_EQUAL),
    Program("tensorflow", ROOT, "tf.math.reduce_std(tf.nn.relu(x), axis=1)", *_ROW),
    Program("keras", ROOT, "ops.std(ops.relu(x), axis=1)", *_ROW),
    Program("torch", NORMAL, "x / x.norm(dim=1, keepdim=True)", *_ZEROS),
    Program("torch", MASK, "x / x.norm(dim=1, keepdim=True)", *_ZEROS),
    Program("tensorflow", NORMAL, "x / tf.norm(x, axis=1, keepdims=True)", *_ZEROS),
    Program("tensorflow", ROOT, "x / tf.norm(x, axis=1, keepdims=True)", *_ZEROS),
    Program("jax", ROOT, "x / jnp.linalg.norm(x, axis=1, keepdims=True)", *_ZEROS),
    Program("jax", ROOT, "x / jnp.std(x, axis=1, keepdims=True)", [[2.0, 2.0]], [[0.5, 3.0]]),
    Program("tensorflow", ROOT, "x / tf.math.reduce_std(x, 1, keepdims=True)", [[2.0, 2.0]], [[0.5, 3.0]]),
    Program("torch", NORMAL, "r = torch.relu(x)\nr / torch.sqrt((r ** 2).sum(dim=1, keepdim=True))", *_ROW),
    Program("tensorflow", NORMAL, "r = tf.nn.relu(x)\nr / tf.sqrt(tf.reduce_sum(tf.square(r), 1, True))", *_ROW),
    Program("torch", MASK, "torch.relu(x).log()", [0.0], [0.5, 3.0]),
    Program("torch", MASK, "torch.relu(x).sqrt().reciprocal()", [0.0], [0.5, 3.0]),
    Program("torch", TWIN, "x.softmax(-1).log()", [0.0, 200.0], [0.3, 1.0]),
    Program("torch", MASK, "torch.log(torch.relu(x.double()))", [0.0], [0.5, 3.0]),
    Program("torch", LARGE, "torch.softmax(x.masked_fill(x < 0, -torch.inf), 0)"
            " * torch.log_softmax(x.masked_fill(x < 0, -torch.inf), 0)", [-1.0, 2.0], [0.3, 1.0]),
    Program("torch", ZEROED, "p = torch.stack([x, -x], 1)[:, None].log_softmax(-1)\n"
            "F.ctc_loss(p, torch.tensor([[1, 1]]), torch.tensor([2]), 1 + (x[:1] > 0).long())", [1.0, 2.0], [-1.0, 2]),
    Program("torch", MASK, "torch.acos(torch.tanh(x.double()))", [30.0], [0.3, -1.0]),
    Program("torch", MASK, "torch.log(1 - torch.sigmoid(x.bfloat16()))", [30.0], [0.3, -1.0], "bfloat16"),
    Program("torch", MASK, "torch.atanh(torch.tanh(x.bfloat16()))", [30.0], [0.3, -1.0], "bfloat16"),
)  # fmt: skip


def spelt(framework: str, expression: str) -> str | None:
    """Write an expression in the words of a framework, None where it has not got them all."""
    words = _WORDS[framework]
    tree = ast.parse(expression, mode="eval")
    used = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    is_half = any(isinstance(node, ast.Name) and node.id == "half" for node in ast.walk(tree))
    if not used <= set(words) or (is_half and "float16" not in words):
        return None
    return ast.unparse(_Speller(words).visit(tree))


class _Speller(ast.NodeTransformer):
    """Replaces the calls of our words by what a framework writes for them."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        assert isinstance(node.func, ast.Name)
        return self._written(node.func.id, *map(ast.unparse, node.args))

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._written("float16", "x") if node.id == "half" else node

    def _written(self, word: str, *arguments: str) -> ast.AST:
        return ast.parse(self._words[word].format(*arguments), mode="eval").body


def _of_one_line(kind: str, expression: str, wrong: list[float], right: list[float], dtype: str) -> Iterator[Program]:
    for framework in IMPORTS:
        written = spelt(framework, expression)
        if written is not None and (framework, expression) not in _NOT_REPORTED:
            own = "float64" if framework == "numpy" else dtype
            yield Program(framework, kind, written, wrong, right, own)


PROGRAMS = (
    *(program for each in (*_EVERYWHERE, *_OVERFLOWS) for program in _of_one_line(*each, "float32")),
    *(program for each in _HALF for program in _of_one_line(*each, "float16")),
    *_ALONE,
)
