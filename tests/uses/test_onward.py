"""Where a value goes next, as far as a gradient comes back that way."""

from __future__ import annotations

import pytest

from nanproof.uses.onward import Expression, onward, ways
from tests.uses.program import marked, shown

HEAD = """\
import jax.numpy as jnp
import numpy as np
import torch
from torch import distributions, nn

layer = nn.Linear(3, 3)
stack = nn.Sequential(nn.Linear(3, 3), nn.ReLU())


def helper(first, second=None, *, scale=1.0):
    return first * scale


def forgets(first):
    return 1


class Model(nn.Module):
    def step(self, z, weight):
        return z

    def run(self, a):
        return self.step(«a», 2)


def f(x, chosen, flag, other):
"""

A = "class A:\n    def f(self, x):\n"


def next_of(body: str) -> list[str] | None:
    """Return what the marked expression of a function's body goes into next."""
    head = HEAD if "«" not in body else HEAD.replace("«", "").replace("»", "")
    program = marked(head + "".join(f"    {line}\n" for line in body.splitlines()))
    found = onward(program.engine, Expression(program.document, program.node))
    return None if found is None else [shown(each.document, each.node) for each in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Expressions that hold it.
        ("z = «x» + 1", ["z = «x + 1»"]),
        ("z = -«x»", ["z = «-x»"]),
        ("z = [«x», 1]", ["z = «[x, 1]»"]),
        ("z = («x»)", ["z = «(x)»"]),
        ("z = {'a': «x»}", ["z = {«'a': x»}"]),
        ("z = «x» or 1", ["z = «x or 1»"]),
        ("z = [«x» for _ in range(3)]", ["z = «[x for _ in range(3)]»"]),
        # What makes a truth, a text or nothing of it.
        ("«x»", []),
        ("z = «x» > 1", []),
        ("assert «x»", []),
        ("z = not «x»", []),
        ("z = f'{«x»}'", []),
        ("if «x»:\n    pass", []),
        ("while «x»:\n    pass", []),
        # One of two: what is asked is not what goes on.
        ("z = «x» if flag else 1", ["z = «x if flag else 1»"]),
        ("z = 1 if flag else «x»", ["z = «1 if flag else x»"]),
        ("z = 1 if «x» else 2", []),
        # Items: an index lets nothing through.
        ("z = «x»[0]", ["z = «x[0]»"]),
        ("z = other[«x»]", []),
        ("z = «x.sort()»[0]", ["z = «x.sort()[0]»"]),
        ("z = «x.sort()»[1]", []),
        ("z = «x.exp()»[1]", ["z = «x.exp()[1]»"]),
        ("z = «unknown(x)»[1]", ["z = «unknown(x)[1]»"]),
        ("z = «chosen»[1]", ["z = «chosen[1]»"]),
        ("z = «torch.topk(x, 2)»[1]", []),
        ("z = «x.sort()».indices", []),
        ("z = «x.sort()».values", ["z = «x.sort().values»"]),
        ("z = «x».indices", ["z = «x.indices»"]),
        # Attributes that are no tensor any more.
        ("z = «x.exp()».shape", []),
        ("z = «x.exp()».data", []),
        ("z = «x.exp()».T", ["z = «x.exp().T»"]),
        ("z = «x».shape", ["z = «x.shape»"]),
        # Calls.
        ("z = torch.exp(«x»)", ["z = «torch.exp(x)»"]),
        ("z = «x.exp()».log()", ["z = «x.exp().log()»"]),
        ("z = «x.exp()».detach()", []),
        ("z = torch.gt(«x», 1)", []),
        ("z = torch.chunk(«x», 2)", ["z = «torch.chunk(x, 2)»"]),
        ("z = torch.exp(other, «x»)", ["z = «torch.exp(other, x)»"]),
        ("z = torch.sum(*other, «x»)", ["z = «torch.sum(*other, x)»"]),
        ("z = torch.argmax(«x»)", []),
        ("z = np.log(«x»)", []),
        ("z = «x.exp()».long()", []),
        ("z = «x.exp()».double()", ["z = «x.exp().double()»"]),
        ("z = torch.where(«x», other, 1.0)", []),
        ("z = torch.where(other > 0, «x», 1.0)", ["z = «torch.where(other > 0, x, 1.0)»"]),
        ("z = torch.zeros_like(«x»)", []),
        ("z = torch.sum(other, dim=«x»)", ["z = torch.sum(other, «dim=x»)"]),
        ("z = torch.sum(other, «dim=x»)", []),
        ("z = torch.exp(«input=x»)", ["z = «torch.exp(input=x)»"]),
        ("z = layer(«x»)", ["z = «layer(x)»"]),
        ("z = stack(«x»)", None),
        ("z = nn.ReLU(«x»)", None),
        ("z = unknown(«x»)", None),
        ("print(«x»)", []),
        ("print = other\nprint(«x»)", None),
        ("other.print(«x»)", None),
        ("z = chosen(«x»)", None),
        ("z = chosen.apply(«x»)", None),
        ("z = torch.relu_(«x»)", None),
        ("z = jnp.exp(«x»)", ["z = «jnp.exp(x)»"]),
        ("z = torch.bincount(«x»)", []),
        ("z = [torch.argmax][0](«x»)", None),
        ("z = ', '.join(«x»)", []),
        ("z = '{}'.format(«x»)", []),
        ("class A(«x»):\n    pass", None),
        # Distributions.
        ("z = distributions.Normal(«x», 1.0)", ["z = «distributions.Normal(x, 1.0)»"]),
        # Functions of the project: the uses of the parameter.
        ("z = helper(«x»)", ["return «first» * scale"]),
        ("z = helper(other, «x»)", []),
        ("z = helper(other, «scale=x»)", ["return first * «scale»"]),
        ("z = helper(*«x»)", None),
        ("z = helper(«x», *other)", None),
        ("z = helper(«missing=x»)", None),
        ("z = forgets(«x»)", []),
        # Names.
        ("z = «x»\nreturn z + 1", ["return «z» + 1"]),
        ("z = «x»\nz = 2 * z\nreturn z", ["z = 2 * «z»"]),
        ("z = «x»\nz += 1\nreturn z", ["return «z»"]),
        ("z = «x»\nif flag:\n    z = 1\nreturn z", ["return «z»"]),
        ("z = «x»\nz = 1\nreturn z", None),
        ("z = «x»", None),
        ("z = w = «x»\nreturn z + w", ["return «z» + w", "return z + «w»"]),
        ("other.z = w = «x»\nreturn w", None),
        ("z = other.w = «x»\nreturn z", None),
        ("z = (w := «x»)\nreturn w", ["z = («w := x»)", "return «w»"]),
        ("z, w = «x.sort()»\nreturn z + w", ["return «z» + w"]),
        ("z, w = «x.chunk(2)»\nreturn z + w", ["return «z» + w", "return z + «w»"]),
        ("z, w, v = «x.sort()»\nreturn z + w", ["return «z» + w", "return z + «w»"]),
        ("z, _ = «x.chunk(2)»\nreturn z", ["return «z»"]),
        ("z, other.w = «x.chunk(2)»\nreturn z", None),
        ("other.z = «x»", None),
        ("other[0] = «x»", None),
        ("global z\nz = «x»\nreturn z", None),
        ("z = other\nz += «x»\nreturn z", ["return «z»"]),
        ("other.z += «x»", None),
        ("«x» += 1\nreturn x", None),
        ("for _ in range(3):\n    flag = z\n    z = «x»", ["flag = «z»"]),
        ("z = «x»\nz.clamp_(0)\nreturn z", ["«z».clamp_(0)", "return «z»"]),
        ("yield «x»", None),
        ("with «x»:\n    pass", None),
        ("return «x»", None),
        ("for z in «x»:\n    pass", None),
        ("z = lambda: «x»", None),
    ],
)
def test_what_a_value_goes_into(body: str, expected: list[str] | None) -> None:
    assert next_of(body) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(x):\n    return «x»\n\n\na = f(1)\nb = [f(2)]\n", ["a = «f(1)»", "b = [«f(2)»]"]),
        ("def f(x):\n    return «x»\n", None),
        ("return «x»\n", None),
        ("class A:\n    return «x»\n", None),
        ("import jax\nz = jax.tree.map(g, «x»)\n", None),
        ("from functools import partial\nz = partial(g, «x»)\n", None),
        ("def f(x):\n    return «x»\n\n\na = f\n", None),
        ("f = lambda x: [«x»]\n", ["f = lambda x: «[x]»"]),
        ("class A:\n    y = «x»\n    z = y\n", None),
        (A + "        return self.g(«x»)\n\n    def g(self, z):\n        return z\n", ["return «z»"]),
        (A + "        return self.g(1, «x»)\n\n    def g(self, z, w):\n        return z - w\n", ["return z - «w»"]),
        (A + "        return A.g(«x»)\n\n    @staticmethod\n    def g(z, w=1):\n        return z\n", ["return «z»"]),
        ("z = «x»\nz.exp()\n", ["«z».exp()"]),
        ("import torch\nz = torch.autograd.grad(«x», w)\n", None),
        ("import jax\nz = jax.vmap(g)(«x»)\n", None),
        ("import numpy as np\nz = «np.exp(x)».shape\n", ["z = «np.exp(x).shape»"]),
        ("import torch.nn.functional as F\nz = F.relu(«x», inplace=True)\n", ["z = «F.relu(x, inplace=True)»"]),
        ("import torch\nz = torch.exp(«x», out=w)\n", ["z = «torch.exp(x, out=w)»"]),
        ("import torch\nz = torch.full_like(«x», 1.0)\n", []),
        ("import torch\nz = «x».expand_as(w)\n", ["z = «x.expand_as(w)»"]),
        ("import tensorflow as tf\nz = tf.one_hot(«x», 3)\n", []),
        ("import tensorflow as tf\nz = tf.cast(«x», tf.int32)\n", []),
        ("import tensorflow as tf\nz = tf.cast(«x», tf.float16)\n", ["z = «tf.cast(x, tf.float16)»"]),
        ("import tensorflow as tf\nz = «tf.exp(x)».shape\n", []),
        ("import tensorflow as tf\nz = «tf.exp(x)».data\n", ["z = «tf.exp(x).data»"]),
    ],
)  # fmt: skip
def test_what_it_goes_into_elsewhere(source: str, expected: list[str] | None) -> None:
    program = marked(source)
    found = onward(program.engine, Expression(program.document, program.node))
    assert (None if found is None else [shown(each.document, each.node) for each in found]) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("d = torch.distributions.Normal(«x», 1.0)", True),
        ("d = torch.exp(«x»)", False),
    ],
)
def test_what_a_distribution_is_made_of_goes_into_it(written: str, expected: bool) -> None:
    program = marked(f"import torch\n{written}\n")
    (found,) = onward(program.engine, Expression(program.document, program.node)) or ()
    assert found.is_distribution == expected


def test_a_sample_of_a_distribution_lets_no_gradient_through() -> None:
    """Drawn by `sample`, and not by `rsample`; of what is no distribution `sample` is any method."""
    drawn, again = marked("z = «d».sample()\n"), marked("z = «d».rsample()\n")
    assert onward(drawn.engine, Expression(drawn.document, drawn.node, is_distribution=True)) == ()
    assert onward(drawn.engine, Expression(drawn.document, drawn.node)) is None
    passed = marked("z = divergence(«d», e)\n")
    assert onward(passed.engine, Expression(passed.document, passed.node, is_distribution=True)) is None
    assert len(onward(again.engine, Expression(again.document, again.node, is_distribution=True)) or ()) == 1


def all_ways(source: str, most: int = 50) -> list[str | None]:
    program = marked(source)
    found = ways(program.engine, Expression(program.document, program.node), most)
    return [None if each is None else shown(each.document, each.node) for each in found]


def test_all_that_a_value_goes_into() -> None:
    source = "import torch\nz = «torch.exp(x)»\nw = (z + 1) > 0\n"
    assert all_ways(source) == ["z = «torch.exp(x)»", "w = («z» + 1) > 0", "w = («z + 1») > 0", "w = «(z + 1)» > 0"]
    assert all_ways(source, most=4) == all_ways(source)
    assert all_ways(source, most=3) == [*all_ways(source)[:3], None]


def test_what_is_not_known_ends_the_way() -> None:
    assert all_ways("z = unknown(«x»)\n") == ["z = unknown(«x»)", None]
    looped = all_ways("def f(x, z):\n    for _ in range(9):\n        y = z * 2\n        z = «x» + y\n    assert z\n")
    assert None not in looped
    assert len(looped) == len(set(looped))


def test_where_nothing_is_recorded_nothing_comes_back() -> None:
    """Unless the value only stands there: what is computed in the block is recorded no more, whatever becomes of it."""
    inside = "import torch\nz = «torch.exp(x)»\nwith torch.no_grad():\n    w = unknown(z)\n"
    assert all_ways(inside) == ["z = «torch.exp(x)»", "w = unknown(«z»)"]
    recorded = inside.replace("torch.no_grad", "torch.enable_grad")
    assert all_ways(recorded) == ["z = «torch.exp(x)»", "w = unknown(«z»)", None]
