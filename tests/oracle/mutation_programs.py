"""Whole programs in which a value is changed where it lies, between where another is made of it and where that is used.

No name is bound anew: what holds the value changes it. The other half: what changes it behind the use, when PyTorch may
have kept it for the backward pass.
"""

from __future__ import annotations

from tests.oracle.rebound_programs import Way

_CHANGED = ("torch", "numpy")
_TORCH, _NUMPY = ("torch",), ("numpy",)
_OBJECT = """
class Object:
    def __init__(self, buf=None):
        self.buf = buf

    def keep(self, v):
        self.buf = v

    def step(self):
        self.buf *= 2

    def __call__(self, v):
        self.buf = v
        return v + 0


KEPT, TABLE = [], {}
OWNER = Object()


def remember(v):
    KEPT.append(v)


def step():
    for v in KEPT:
        v *= 2
"""


_NN = "from torch import nn\n"
_MODULE = """
from torch import nn


class M(nn.Module):
    def __init__(self, b):
        super().__init__()
        self.b = b

    def step(self):
        self.b.mul_(2)
"""


def _between(name: str, change: str, frameworks: tuple[str, ...] = _CHANGED, *, first: str = "", above: str = _OBJECT,
             hidden: bool = False) -> Way:  # fmt: skip
    """Return a way that changes z after y was made of it; `first` stands in front of that."""
    lines = ["z = 1 * x", *([first] if first else []), "y = make(z)", change, "return use(y)"]
    return Way(name, "\n".join(lines), frameworks, above, is_hidden=hidden)


def _after(name: str, rest: str, *, first: str = "", above: str = "", hidden: bool = False) -> Way:
    lines = ["z = 1 * x", *([first] if first else []), "y = make(z)", rest]
    return Way(f"after-{name}", "\n".join(lines), _TORCH, above, is_hidden=hidden)


BETWEEN = (
    _between("held-by-an-attribute", "o.buf *= 2", first="o = Object()\no.buf = z"),
    _between("held-by-an-attribute-and-stepped", "o.step()", first="o = Object()\no.buf = z", hidden=True),
    _between("held-since-it-was-made", "o.step()", first="o = Object(z)", hidden=True),
    _between("held-by-a-method", "o.step()", first="o = Object()\no.keep(z)", hidden=True),
    _between("held-by-a-method-and-changed", "o.buf *= 2", first="o = Object()\no.keep(z)", hidden=True),
    _between("held-by-a-call", "OWNER.step()", first="w = OWNER(z)", hidden=True),
    _between("held-by-setattr", "o.buf *= 2", first='o = Object()\nsetattr(o, "buf", z)'),
    _between("held-by-an-attribute-later", "o = Object()\no.buf = z\no.buf *= 2"),
    _between("held-by-an-attribute-of-several", "o.buf *= 2", first="o = Object()\no.buf, w = z, 1"),
    _between("held-by-an-object-in-a-list", "for o in l:\n    o.step()", first="l = [Object(z)]", hidden=True),
    _between("held-by-a-dictionary", 'd["a"] *= 2', first='d = {}\nd["a"] = z'),
    _between("held-by-a-literal-dictionary", 'd["a"] *= 2', first='d = {"a": z}'),
    _between("held-by-a-dictionary-of-words", 'd["a"] *= 2', first="d = dict(a=z)"),
    _between("held-by-a-copied-dictionary", 'd["a"] *= 2', first='d = {"a": z}.copy()'),
    _between("held-by-a-spread-dictionary", 'd["a"] *= 2', first='e = {"a": z}\nd = {**e}'),
    _between("held-by-values", "for v in d.values():\n    v *= 2", first='d = {"a": z}'),
    _between("held-by-an-item", "d.get(0)[...] = 3", first="d = {0: z}"),
    _between("held-by-a-list", "l[0] *= 2", first="l = []\nl.append(z)"),
    _between("held-by-a-sum-of-lists", "l[0] *= 2", first="l = [1 * x]\nl = [z] + l"),
    _between("held-by-a-comprehension", "l[0] *= 2", first="l = [v for v in (z, x)]"),
    _between("held-by-a-nested-list", "l[0][0] *= 2", first="k = [z]\nl = [k]"),
    _between("held-by-an-iterator", "v = next(i)\nv *= 2", first="i = iter([z])"),
    _between("held-by-enumerate", "for i, v in enumerate([z]):\n    v *= 2"),
    _between("held-by-a-global-list", "step()", first="KEPT.append(z)", hidden=True),
    _between("held-by-a-global-dictionary", 'TABLE["a"] *= 2', first='TABLE["a"] = z'),
    _between("held-by-a-function", "step()", first="remember(z)", hidden=True),
    _between("held-by-a-namespace", "o.buf *= 2", first="o = SimpleNamespace(buf=z)",
             above="from types import SimpleNamespace\n", hidden=True),
    _between("held-by-getattr", 'v = getattr(o, "buf")\nv *= 2', first="o = Object(z)", hidden=True),
    _between("held-by-its-dictionary", 'o.__dict__["buf"] *= 2', first="o = Object()\no.buf = z", hidden=True),
    _between("held-by-an-extended-list", "l[0] *= 2", first="l = []\nl += [z]"),
    _between("held-by-a-merged-dictionary", 'd["a"] *= 2', first='d = {}\nd |= {"a": z}'),
    _between("held-by-setdefault", 'd["a"] *= 2', first='d = {}\nv = d.setdefault("a", z)', hidden=True),
    _between("held-by-locals", 'v = locals()["z"]\nv *= 2', hidden=True),
    _between("held-by-globals", 'globals()["W"][...] = 3', first="global W\nW = z", hidden=True),
    _between("held-by-a-generator", "next(g)", first="g = scaling(z)", hidden=True,
             above="def scaling(t):\n    t *= 2\n    yield t\n"),
    _between("held-by-a-generator-that-is-listed", "list(g)", first="g = (v.__imul__(2) for v in [z])", hidden=True),
    _between("held-by-a-thread", "t.start()\nt.join()", first="t = Thread(target=z.__imul__, args=(2,))", hidden=True,
             above="from threading import Thread\n"),
    _between("held-by-a-context", "with c:\n    pass", first="c = scaled(z)", hidden=True,
             above="@contextmanager\ndef scaled(t):\n    t *= 2\n    yield\n"),
    _between("key-function", "max([1, 2], key=g)", first="def g(n):\n    z.__imul__(2)\n    return n\n", hidden=True),
    _between("conjugated", "v = z.conj()\nv *= 2"),
    _between("einsum", 'v = np.einsum("ij->ji", z)\nv *= 2', _NUMPY),
    _between("einsum-torch", 'torch.einsum("ij->ji", z.detach()).mul_(2)', _TORCH),
    _between("flipped", "v = np.flip(z)\nv *= 2", _NUMPY),
    _between("iterated", 'for v in np.nditer(z, op_flags=["readwrite"]):\n    v[...] = 3', _NUMPY),
    _between("masked-array", "v = np.ma.array(z)\nv *= 2", _NUMPY),
    _between("array-of-a-buffer", "v = np.ndarray(z.shape, z.dtype, z)\nv *= 2", _NUMPY),
    _between("held-by-a-tuple", "(v, w) = t\nv *= 2", first="t = z, 1"),
    _between("bound-method", "m(3)", ("numpy",), first="m = z.fill", hidden=True),
    _between("bound-method-torch", "m(1)", _TORCH, first="m = z.add_", hidden=True),
    _between("bound-method-later", "m = z.mul_\nm(2)", _TORCH, hidden=True),
    _between("partial", "g(3)", first="g = partial(z.__setitem__, 0)",
             above="from functools import partial\n", hidden=True),
    _between("partial-of-out", "g(z, 2)", _TORCH, first="g = partial(torch.Tensor.mul_)",
             above="from functools import partial\n", hidden=True),
    _between("default-argument", "def g(a=z):\n    a *= 2\n\ng()", hidden=True),
    _between("default-argument-first", "g()", first="def g(a=z):\n    a *= 2\n", hidden=True),
    _between("default-of-a-lambda", "g()", first="g = lambda a=z: a.__imul__(2)", hidden=True),
    _between("lambda-changes", "g()", first="g = lambda: z.__imul__(2)", hidden=True),
    _between("dunder", "z.__imul__(2)"),
    _between("dunder-item", "z.__setitem__(0, 3)"),
    _between("operator", "operator.imul(z, 2)", above="import operator\n"),
    _between("operator-imported", "imul(z, 2)", above="from operator import imul\n"),
    _between("operator-item", "operator.setitem(z, 0, 3)", above="import operator\n"),
    _between("exec", "exec('z *= 2', {'z': z})", hidden=True),
    _between("exec-elsewhere", "exec('step()')", first="KEPT.append(z)", hidden=True),
    _between("helper-by-keyword", "scale(t=z)", above="def scale(t):\n    t *= 2\n"),
    _between("helper-of-a-function", "double(z)", _NUMPY, above="def double(t):\n    np.copyto(t, 2 * t)\n"),
    _between("helper-of-an-alias", "double(z)", above="def double(t):\n    u = t\n    u *= 2\n", hidden=True),
    _between("helper-of-a-helper", "twice(z)", hidden=True,
             above="def double(t):\n    t *= 2\n\n\ndef twice(t):\n    double(t)\n"),
    _between("helper-gives-it-back", "v = same(z)\nv *= 2", above="def same(t):\n    return t\n"),
    _between("match-captures", "match [z]:\n    case [v]:\n        v *= 2", hidden=True),
    _between("module-holds", "step()", above="W = None\n\n\ndef step():\n    global W\n    W *= 2\n",
             first="global W\nW = z", hidden=True),
    _between("unpacked", "v, w = z, 1\nv *= 2"),
    _between("walrus-alias", "(v := z)[...] = 3"),
    _between("conditional-alias", "v = z if x is not None else x\nv *= 2"),
    _between("boolean-alias", "v = None or z\nv *= 2"),
    _between("mapped", "list(map(lambda t: t.__imul__(2), [z]))", hidden=True),
    _between("comprehension-changes", "[t.__imul__(2) for t in (z,)]"),
    _between("reshaped", "v = z.reshape(-1)\nv *= 2"),
    _between("ravelled", "z.ravel()[0] = 3"),
    _between("swapped", "v = z.swapaxes(0, 1)\nv *= 2"),
    _between("transposed", "z.T[0] = 3"),
    _between("squeezed", "v = z.squeeze()\nv *= 2"),
    _between("function-view", "v = torch.movedim(z, 0, 1)\nv.mul_(2)", _TORCH),
    _between("function-view-numpy", "v = np.moveaxis(z, 0, 1)\nv *= 2", _NUMPY),
    _between("split", "for v in np.array_split(z, 2):\n    v *= 2", _NUMPY),
    _between("broadcast", "v, w = np.broadcast_arrays(z, x)\nv.flags.writeable = True\nv *= 2", _NUMPY),
    _between("buffer", "v = np.frombuffer(z)\nv *= 2", _NUMPY),
    _between("memoryview", "memoryview(z.reshape(-1))[0] = 3", _NUMPY),
    _between("asarray", "v = np.asarray(z)\nv *= 2", _NUMPY),
    _between("uncopied", "v = z.astype(float, copy=False)\nv *= 2", _NUMPY),
    _between("uncopied-array", "v = np.array(z, copy=False)\nv *= 2", _NUMPY),
    _between("positional-out", "np.exp(z, z)", _NUMPY),
    _between("positional-out-of-two", "np.multiply(z, 2, z)", _NUMPY),
    _between("positional-out-of-clip", "np.clip(z, 0.4, 0.6, z)", _NUMPY),
    _between("positional-out-of-a-method", "z.clip(0.4, 0.6, z)", _NUMPY),
    _between("positional-out-of-cumsum", "np.cumsum(z, 1, None, z)", _NUMPY),
    _between("positional-out-of-round", "np.round(z, 0, z)", _NUMPY),
    _between("out-is-given-back", "v = np.exp(x, out=z)", _NUMPY),
    _between("out-is-changed", "v = np.exp(x, out=z)\nv *= 2", _NUMPY, first="w = z"),
    _between("ufunc-at", "np.add.at(z, 0, 1)", _NUMPY),
    _between("put", "np.put(z, 0, 3)", _NUMPY),
    _between("put-by-keyword", "np.put(a=z, ind=0, v=3)", _NUMPY),
    _between("place", "np.place(z, z > 0, 3)", _NUMPY),
    _between("nan-to-num", "z[0] = 3 + 0 * np.nan_to_num(z, copy=False)", _NUMPY),
    _between("fill", "z.fill(3)", _NUMPY),
    _between("fill-by-class", "np.ndarray.fill(z, 3)", _NUMPY),
    _between("sorted-by-class", "np.ndarray.sort(-z)\nz.sort()", _NUMPY),
    _between("partitioned", "z.partition(1)", _NUMPY),
    _between("shuffled", "np.random.shuffle(z.T)", _NUMPY),
    _between("shuffled-by-python", "random.shuffle(l)\nl[0][...] = 3", _NUMPY, first="l = [z]",
             above="import random\n"),
    _between("shuffled-by-a-generator", "np.random.default_rng(0).shuffle(z.T)", _NUMPY),
    _between("drawn-into", "np.random.default_rng(0).random(out=z)", _NUMPY),
    _between("shape", "z.shape = (3, 1)", _NUMPY, hidden=True),
    _between("positional-in-place", "F.relu(z - 1, True)\nF.relu(z.neg_(), True)", _TORCH),
    _between("in-place-by-position", "F.threshold(z, 0.4, 0.0, True)", _TORCH),
    _between("in-place-dropout", "F.dropout(z, 1.0, True, True)", _TORCH),
    _between("in-place-layer", "nn.Threshold(0.4, 0.0, True)(z)", _TORCH, above=_NN),
    _between("in-place-layer-held", "act(z)", _TORCH, first="act = nn.Threshold(0.4, 0.0, inplace=True)",
             above=_NN),
    _between("in-place-sequence", "nn.Sequential(nn.Threshold(0.4, 0.0, True))(z)", _TORCH,
             above=_NN),
    _between("foreach", "torch._foreach_mul_([z], 2)", _TORCH),
    _between("tensor-method", "torch.Tensor.mul_(z, 2)", _TORCH),
    _between("function-in-place", "torch.neg_(z)", _TORCH),
    _between("initialised", "nn.init.zeros_(z)", _TORCH, above=_NN),
    _between("initialised-by-keyword", "nn.init.ones_(tensor=z)", _TORCH, above=_NN),
    _between("torch-out", "with torch.no_grad():\n    torch.mul(z, 2, out=z)", _TORCH),
    _between("data", "z.data.mul_(2)", _TORCH),
    _between("data-augmented", "z.data *= 2", _TORCH),
    _between("data-replaced", "z.data = 2 * z.data", _TORCH),
    _between("detached", "z.detach().mul_(2)", _TORCH),
    _between("without-gradient", "with torch.no_grad():\n    z.mul_(2)", _TORCH),
    _between("numpy-of-tensor", "z.detach().numpy()[...] = 3", _TORCH),
    _between("numpy-kept", "a *= 2", _TORCH, first="a = z.detach().numpy()"),
    _between("from-numpy", "torch.from_numpy(z.detach().numpy()).mul_(2)", _TORCH),
    _between("parameter", "p.data.mul_(2)", _TORCH, first="p = nn.Parameter(z)", above=_NN),
    _between("optimizer", "p.grad = torch.ones_like(p)\nopt.step()", _TORCH,
             first="p = nn.Parameter(z)\nopt = torch.optim.SGD([p], lr=0.1)", above=_NN, hidden=True),
    _between("optimizer-of-a-leaf", "w.grad = torch.ones_like(w)\nopt.step()", _TORCH,
             first="w = z.detach()\nw.requires_grad_()\nopt = torch.optim.SGD([w], lr=0.1)", hidden=True),
    _between("dropout-gives-it-back", "v = F.dropout(z, 0.5, False)\nv *= 2", _TORCH),
    _between("positive", "v = +z\nv *= 2", _TORCH),
    _between("shallow-copy", "v = copy.copy(z.detach())\nv *= 2", _TORCH, above="import copy\n"),
    _between("unfolded", "z.detach().unfold(1, 1, 1).mul_(2)", _TORCH),
    _between("unbound", "v = torch.unbind(z.detach(), 1)\nv[0].mul_(2)", _TORCH),
    _between("buffer-registered", "m.b.mul_(2)", _TORCH, first='m = nn.Module()\nm.register_buffer("b", z)',
             above=_NN),
    _between("module-of-a-value", "m.step()", _TORCH, first="m = M(z)",
             above=_MODULE, hidden=True),
    Way("operand-is-a-view", "z = 1 * x\ny = make(z.reshape(-1, 3))\nz *= 2\nreturn use(y)", _CHANGED),
    Way("operand-is-given-back", "z = 1 * x\ny = make(same(z))\nz *= 2\nreturn use(y)", _CHANGED,
        above="def same(t):\n    return t\n"),
    Way("method-attribute-alias", "z = self.z\ny = make(z)\nself.z *= 2\nreturn use(y)", _CHANGED, is_method=True),
    Way("method-attribute-held", "z = 1 * self.z\nself.y = z\ny = make(z)\nself.y *= 2\nreturn use(y)", _CHANGED,
        is_method=True),
    Way("global-value", "begin(x)\ny = make(W[0])\nstep()\nreturn use(y)", _CHANGED, is_hidden=True,
        above="W = [None]\n\n\ndef step():\n    W[0][...] = 3\n\n\ndef begin(x):\n    W[0] = 1 * x\n"),
)  # fmt: skip

AFTER = (
    _after("in-place", "l = use(y)\nz.mul_(2)\nreturn l"),
    _after("augmented", "l = use(y)\nz *= 2\nreturn l"),
    _after("item", "l = use(y)\nz[..., 0] = 3\nreturn l"),
    _after("alias", "l = use(y)\nv.mul_(2)\nreturn l", first="v = z"),
    _after("view", "l = use(y)\nz.view(-1).mul_(2)\nreturn l"),
    _after("held", "l = use(y)\nd[0].mul_(2)\nreturn l", first="d = [z]"),
    _after("attribute", "l = use(y)\no.buf.mul_(2)\nreturn l", first="o = Object()\no.buf = z", above=_OBJECT),
    _after("helper", "l = use(y)\nscale(z)\nreturn l", above="def scale(t):\n    t.mul_(2)\n"),
    _after("closure", "l = use(y)\ngo()\nreturn l", first="def go():\n    z.mul_(2)\n"),
    _after("in-place-layer", "l = use(y)\nact(z)\nreturn l", first="act = torch.nn.ReLU(inplace=True)"),
    _after("in-place-function", "l = use(y)\nF.relu(z, True)\nreturn l"),
    _after("no-grad", "l = use(y)\nwith torch.no_grad():\n    z.mul_(2)\nreturn l"),
    _after("data", "l = use(y)\nz.data.mul_(2)\nreturn l"),
    _after("branch", "l = use(y)\nif x is not None:\n    z.mul_(2)\nreturn l"),
    _after("finally", "try:\n    return use(y)\nfinally:\n    z.mul_(2)"),
    _after("what-was-made", "l = use(y)\ny.mul_(2)\nreturn l"),
    _after("result", "l = use(y)\nl.mul_(2)\nreturn l"),
    _after("result-augmented", "l = use(y)\nl *= 2\nreturn l"),
    _after("result-at-once", "return (use(y)).mul_(2)"),
    _after("result-item", "l = use(y)\nl[..., 0] = 3\nreturn l"),
    _after("result-view", "l = use(y)\nl.view(-1).mul_(2)\nreturn l"),
    _after("result-held", "d = [use(y)]\nd[0].mul_(2)\nreturn d[0]"),
    _after("into-it", "z += use(y)\nreturn z"),
    _after("into-it-by-a-method", "z.add_(use(y))\nreturn z"),
    _after("into-an-item", "z[:, :1] = (use(y))[..., :1]\nreturn z"),
    _after("condition", "if (use(y)).sum() > -9:\n    z.mul_(2)\nreturn z"),
    _after("context", "with nullcontext(use(y)) as l:\n    z.mul_(2)\nreturn l"),
    _after("argument", "return torch.add(use(y), z.mul_(2))"),
    _after("comprehension", "l = [use(v) for v in [y]]\nz.mul_(2)\nreturn l[0]"),
    _after("comprehension-of-all", "l = [use(make(v)) for v in [z]]\nz.mul_(2)\nreturn l[0]"),
    _after("unpacked", "l, n = use(y), 1\nl.mul_(2)\nreturn l"),
    _after("walrus", "(l := use(y)).mul_(2)\nreturn l"),
    _after("attribute-of-the-result", "o = Object()\no.buf = use(y)\no.buf.mul_(2)\nreturn o.buf", above=_OBJECT),
    _after("extended", "l = use(y)\nd[0].mul_(2)\nreturn l", first="d = []\nd += [z]"),
    Way("after-method", "y = make(self.z)\nl = use(y)\nself.z.mul_(2)\nreturn l", _TORCH, is_method=True),
    Way("after-method-augmented", "y = make(self.z)\nself.z += use(y)\nreturn self.z", _TORCH, is_method=True),
    _after("loop", "t = 0 * x\nfor _ in range(2):\n    t = t + use(y)\n    z.mul_(1)\nreturn t"),
    Way("after-own-loop", "t = 0 * x\nz = 1 * x\nfor _ in range(2):\n    z.mul_(1)\n    y = make(z)\n"
        "    t = t + use(y)\nreturn t", _TORCH),
    Way("after-loop-of-its-own", "t = 0 * x\nfor _ in range(2):\n    z = 1 * x\n    z.mul_(1)\n    y = make(z)\n"
        "    t = t + use(y)\nreturn t", _TORCH),
    Way("after-other-branch", "z = 1 * x\ny = make(z)\nif x is not None:\n    return use(y)\nz.mul_(2)\nreturn z",
        _TORCH),
    Way("after-at-once", "z = 1 * x\nl = use(make(z))\nz.mul_(2)\nreturn l", _TORCH),
    Way("after-into-at-once", "z = 1 * x\nz += use(make(z))\nreturn z", _TORCH),
    Way("after-backward", "w = x.detach().requires_grad_()\nz = 1 * w\ny = make(z)\n(use(y)).sum().backward()\n"
        "z.mul_(2)\nreturn 0 * x + w.grad", _TORCH),
)  # fmt: skip

MUTATIONS = (*BETWEEN, *AFTER)
