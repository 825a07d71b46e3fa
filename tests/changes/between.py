"""Programs in which something runs between a softmax and its logarithm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nanproof.analysis import Diagnosis
from nanproof.fixes.fix import Applicability

_BEFORE = """\
import copy
import random
from contextlib import nullcontext, suppress

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch

KEPT = []
BOX = {}
dim = 1


class Held:
    def __init__(self, t):
        self.t = t

    def clear(self):
        self.t.zero_()


def clear(t):
    t.zero_()
    return t


def halved(t):
    return t / 2


@jax.jit
def step(t):
    return t * 0


def clearing(ts):
    for t in ts:
        yield t.zero_()
"""


@dataclass(frozen=True)
class Between:
    """What runs between, and whether the logits are named again; `uncertain` where they could be, and nobody knows."""

    written: str
    keeps: bool
    uncertain: bool = False
    made: str = "z = x * 2"
    softmax: str = "torch.softmax(z, 1)"
    log: str = "torch.log"

    @property
    def source(self) -> str:
        """The program; `f(x)` computes the logarithm."""
        lines = [*self.made.splitlines(), f"p = {self.softmax}", *self.written.splitlines(), f"return {self.log}(p)"]
        return _BEFORE + "\n\ndef f(x):\n" + "".join(f"    {line}\n" for line in lines)

    @property
    def twin(self) -> str:
        """What may be offered in place of the logarithm."""
        return self.softmax.replace("softmax", "log_softmax")


def kept(*written: str, made: str = "z = x * 2") -> list[Between]:
    """Return programs that leave the logits as they were."""
    return [Between(each, True, made=made) for each in written]


def changed(*written: str, made: str = "z = x * 2") -> list[Between]:
    """Return programs that change them."""
    return [Between(each, False, made=made) for each in written]


def doubtful(*written: str, made: str = "z = x * 2") -> list[Between]:
    """Return programs that leave them as they were, of which the source does not show it."""
    return [Between(each, False, True, made) for each in written]


def in_jax(written: str, keeps: bool, held: str = "z", uncertain: bool = False) -> Between:
    """Return a program of JAX, whose arrays nobody changes."""
    made = "z = jnp.asarray(x) * 2\nd = {'k': z, 'm': [z]}"
    return Between(written, keeps, uncertain, made, f"jax.nn.softmax({held}, 1)", "jnp.log")


def in_tensorflow(written: str, keeps: bool, held: str = "v") -> Between:
    """Return a program of TensorFlow, where only variables change."""
    made = "z = tf.constant(x) * 2\nv = tf.Variable(z)"
    return Between(written, keeps, False, made, f"tf.nn.softmax({held}, 1)", "tf.math.log")


PROGRAMS: Sequence[Between] = (
    *kept("pass", "print(z)", "n = len(z)", "y = z.mul(2)", "y = z[:1] * 2"),
    *changed("z.mul_(2)", "z *= 2", "z[0] = 0", "z[:, 0] += 1", "z = z * 2", "clear(z)", "y = clear(z)"),
    # Other names for the same memory.
    *changed("y = z\ny.mul_(2)", "y = z.view(-1)\ny[0] = 9", "y = z.detach()\ny *= 2", "y = z.T\ny.zero_()"),
    *changed("y = torch.as_tensor(z)\ny.zero_()", "y = z.numpy()\ny *= 2", "y = +z\ny *= 0", "y = (z)\ny *= 0"),
    *kept("y = z.clone()\ny.mul_(2)", "y = -z\ny.mul_(2)", "y = z + 1\ny.zero_()"),
    *doubtful(
        "y = halved(z)",
        "y = copy.copy(z) * 2\ny.zero_()",
        "y = copy.deepcopy(z)\ny.zero_()",
        "y = [z, z].copy()\ny[0] = 0",
    ),
    *kept("y = np.array(z)\ny[:] = 0"),
    *changed("y = [z].copy()\ny[0].zero_()", "y = list([z])\ny[0].zero_()", "y = [z] + [x]\ny[0].zero_()"),
    *changed("y = z if len(z) else x\ny.zero_()", "y = None or z\ny.zero_()"),
    *changed("(y := z).zero_()", "for y in [z]:\n    y.zero_()", "y, w = z, 0\ny.zero_()"),
    *changed("y = lambda t=z: t.zero_()\ny()", "def y(t=z):\n    t.zero_()\ny()"),
    # Containers and objects that hold it.
    *changed("h = Held(z)\nh.clear()", "BOX['z'] = z\nBOX['z'].zero_()", "KEPT.append(z)\nKEPT[-1].zero_()"),
    *changed("h = Held(x)\nh.t = z\nh.clear()", "y = (z, x)\ny[0].zero_()", "y = dict(z=z)\ny['z'].zero_()"),
    # Generators run where they are asked for their elements.
    *changed("g = clearing([z])\nlist(g)", "g = (t.zero_() for t in [z])\nsum(g)", "list(clearing([z]))"),
    *changed("for y in clearing([z]):\n    pass", "a, b = (t.zero_() for t in (z, z))\nsum(a)"),
    *doubtful("g = clearing([z])", "g = (t.zero_() for t in [z])"),
    *kept("a, b = (t + 1 for t in (z, z))\nsum(a)"),
    # Texts, and functions that are given.
    *changed("exec('z.zero_()')", "eval('z.zero_()')", "list(map(clear, [z]))", "list(map(lambda t: t.zero_(), [z]))"),
    *changed("f = clear\nf(z)", "f = z.zero_\nf()", "setattr(z, 'data', z * 0)", "z.data = z * 0"),
    # Written into by name or by place.
    *changed("torch.mul(x, 0, out=z)", "np.multiply(z.numpy(), 0, out=z.numpy())", "np.copyto(z.numpy(), 0)"),
    *changed(
        "np.multiply(x.numpy(), 0, z.numpy())", "a = z.numpy()\nnp.exp(a, a)", "a = z.numpy()\na.cumsum(0, None, a)"
    ),
    *kept("np.multiply(x.numpy(), 0, None)", "a = z.numpy()\nnp.exp(a)", "a = z.numpy()\nb = a.cumsum(0)"),
    *kept("b = np.array(z.numpy(), copy=True)\nb[:] = 0", "b = np.nan_to_num(z.numpy())\nb[:] = 0"),
    *kept("b = np.nan_to_num(z.numpy(), copy=True)\nb[:] = 0"),
    *changed("b = np.nan_to_num(z.numpy(), copy=False)\nb[:] = 0"),
    *doubtful("np.nan_to_num(z.numpy(), copy=False)", "a = z.numpy()\nnp.nan_to_num(a, False)"),
    *changed("np.random.shuffle(z.numpy()[0])", "random.shuffle(z[0])"),
    # What stands around.
    *changed("with nullcontext(z) as y:\n    y.zero_()"),
    *kept("with suppress(ValueError):\n    y = z + 1"),
    # Labels are no names.
    *[
        Between("dim = 0", True, softmax="torch.softmax(z, dim=1)"),
        Between("dim = 0", False, softmax="torch.softmax(z, dim)", made="z = x * 2\ndim = 1"),
    ],
    # Nobody asks for the elements of a generator.
    *kept("g = (t.abs() for t in [z])\nn = isinstance(g, list)", "g = (t for t in z)\nprint(g)"),
    *doubtful("g = (t.abs() for t in [z])\nn = list(g)"),
    *kept("del x", "match x.ndim:\n    case 2:\n        pass\n    case _:\n        y = 1"),
    *changed("def y():\n    nonlocal z\n    z = x * 0\ny()"),
    *doubtful("def y():\n    global z\n    z = x * 0\ny()"),
    in_jax("z *= 2", False),
    in_jax("y = z\ny *= 2", True),
    in_jax("d['k'] *= 2", False, uncertain=True),
    in_jax("d['k'] *= 2", False, "d['k']"),
    in_jax("d['m'][0] *= 2", False, "d['m'][0]"),
    in_jax("d['k'] = z * 0", False, "d['k']"),
    in_jax("y = halved(z)", True),
    in_jax("y = step(x)", True, "x"),
    in_jax("exec('z = z * 2')", False, uncertain=True),
    in_tensorflow("v.assign(z * 0)", False),
    in_tensorflow("v.assign_add(z)", False),
    in_tensorflow("w = v\nw.assign(z * 0)", False),
    in_tensorflow("y = v * 0", True),
    in_tensorflow("y = halved(v)", True),
    in_tensorflow("y = halved(z)", True, "z"),
    *changed("match x * 0:\n    case z:\n        pass"),
    # What was taken out of a generator is none.
    *kept("a, b = (t + 1 for t in (z, z))\nlist(a)"),
    *changed("y = np.ma.array(z.numpy())\ny[0] = 0"),
    *kept("w = x * 3\ny = w.view_as(z)\ny.zero_()"),
    *doubtful("y = list(locals())\ny.insert(0, 0)", "with nullcontext(halved) as y:\n    w = y(z)\n    w.zero_()"),
    *changed("def y(o):\n    o.t[0] = 0\nh = Held(z)\ny(h)"),
    *changed("y()", made="for z in [x * 2]:\n    pass\n\ndef y():\n    torch.mul(z, 0, out=z)\n"),
    # Of what a context hands over nobody knows where it lies.
    *changed("z = z * 2", made="with nullcontext(x * 2) as z:\n    pass"),
    *kept("np.multiply(np.ones(2), 0, None)", made="with nullcontext(x * 2) as z:\n    pass"),
)


def twin_offered(program: Between, found: Sequence[Diagnosis]) -> bool:
    """Say whether the stable twin is offered, as safe, where the logarithm stands."""
    safe = [fix for each in found for fix in each.fixes if fix.applicability is Applicability.SAFE]
    return any(fix.result == program.twin for fix in safe)
