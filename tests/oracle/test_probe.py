"""What breaks on ordinary inputs among all functions of the frameworks is in the catalogue, or excused with a reason.

JAX and SciPy's special functions take minutes, and are left to `python -m tests.oracle.probe jax numpy`; two namespaces
of JAX stand here.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from tests.oracle.conftest import needs
from tests.oracle.probe.inputs import INPUTS
from tests.oracle.probe.namespaces import NAMESPACES, functions_of
from tests.oracle.probe.probed import excuses, faults_of, is_known, unexplained

_QUICK = tuple(
    (framework, module)
    for framework, modules in NAMESPACES.items()
    for module in modules
    if module != "scipy.special" and (framework != "jax" or module in ("jax.numpy.linalg", "optax.losses"))
)


@pytest.mark.parametrize(("framework", "module"), _QUICK)
def test_what_breaks_is_explained(framework: str, module: str) -> None:
    needs(framework)
    assert list(unexplained([module])) == []


def test_the_probe_sees_what_is_known_to_break() -> None:
    needs("torch")
    assert faults_of("torch.sqrt") == {
        "zeros": "gradient", "minus ones": "nan", "-1000": "nan", "-1e30": "nan",
    }  # fmt: skip
    assert faults_of("torch.softmax") == {"masked": "nan"}
    assert faults_of("torch.exp") == {"1000": "inf"}
    assert faults_of("torch.sin") == {}
    assert is_known("torch.sqrt")
    assert not is_known("torch.sin")


def test_each_excuse_is_for_something_that_is_there() -> None:
    """A pattern that matches no function of an installed framework is stale."""
    for framework in NAMESPACES:
        needs(framework)
    names = [each for modules in NAMESPACES.values() for module in modules for each in functions_of(module)]
    stale = [
        pattern for each in excuses() for pattern in each.names if not any(fnmatchcase(name, pattern) for name in names)
    ]
    assert stale == []
    assert all(each.inputs <= {*INPUTS, "masked"} and each.reason for each in excuses())
