"""What the rules about masks say, executed: NaN or Inf at a witness before the fix, finite after it, nothing else new.

Each program is looked at by nanproof and run on its framework, as it stands and as the preferred fix leaves it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from nanproof.analysis import Diagnosis, Project
from nanproof.source.document import Document
from tests.literate.applying import applied
from tests.names.project import Files
from tests.oracle.flavours import NOT_FLAT, is_installed
from tests.oracle.programs import Array, executed, needed

IMPORTS = {
    "numpy": "import numpy as np",
    "torch": "import torch",
    "tensorflow": "import tensorflow as tf",
    "graph": "import tensorflow.compat.v1 as tf",
    "fit": "import tensorflow as tf",
    "jax": "import jax\nimport jax.numpy as jnp",
}


@dataclass(frozen=True)
class Case:
    """A function body of `z`, where it fails, and where it does not; `only` says on which releases it fails at all."""

    code: str
    framework: str
    body: str
    fails_at: tuple[float, ...] = (200.0, 0.0)
    is_fine_at: tuple[float, ...] = (0.5, -0.5)
    decorator: str = ""
    dtype: str = "float32"
    after: str = ""
    tolerance: float = field(default=1e-5)
    severity: str = "warning"
    only: str = ""

    @property
    def program(self) -> str:
        """The whole program: its imports, and the function `f`."""
        head = f"{self.decorator}\n" if self.decorator else ""
        arguments = "labels, z" if self.framework == "fit" else "z"
        lines = "\n".join(f"    {line}" for line in self.body.splitlines())
        return f"{IMPORTS[self.framework]}\n\n\n{head}def f({arguments}):\n{lines}\n{self.after}"

    def __str__(self) -> str:
        return f"{self.code} {self.framework}: {self.body.splitlines()[-1].removeprefix('return ')}"


FUNCTION, COMPILED, JITTED = "@tf.function", "@tf.function(jit_compile=True)", "@jax.jit"
SOFTMAX = {
    "torch": "p = torch.softmax(z, -1)\n",
    "tensorflow": "p = tf.nn.softmax(z)\n",
    "jax": "p = jax.nn.softmax(z)\n",
}
SIGMOID = {
    "torch": "p = torch.sigmoid(z)\n",
    "tensorflow": "p = tf.nn.sigmoid(z)\n",
    "graph": "p = tf.nn.sigmoid(z)\n",
    "fit": "p = tf.nn.sigmoid(z)\n",
    "jax": "p = jax.nn.sigmoid(z)\n",
}
OF_TF = SIGMOID["tensorflow"]
LOG = {"torch": "torch.log", "tensorflow": "tf.math.log", "graph": "tf.log", "fit": "tf.math.log", "jax": "jnp.log"}
CLIP = {"torch": "torch.clamp", "tensorflow": "tf.clip_by_value", "jax": "jnp.clip"}
WHERE = {"torch": "torch.where", "tensorflow": "tf.where", "jax": "jnp.where"}
MAXIMUM = {"torch": "torch.clamp_min", "tensorflow": "tf.maximum", "jax": "jnp.maximum"}
ALL = ("torch", "tensorflow", "jax")

INEFFECTIVE = [
    case
    for name in ALL
    for case in (
        Case("NAN201", name, f"{SIGMOID[name]}return {LOG[name]}(1e-10 + 1 - p)", (40.0,)),
        Case("NAN201", name, f"{SIGMOID[name]}return {LOG[name]}(1 - (p - 1e-8))", (40.0,)),
        Case("NAN201", name, f"{SIGMOID[name]}q = {CLIP[name]}(p, 1e-8, 1 - 1e-8)\nreturn {LOG[name]}(1 - q)", (40.0,)),
        Case("NAN201", name, f"q = {CLIP[name]}(z, 1e-8, 1 - 1e-8)\nreturn {LOG[name]}(1 - q)", (1.0,), (0.5,)),
        Case("NAN201", name, f"{SOFTMAX[name]}return {LOG[name]}({CLIP[name]}(p, 0.0, 1.0))"),
        Case("NAN201", name, f"{SOFTMAX[name]}return {LOG[name]}(p + 1e-50)"),
        Case("NAN201", name, f"{SOFTMAX[name]}{CLIP[name]}(p, 1e-10, 1.0)\nreturn {LOG[name]}(p)"),
        Case("NAN201", name, f"{SOFTMAX[name]}q = {CLIP[name]}(p, 1e-10, 1.0)\nreturn {LOG[name]}(p)"),
    )
]
INEFFECTIVE += [
    Case("NAN201", "torch", "p = torch.softmax(z.half(), -1)\nreturn torch.log(p + 1e-8)", tolerance=2e-3),
    Case("NAN201", "tensorflow", "p = tf.nn.softmax(z)\nreturn tf.math.log(p + 1e-39)"),
    Case("NAN201", "numpy", "return np.log(np.clip(z, 0.0, 1.0))", (-1.0,), (0.5,)),
]

LATE = [
    case
    for name in ALL
    for case in (
        Case("NAN202", name, f"{SOFTMAX[name]}return {LOG[name]}(p) + 1e-8"),
        Case("NAN202", name, f"{SOFTMAX[name]}return {MAXIMUM[name]}({LOG[name]}(p), -100.0)"),
    )
]
LATE += [
    Case("NAN202", "torch", "p = torch.softmax(z, -1)\nreturn torch.nan_to_num(torch.log(p))"),
    Case("NAN202", "torch", "p = torch.softmax(z, -1)\nreturn torch.sqrt(p) + 1e-8", tolerance=1e-4),
    Case("NAN202", "torch", "y = torch.softmax(z, -1).log()\nreturn torch.where(torch.isfinite(y), y, 0.0)"),
    Case("NAN202", "jax", "p = jax.nn.softmax(z)\nreturn jnp.nan_to_num(jnp.log(p))"),
    Case("NAN202", "tensorflow", "p = tf.nn.softmax(z)\nreturn tf.sqrt(p) + 1e-8", tolerance=1e-4),
]

LEAKS = [
    case
    for name in ALL
    for case in (
        Case("NAN302", name, f"{SOFTMAX[name]}return {WHERE[name]}(p > 0, {LOG[name]}(p), 0.0)"),
        Case("NAN302", name, f"{SOFTMAX[name]}return {WHERE[name]}(p > 0, p * {LOG[name]}(p), 0.0)"),
        Case("NAN302", name, f"{SOFTMAX[name]}return {WHERE[name]}(p > 0, p ** 0.5, 0.0)"),
        Case("NAN302", name, f"{SIGMOID[name]}return {WHERE[name]}(p < 1, {LOG[name]}(1 - p), 0.0)", (40.0,)),
    )
]
LEAKS += [Case("NAN302", "torch", "p = torch.softmax(z, -1)\nreturn torch.log(p).masked_fill(p == 0, 0.0)")]

# With 1e-7 in place of 1e-8 the difference of the results is 1e-7 in relation to 1 - p.
REMOVED = [
    Case("NAN203", "tensorflow", f"{OF_TF}return tf.math.log({mask})", (40.0,), decorator=decorator)
    for mask in ("1 - p + 1e-8", "(1.0 - p) + 1e-10")
    for decorator in (FUNCTION, COMPILED)
]
REMOVED += [
    Case(
        "NAN203",
        "tensorflow",
        f"{OF_TF}return tf.math.log(1e-8 + (1 - p))",
        (40.0,),
        decorator=FUNCTION,
    ),
    Case("NAN203", "graph", f"{SIGMOID['graph']}return tf.log(1 - p + 1e-8)", (40.0,)),
    Case("NAN203", "jax", f"{SIGMOID['jax']}return jnp.log(1 - p + 1e-8)", (40.0,), decorator=JITTED),
    Case("NAN203", "jax", f"{SIGMOID['jax']}return jnp.log(1e-8 + (1 - p))", (40.0,), decorator=JITTED),
    Case(
        "NAN203",
        "fit",
        f"{SIGMOID['fit']}return -tf.reduce_mean(tf.math.log(1 - p + 1e-8))",
        (40.0,),
        after="\n\ndef compiled(model):\n    model.compile(loss=f)\n",
    ),
    Case(
        "NAN203",
        "tensorflow",
        "low, high = tf.reduce_min(z), tf.reduce_max(z)\nreturn (z - low) / (high - low + 1e-8)",
        (1.0, 1.0),
        decorator=FUNCTION,
    ),
]

EDGES = [
    Case("NAN301", "jax", "return jnp.sqrt(jnp.clip(z, 0.0))", (-1.0, 0.5), (0.5, 0.3), severity="information"),
    Case("NAN301", "jax", "return jnp.sqrt(jnp.maximum(z, 0.0))", (-1.0, 0.5), (0.5, 0.3), severity="information"),
    Case("NAN301", "jax", "return jnp.arccos(jnp.clip(z, -1.0, 1.0))", (2.0, 0.0)),
    Case("NAN301", "tensorflow", "return tf.sqrt(tf.nn.relu(z))", (-1.0, 0.5), (0.5, 0.3)),
    Case(
        "NAN301",
        "torch",
        "return torch.sqrt(z.clamp(min=0.0))",
        (0.0, 0.5),
        (0.5, 0.3),
        severity="information",
        only=NOT_FLAT,
    ),
    Case("NAN301", "torch", "return torch.acos(z.clamp(-1.0, 1.0))", (1.0, 0.0), severity="information", only=NOT_FLAT),
    Case("NAN301", "tensorflow", "return tf.sqrt(tf.maximum(z, 0.0))", (0.0, 0.5), (0.5, 0.3), severity="information"),
]

EDGES += [
    Case("NAN301", "tensorflow", "return tf.norm(tf.nn.relu(z))", (-1.0, -0.5), (0.5, 0.3)),
    Case("NAN301", "tensorflow", "return tf.math.reduce_std(tf.nn.relu(z))", (-1.0, -0.5), (0.5, 0.3)),
    Case("NAN301", "jax", "d = z[:, None] - z[None]\nreturn jnp.linalg.norm(d, axis=0)", (1.0, 1.0), (0.5, 0.3)),
    Case("NAN301", "torch", "d = z[:, None] - z[None]\nreturn (d ** 2).sum(0) ** 0.5", (1.0, 1.0), (0.5, 0.3)),
]

SINGLE = [Case("NAN106", "torch", "return torch.std(z[:1], dim=0) + z * 0", (3.0,), ())]

CASES = [*INEFFECTIVE, *LATE, *LEAKS, *REMOVED, *EDGES, *SINGLE]


def diagnosis_of(case: Case) -> tuple[Document, Diagnosis]:
    """Return the only finding of a program."""
    document = Document.from_text("program.py", case.program)
    (diagnosis,) = Project(None, Files({})).diagnose(document)
    return document, diagnosis


def mended(case: Case) -> str:
    """Return a program as the preferred fix leaves it."""
    document, diagnosis = diagnosis_of(case)
    (fix,) = [each for each in diagnosis.fixes if each.preferred]
    return applied(document, fix).text


def witness(case: Case, values: tuple[float, ...]) -> Array:
    """Return the input at which a program is run."""
    return np.asarray(values, case.dtype)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_found(case: Case) -> None:
    _, diagnosis = diagnosis_of(case)
    assert (diagnosis.finding.code, diagnosis.finding.severity.value) == (case.code, case.severity)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_fails_before_and_not_after(case: Case) -> None:
    needed(case.framework)
    at = witness(case, case.fails_at)
    assert executed(case.framework, case.program, at).is_finite is not is_installed(case.only)
    assert executed(case.framework, mended(case), at).is_finite


@pytest.mark.parametrize("case", [each for each in CASES if each.is_fine_at], ids=str)
def test_the_fix_changes_no_other_value(case: Case) -> None:
    needed(case.framework)
    at = witness(case, case.is_fine_at)
    before, after = executed(case.framework, case.program, at), executed(case.framework, mended(case), at)
    np.testing.assert_allclose(after.value, before.value, rtol=case.tolerance, atol=case.tolerance)


# What is silent although it looks the same: it is finite where it is run.
QUIET = [
    Case("", "torch", f"{SIGMOID['torch']}return torch.log(1 - p + 1e-8)", (40.0,)),
    Case("", "tensorflow", f"{OF_TF}return tf.math.log(2 * (1 - p) + 1e-8)", (40.0,), decorator=FUNCTION),
    Case("", "tensorflow", f"{OF_TF}return tf.math.log(1 - p + 1e-7)", (40.0,), decorator=FUNCTION),
    Case("", "tensorflow", f"{SOFTMAX['tensorflow']}return tf.where(p > 0, tf.sqrt(p), 0.0)"),
    Case("", "torch", "r = torch.relu(z)\nreturn torch.where(r > 0, torch.log(r), 0.0)", (0.0, -1.0)),
    Case("", "jax", "r = jax.nn.relu(z)\nreturn jnp.where(r > 0, jnp.log(r), 0.0)", (0.0, -1.0)),
    Case("", "jax", "return jnp.sqrt(jax.nn.relu(z))", (0.0, -1.0)),
    Case("", "torch", "return torch.sqrt(torch.relu(z))", (0.0, -1.0)),
    Case("", "torch", "return torch.relu(z) ** 0.5", (0.0, -1.0)),
    Case("", "torch", "return torch.sqrt(z.clamp(min=0.0))", (-1.0, 0.5)),
    Case(
        "",
        "tensorflow",
        "low, high = tf.reduce_min(z), tf.reduce_max(z)\nreturn (z - low) / (high - low + 1e-8)",
        (1.0, 1.0),
        decorator=COMPILED,
    ),
    Case(
        "",
        "jax",
        "low, high = jnp.min(z), jnp.max(z)\nreturn (z - low) / (high - low + 1e-8)",
        (1.0, 1.0),
        decorator=JITTED,
    ),
]


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_what_is_silent_is_finite(case: Case) -> None:
    found = Project(None, Files({})).diagnose(Document.from_text("program.py", case.program))
    assert [each.finding for each in found if each.finding.severity.value == "warning"] == []
    needed(case.framework)
    assert executed(case.framework, case.program, witness(case, case.fails_at)).is_finite
