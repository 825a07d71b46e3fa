"""In which dtype a program computes where the operation does not say: defaults, policies, autocast regions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.catalog.model import Framework
from nanproof.names.bindings import Bindings
from nanproof.names.syntax import text
from nanproof.values.dtype import DType

_DTYPES = {
    b"float16": DType.FLOAT16,
    b"half": DType.FLOAT16,
    b"bfloat16": DType.BFLOAT16,
    b"float32": DType.FLOAT32,
    b"float": DType.FLOAT32,
    b"float64": DType.FLOAT64,
    b"double": DType.FLOAT64,
    b"Double": DType.FLOAT64,
    b"Half": DType.FLOAT16,
}
_NAMED = rb"(?P<dtype>b?float(?:16|32|64)|half|double|Double|Half)"
# What sets the default of a framework's tensors, for the rest of the program.
_DEFAULTS = {
    "torch": re.compile(rb"\bset_default_(?:dtype|tensor_type)\([^)\n]{0,200}?\b" + _NAMED + rb"(?:Tensor)?\b"),
    "jax": re.compile(rb"jax_enable_x64['\"]\s*,\s*True|\bJAX_ENABLE_X64\b|\benable_x64\(\)"),
    "keras": re.compile(rb"\bset_(?:floatx|dtype_policy)\(\s*['\"]" + _NAMED + rb"['\"]"),
    "tensorflow": re.compile(rb"\bset_floatx\(\s*['\"]" + _NAMED + rb"['\"]"),
}
# JAX makes 32 bits of what comes in with 64, unless it was told otherwise (its "Sharp bits", double precision).
_NARROW = frozenset({"jax"})
# Under a mixed policy, layers compute in the half precision that it names.
_MIXED = re.compile(rb"\bmixed_(?P<dtype>b?float16)\b")
_MIXED_FRAMEWORKS = frozenset({"keras", "tensorflow"})
_CASTS = re.compile(rb"autocast")
_HEADS = {"with_statement": "with_clause", "decorated_definition": "decorator"}
_AUTOCAST = re.compile(r"\bautocast\b(?P<arguments>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Region:
    """An autocast region, with the dtype of its layers; None where it is switched off.

    `widens`: what needs the range of float32 is computed in it, as it is on a GPU and not on a CPU.
    """

    dtype: DType | None
    widens: bool = True


class Precision:
    """The defaults of one document, looked for once: the document never changes."""

    def __init__(self, bindings: Bindings, configured: str = "") -> None:
        self._configured = configured
        self._search = bindings.search
        self._defaults: dict[str, DType] = {}
        self._are_told: dict[str, bool] = {}
        mixed = self._search(_MIXED)
        self._mixed = _DTYPES[mixed["dtype"]] if mixed is not None else None
        self.casts = self._search(_CASTS) is not None

    def default(self, framework: Framework | None) -> DType:
        """Return the dtype in which a framework computes in the file, unless it is told otherwise at the operation."""
        if framework is None:
            return DType.FLOAT32
        held = self._defaults.get(framework.name)
        if held is None:
            held = self._defaults[framework.name] = self._told(framework) or DType(
                self._configured or framework.default_dtype
            )
        return held

    def is_told(self, framework: Framework | None) -> bool:
        """Say whether a dtype is the default because the file, or a setting, says so."""
        if framework is None:
            return False
        if framework.name not in self._are_told:
            self._are_told[framework.name] = bool(self._configured) or self._told(framework) is not None
        return self._are_told[framework.name]

    def narrowed(self, framework: Framework | None, dtype: DType) -> DType:
        """Return the dtype in which a framework holds a result that its operands would have in another."""
        is_narrow = framework is not None and framework.name in _NARROW and dtype is DType.FLOAT64
        return self.default(framework) if is_narrow else dtype

    def _told(self, framework: Framework) -> DType | None:
        pattern = _DEFAULTS.get(framework.name)
        match = self._search(pattern) if pattern is not None else None
        if match is None:
            return None
        named = match.groupdict().get("dtype")
        return _DTYPES[named] if named is not None else DType.FLOAT64

    def of_layer(self, framework: Framework | None, node: Node | None) -> DType | None:
        """Return the half precision of a matrix product or a layer under a mixed policy or autocast; None for neither.

        Source: the autocast lists of PyTorch (linear, conv, matmul in float16 on CUDA, bfloat16 on CPU), Keras' mixed
        precision guide (layers compute in the policy's compute dtype).
        """
        if framework is None:
            return None
        if framework.name in _MIXED_FRAMEWORKS:
            return self._mixed
        found = self.region(node) if framework.name == "torch" else None
        return found.dtype if found is not None else None

    def region(self, node: Node | None) -> Region | None:
        """Return the autocast region that a node stands in: a `with` statement, or a decorator's function."""
        found = (_AUTOCAST.search(head) for head in heads_around(node)) if self.casts else iter(())
        match = next(filter(None, found), None)
        if match is None:
            return None
        return Region(_of_autocast(match["arguments"]), widens="cpu" not in match["arguments"])


def heads_around(node: Node | None) -> Iterator[str]:
    """Yield what stands behind the `with` of each statement around a node, and behind the `@` of each function."""
    while node is not None:
        yield from (text(child) for child in node.named_children if child.type == _HEADS.get(node.type))
        node = node.parent


def _of_autocast(arguments: str) -> DType | None:
    if "enabled=False" in arguments.replace(" ", ""):
        return None
    if "bfloat16" in arguments or ("cpu" in arguments and "float16" not in arguments):
        return DType.BFLOAT16
    return DType.FLOAT16
