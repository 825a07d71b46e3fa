"""Whole programs in which a name stops meaning what it meant, between where a value is made and where it is used.

Each is a composition that has a repair (`make` a value of the operand, `use` it), written in one of the ways in which
Python can take a name away from it. A repair that moves or repeats an expression must see each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from textwrap import dedent, indent

from tests.oracle.fix_programs import IMPORTS, spelt

FRAMEWORKS = ("torch", "tensorflow", "jax", "numpy", "keras")
RIGHT, WRONG = [[0.3, 1.0, 0.5]], [[-150.0, 0.0, 150.0]]


@dataclass(frozen=True)
class Composition:
    """What is computed of an operand, in two steps; `{}` stands for the operand of each.

    `only` are the frameworks in whose own words it is written, none of those of `fix_programs`.
    """

    name: str
    make: str
    use: str
    only: tuple[str, ...] = ()

    def spelt(self, framework: str) -> tuple[str, str] | None:
        """Return both steps in the words of a framework, of `OPERAND`."""
        if self.only:
            return (self.make, self.use) if framework in self.only else None
        made = spelt(framework, self.make.format("OPERAND"))
        used = spelt(framework, self.use.format("OPERAND"))
        return (made, used) if made is not None and used is not None else None


COMPOSITIONS = (
    Composition("softmax", "exp({})", "{0} / sum({0})"),
    Composition("logsumexp", "exp({})", "log(sum({}))"),
    Composition("softplus", "exp({})", "log(1 + {})"),
    Composition("sigmoid", "exp(-{})", "1 / (1 + {})"),
    Composition("log-softmax", "softmax({})", "log({})"),
    Composition("log-softmax-masked", "softmax({})", "log({} + 1e-7)"),
    Composition("log-sigmoid", "sigmoid({})", "log({})"),
    Composition("log-sigmoid-masked", "sigmoid({})", "log({} + 1e-7)"),
    Composition("log-of-complement", "sigmoid({})", "log(1 - {})"),
    Composition("root", "softmax({})", "sqrt({})"),
    Composition("quotient", "relu({})", "1 / {}"),
    Composition("quotient-of-softmax", "softmax({})", "1 / {}"),
    Composition("softmax-method", "OPERAND.exp()", "OPERAND / OPERAND.sum(dim=-1, keepdim=True)", ("torch",)),
    Composition("log-softmax-method", "OPERAND.softmax(-1)", "OPERAND.log()", ("torch",)),
    Composition("log-softmax-axis", "torch.softmax(OPERAND, axis)", "torch.log(OPERAND)", ("torch",)),
    Composition("softmax-axis", "torch.exp(OPERAND)", "OPERAND / OPERAND.sum(axis, keepdim=True)", ("torch",)),
    Composition("bce", "torch.sigmoid(OPERAND)",
                "F.binary_cross_entropy(OPERAND, torch.full_like(OPERAND, 0.25))", ("torch",)),
    Composition("cross-entropy", "F.softmax(OPERAND, dim=1)", "-torch.sum(labels * torch.log(OPERAND), dim=1)",
                ("torch",)),
    Composition("cross-entropy-tf", "tf.nn.softmax(OPERAND)",
                "-tf.reduce_sum(labels * tf.math.log(OPERAND), axis=1)", ("tensorflow",)),
    Composition("normal", "torch.relu(OPERAND)", "OPERAND / OPERAND.norm(dim=1, keepdim=True)", ("torch",)),
    Composition("where", "torch.relu(OPERAND)", "torch.where(OPERAND > 0, torch.log(OPERAND), 0 * OPERAND)",
                ("torch",)),
    Composition("late", "torch.relu(OPERAND)", "torch.log(OPERAND) + 1e-7", ("torch",)),
    Composition("where-later", "torch.log(torch.relu(OPERAND))", "torch.where(x > 0.4, OPERAND, 0 * OPERAND)",
                ("torch",)),
    Composition("late-later", "torch.log(torch.relu(OPERAND))", "OPERAND + tiny", ("torch",)),
)  # fmt: skip


@dataclass(frozen=True)
class Way:
    """How a name is taken away: a program in which `make(a)` and `use(a)` stand for the composition's steps.

    `above` stands above the function; the body of a method is that of a class derived from `_CLASS`.
    What goes wrong twice is still wrong after one repair. A step that is written with what the way `shadows` is none.
    What `is_hidden` no reader can prove: an unsafe repair says what it assumes, and is not judged.
    """

    name: str
    body: str
    frameworks: tuple[str, ...] = FRAMEWORKS
    above: str = ""
    is_method: bool = False
    is_twice: bool = False
    shadows: str = ""
    is_hidden: bool = False


_CHANGED = ("torch", "numpy")
_CLASS = """
class Step:
    def __init__(self, x):
        self.z = 1 * x
        self.y = None

    def update(self):
        self.z = 2 * self.z

    def lose(self):
        self.y = 0.5 + 0 * self.z
"""
_WARM = """
class Warm:
    def __init__(self, x):
        self.x, self.heat, self.reads = x, 1, 0

    @property
    def z(self):
        return self.heat * self.x

    @property
    def counted(self):
        self.reads += 1
        return self.reads * self.x
"""
_HELPERS = """
def scale(t):
    t *= 2
"""

WAYS = (
    Way("nothing-happens", "y = make(x)\nreturn use(y)"),
    Way("own-name", "x = make(x)\nreturn use(x)"),
    Way("own-name-twice", "x = make(x)\na = use(x)\nx = 2 * x\nreturn a"),
    Way("own-name-in-a-branch", "if x is not None:\n    x = make(x)\n    return use(x)\nreturn x"),
    Way("rebound", "y = make(x)\nx = 2 * x\nreturn use(y) + 0 * x"),
    Way("rebound-in-a-branch", "y = make(x)\nif y is not None:\n    x = 2 * x\nreturn use(y)"),
    Way("augmented", "z = 1 * x\ny = make(z)\nz += 1\nreturn use(y)", ("tensorflow", "jax", "keras", "numpy")),
    Way("deleted", "z = 1 * x\ny = make(z)\ndel z\nreturn use(y)"),
    Way("loop-variable", "z = 1 * x\ny = make(z)\nfor z in (2 * x, 3 * x):\n    pass\nreturn use(y)"),
    Way("made-in-a-loop", "for z in (x, 0.5 * x):\n    y = make(z)\nz = 2 * x\nreturn use(y)"),
    Way("loop-comes-round",
        "y = make(x)\nt = 0 * x\nfor _ in range(3):\n    t = t + use(y)\n    x = 0.5 * x\nreturn t"),
    Way("loop-comes-round-while",
        "y = make(x)\nt, n = 0 * x, 0\nwhile n < 3:\n    t, n = t + use(y), n + 1\n    x = 0.5 * x\nreturn t"),
    Way("loop-own-name", "t = 0 * x\nfor _ in range(2):\n    z = 1 * x\n    z = make(z)\n    t = t + use(z)\nreturn t"),
    Way("global", "global z\nz = 1 * x\ny = make(z)\nbump()\nreturn use(y)",
        above="z = None\n\n\ndef bump():\n    global z\n    z = 2 * z\n"),
    Way("global-read", "keep(1 * x)\ny = make(z)\nkeep(2 * x)\nreturn use(y)",
        above="z = None\n\n\ndef keep(v):\n    global z\n    z = v\n"),
    Way("global-held", "global y\ny = make(x)\nbump()\nreturn use(y)",
        above="y = None\n\n\ndef bump():\n    global y\n    y = 0.5 + 0 * y\n"),
    Way("closure-assigns",
        "z = 1 * x\n\ndef bump():\n    nonlocal z\n    z = 2 * z\n\ny = make(z)\nbump()\nreturn use(y)"),
    Way("closure-assigns-what-is-held",
        "y = None\n\ndef bump():\n    nonlocal y\n    y = 0.5 + 0 * y\n\ny = make(x)\nbump()\nreturn use(y)"),
    Way("closure-between", "y = make(x)\n\ndef bump():\n    nonlocal x\n    x = 2 * x\n\nbump()\nreturn use(y)"),
    Way("inside-a-closure",
        "def inner():\n    y = make(x)\n    bump()\n    return use(y)\n\ndef bump():\n    nonlocal x\n"
        "    x = 2 * x\n\nreturn inner()"),
    Way("closure-reads-later", "def inner():\n    return use(y)\n\ny = make(x)\nx = 2 * x\nreturn inner()"),
    Way("lambda", "y = make(x)\ng = lambda: use(y)\nx = 2 * x\nreturn g()"),
    Way("walrus", "z = 1 * x\ny = make(z)\nw = (z := 2 * x)\nreturn use(y) + 0 * w"),
    Way("walrus-made", "y = make((z := 1 * x))\nz = 2 * z\nreturn use(y)"),
    Way("walrus-in-a-comprehension",
        "z = 1 * x\ny = make(z)\nw = [(z := k * x) for k in (2, 3)]\nreturn use(y) + 0 * w[0]"),
    Way("comprehension-has-its-own", "y = make(x)\nw = [x for x in (1, 2)]\nreturn use(y) + 0 * w[0]"),
    Way("used-in-a-comprehension", "y = make(x)\nx = 2 * x\nreturn [use(y) for _ in (1, 2)][0]"),
    Way("made-in-a-comprehension", "return [use(y) for y in [make(z) for z in (x, 2 * x)]][1]"),
    Way("generator-lazily", "y = make(x)\ng = (use(y) for _ in (1, 2))\nx = 2 * x\nreturn next(g)"),
    Way("with-as", "z = 1 * x\ny = make(z)\nwith nullcontext(2 * x) as z:\n    pass\nreturn use(y)"),
    Way("with-as-around", "z = 1 * x\ny = make(z)\nwith nullcontext(2 * x) as z:\n    return use(y)"),
    Way("with-around-both", "with nullcontext(x) as z:\n    y = make(z)\n    return use(y)"),
    Way("except-as",
        "z = 1 * x\ny = make(z)\ntry:\n    raise ValueError\nexcept ValueError as z:\n    pass\nreturn use(y)"),
    Way("finally", "try:\n    y = make(x)\n    x = 2 * x\nfinally:\n    x = 3 * x\nreturn use(y)"),
    Way("tried", "y = make(x)\ntry:\n    x = 2 * x\n    raise ValueError\nexcept ValueError:\n    return use(y)"),
    Way("match", "z = 1 * x\ny = make(z)\nmatch (2 * x,):\n    case (z,):\n        pass\nreturn use(y)"),
    Way("match-as", "z = 1 * x\ny = make(z)\nmatch 2 * x:\n    case _ as z:\n        pass\nreturn use(y)"),
    Way("tuple-target", "z = 1 * x\ny = make(z)\nz, w = 2 * x, 1\nreturn use(y) * w"),
    Way("star-target", "z = 1 * x\ny = make(z)\nw, *z = 1, 2 * x\nreturn use(y) * w"),
    Way("chained-target", "z = 1 * x\nz = y = make(z)\nreturn use(y)"),
    Way("chained-target-first", "z = 1 * x\ny = z = make(z)\nreturn use(y)"),
    Way("swapped", "z, y = 1 * x, 0\ny, z = z, y\nx = make(y)\ny = 2 * x\nreturn use(x)"),
    Way("imported", "z = 1 * x\ny = make(z)\nimport math as z\nreturn use(y)"),
    Way("imported-from", "z = 1 * x\ny = make(z)\nfrom math import pi as z\nreturn use(y)"),
    Way("defined", "z = 1 * x\ny = make(z)\n\ndef z():\n    pass\n\nreturn use(y)"),
    Way("class-named", "z = 1 * x\ny = make(z)\n\nclass z:\n    pass\n\nreturn use(y)"),
    Way("annotated", "z = 1 * x\ny = make(z)\nz: object = 2 * x\nreturn use(y)"),
    Way("two-steps", "z = 1 * x\ny = make(z)\nz = 2 * x\nw = y\nz = 3 * z\nreturn use(w)"),
    Way("name-of-a-name", "z = x\nx = 2 * x\ny = make(z)\nz = x\nreturn use(y)"),
    Way("part-of-a-sum", "b = 1\ny = make(x + b)\nb = 2\nreturn use(y)"),
    Way("part-of-a-call", "b = 0.5\ny = make(bumped(x, b))\nb = 2\nreturn use(y) * b",
        above="def bumped(t, b):\n    return t * b\n"),
    Way("item-of-a-list", "z = [1 * x, 2 * x]\ny = make(z[0])\nz[0] = 3 * x\nreturn use(y)"),
    Way("item-of-a-dict", 'z = {"a": 1 * x}\ny = make(z["a"])\nz["a"] = 3 * x\nreturn use(y)'),
    Way("item-by-a-name", "k, z = 0, [1 * x, 2 * x]\ny = make(z[k])\nk = 1\nreturn use(y)"),
    Way("list-changed", "z = [1 * x, 2 * x]\ny = make(z[0])\nz.reverse()\nreturn use(y)"),
    Way("axis", "axis = -1\ny = make(x)\naxis = 0\nreturn use(y) + 0 * axis"),
    Way("chosen-later", "chosen = 1 * x\ny = make(x)\nchosen = 2 * x\nreturn use(y) + 0 * chosen"),
    Way("epsilon-later", "y = make(x)\ntiny = 1e-7\nreturn use(y)"),
    Way("epsilon-rebound", "tiny = 0.0\ny = make(x)\ntiny = 1e-7\nreturn use(y)"),
    Way("logits-is-taken", "logits = 2 * x\nx = make(x)\nreturn use(x) + 0 * logits"),
    Way("two-at-once", "a = make(bumped(x))\nb = make(bumped(2 * x))\nreturn use(a) + use(b)",
        above="def bumped(t):\n    return t * 1\n", is_twice=True),
    Way("attribute-set-by-a-call", "step = Step(x)\ny = make(step.z)\nstep.update()\nreturn use(y)", above=_CLASS),
    Way("attribute-set-here", "step = Step(x)\ny = make(step.z)\nstep.z = 2 * x\nreturn use(y)", above=_CLASS),
    Way("attribute-is-a-property", "step = Warm(x)\ny = make(step.z)\nstep.heat = 2\nreturn use(y)", above=_WARM),
    Way("attribute-that-counts", "step = Warm(x)\ny = make(step.counted)\nw = step.counted\nreturn use(y) + 0 * w",
        above=_WARM),
    Way("attribute-of-another", "step = Step(x)\ny = make(step.z)\nstep = Step(2 * x)\nreturn use(y)", above=_CLASS),
    Way("attribute-by-setattr",
        'step = Step(x)\ny = make(step.z)\nsetattr(step, "z", 2 * x)\nreturn use(y)', above=_CLASS),
    Way("method", "y = make(self.z)\nself.update()\nreturn use(y)", is_method=True),
    Way("method-own-name", "x = 1 * self.z\nx = make(x)\nreturn use(x)", is_method=True),
    Way("method-own-attribute", "self.z = make(self.z)\nreturn use(self.z)", is_method=True),
    Way("method-held", "self.w = make(self.z)\nself.z = 2 * self.z\nreturn use(self.w)", is_method=True),
    Way("method-held-is-lost", "self.y = make(self.z)\nself.lose()\nreturn use(self.y)", is_method=True),
    Way("method-held-in-a-branch",
        "self.v = 0.5 + 0 * self.z\nif self.z is None:\n    self.v = make(self.z)\nreturn use(self.v)", is_method=True),
    Way("loop-over-a-generator", "step = Step(x)\ny = make(step.z)\nfor _ in ticks(step):\n    t = use(y)\nreturn t",
        above=_CLASS + "\n\ndef ticks(step):\n    for _ in range(2):\n        step.update()\n        yield 1\n"),
    Way("generator",
        "def run(step):\n    y = make(step.z)\n    yield\n    yield use(y)\n\nstep = Step(x)\ng = run(step)\nnext(g)\n"
        "step.update()\nreturn next(g)", above=_CLASS),
    Way("await", "async def run(step):\n    y = make(step.z)\n    await later(step)\n    return use(y)\n\n"
        "try:\n    run(Step(x)).send(None)\nexcept StopIteration as stop:\n    return stop.value",
        above=_CLASS + "\n\nasync def later(step):\n    step.update()\n"),
    Way("decorator", "step = Step(x)\ny = make(step.z)\n\n@step_now(step)\ndef inner():\n    pass\n\nreturn use(y)",
        above=_CLASS + "\n\ndef step_now(step):\n    step.update()\n    return lambda f: f\n"),
    Way("with-calls", "step = Step(x)\ny = make(step.z)\nwith stepping(step):\n    return use(y)",
        above=_CLASS + "\n\n@contextmanager\ndef stepping(step):\n    step.update()\n    yield\n"),
    Way("with-leaves", "step = Step(x)\nwith stepping(step):\n    y = make(step.z)\nreturn use(y)",
        above=_CLASS + "\n\n@contextmanager\ndef stepping(step):\n    yield\n    step.update()\n"),
    Way("without-gradient", "with torch.no_grad():\n    y = make(x)\nreturn use(y) + 0 * x", ("torch",)),
    Way("gradient-off-between", "y = make(x)\ntorch.set_grad_enabled(False)\nt = use(y)\ntorch.set_grad_enabled(True)\n"
        "return t + 0 * x", ("torch",)),
    Way("detached", "y = make(x).detach()\nreturn use(y) + 0 * x", ("torch",)),
    Way("module-is-shadowed", "y = make(x)\nF = 2\nnn = 3\nreturn use(y) * F / F * nn / nn", shadows="F."),
    Way("module-is-a-parameter", "return inner(make(x), 2)",
        above="def inner(y, F):\n    return use(y) * F / F\n", shadows="F."),
    Way("in-place", "z = 1 * x\ny = make(z)\nz.mul_(2)\nreturn use(y)", ("torch",)),
    Way("in-place-own-name", "z = 1 * x\ny = make(z)\nz.copy_(y)\nreturn use(z)", ("torch",)),
    Way("in-place-by-augmenting", "z = 1 * x\ny = make(z)\nz *= 2\nreturn use(y)", _CHANGED),
    Way("in-place-by-item", "z = 1 * x\ny = make(z)\nz[..., 0] = 3\nreturn use(y)", _CHANGED),
    Way("in-place-of-an-alias", "z = 1 * x\nv = z\ny = make(z)\nv *= 2\nreturn use(y)", _CHANGED),
    Way("in-place-of-a-view", "z = 1 * x\ny = make(z)\nv = z[..., :1]\nv *= 3\nreturn use(y)", _CHANGED),
    Way("in-place-of-what-it-views", "v = 1 * x\nz = v[..., :]\ny = make(z)\nv *= 3\nreturn use(y)", _CHANGED),
    Way("in-place-in-a-list", "z = 1 * x\nl = [z]\ny = make(z)\nl[0] *= 3\nreturn use(y)", _CHANGED),
    Way("in-place-in-a-loop", "z = 1 * x\ny = make(z)\nfor v in (z, 1 * x):\n    v *= 3\nreturn use(y)", _CHANGED),
    Way("in-place-by-a-helper", "z = 1 * x\ny = make(z)\nscale(z)\nreturn use(y)", _CHANGED, above=_HELPERS),
    Way("in-place-by-a-closure",
        "z = 1 * x\n\ndef go():\n    z[..., 0] = 3\n\ny = make(z)\ngo()\nreturn use(y)", _CHANGED),
    Way("in-place-by-out", "z = 1 * x\ny = make(z)\nnp.multiply(z, 2, out=z)\nreturn use(y)", ("numpy",)),
    Way("in-place-by-function", "z = 1 * x\ny = make(z)\nnp.copyto(z, 0 * z)\nreturn use(y)", ("numpy",)),
    Way("in-place-by-sorting", "z = 1 * x\ny = make(z)\nz.sort()\nreturn use(y)", ("numpy",)),
    Way("in-place-what-is-held", "y = make(x)\ny *= 2\nreturn use(y)", ("numpy",)),
    Way("in-place-what-is-held-by-an-alias", "y = make(x)\nv = y\nv *= 2\nreturn use(y)", ("numpy",)),
    Way("in-place-what-is-held-by-a-helper", "y = make(x)\nscale(y)\nreturn use(y)", ("numpy",), above=_HELPERS),
    Way("in-place-what-is-held-by-out", "y = make(x)\nnp.multiply(y, 2, out=y)\nreturn use(y)", ("numpy",)),
)  # fmt: skip


@dataclass(frozen=True)
class Rebound:
    """One program: `f(x)` computes a composition in one of the ways."""

    framework: str
    composition: Composition
    way: Way
    source: str = field(repr=False)

    def __str__(self) -> str:
        return f"{self.framework}-{self.way.name}-{self.composition.name}"


def programs(framework: str, way: Way) -> Iterator[Rebound]:
    """Yield the programs of a framework in one way, one for each composition that it has."""
    for composition in COMPOSITIONS:
        steps = composition.spelt(framework)
        if steps is None or framework not in way.frameworks:
            continue
        if "x >" in steps[1] and (way.is_method or "use(" in way.above):
            continue  # where there is no x
        if not way.shadows or not any(way.shadows in each for each in steps):
            yield Rebound(framework, composition, way, _source(framework, way, *steps))


def _source(framework: str, way: Way, make: str, use: str) -> str:
    body = f"class Net(Step):\n    def run(self):\n{indent(way.body, ' ' * 8)}\n" if way.is_method else ""
    above = (_CLASS if way.is_method else "") + way.above
    inner = "return Net(x).run()" if way.is_method else way.body
    labels = {"torch": "torch.tensor([[0.0, 1.0, 0.0]])", "tensorflow": "tf.constant([[0.0, 1.0, 0.0]])"}
    written = "\n".join(
        [
            "from contextlib import contextmanager, nullcontext",
            IMPORTS[framework],
            f"labels = {labels[framework]}" if framework in labels else "",
            "axis, tiny = -1, 1e-7",
            "",
            dedent(above).strip("\n"),
            "",
            body,
            "",
            f"def f(x):\n{indent(inner, ' ' * 4)}\n",
        ]
    )
    written = _expanded(written, "make", make)
    return _expanded(written, "use", use)


def _expanded(written: str, word: str, step: str) -> str:
    """Write a step in place of `word(operand)`."""
    is_tight = "OPERAND." in step or "-OPERAND" in step

    def expanded(operand: str) -> str:
        is_apart = is_tight and not operand.replace(".", "").isidentifier()
        return step.replace("OPERAND", f"({operand})" if is_apart else operand)

    return with_calls_written(written, word, expanded)


def with_calls_written(written: str, word: str, write: Callable[[str], str]) -> str:
    """Return a program with something else in place of each `word(operand)`."""
    while (start := written.find(f"{word}(")) >= 0:
        end, depth = start + len(word) + 1, 1
        while depth:
            depth += {"(": 1, ")": -1}.get(written[end], 0)
            end += 1
        written = written[:start] + write(written[start + len(word) + 1 : end - 1]) + written[end:]
    return written
