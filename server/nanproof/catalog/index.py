"""The catalogue as one asks it: from a name to what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cached_property

from nanproof.catalog.backward import Backward
from nanproof.catalog.entries import Entries
from nanproof.catalog.model import Framework, Function, Operation

# A module may stand for one that stands for another; more steps than this is a circle.
_REWRITES = 4


class Catalog:
    """Operations by name.

    `names` maps every full name and alias to its operation, `modules` a module to the one that it means
    (`tensorflow.compat.v1` for one).
    """

    def __init__(
        self,
        functions: Mapping[str, Function],
        frameworks: Mapping[str, Framework],
        modules: Mapping[str, str],
        names: Entries,
    ) -> None:
        self.functions = functions
        self.frameworks = frameworks
        self.modules = modules
        self._names = names
        self._names_of_rules: dict[frozenset[str], frozenset[str]] = {}
        self._last_names: dict[frozenset[str], frozenset[str]] = {}
        self._roots = {root: framework for framework in frameworks.values() for root in framework.roots}

    def operation(self, qualified: str) -> Operation | None:
        """Return the operation of a full name, whichever of its spellings it is."""
        for _ in range(_REWRITES):
            operation = self._names.get(qualified)
            if operation is not None:
                return operation
            rewritten = self._rewritten(qualified)
            if rewritten is None:
                return None
            qualified = rewritten
        return None

    def value(self, qualified: str) -> float | None:
        """Return the number that a full name stands for: `math.pi`."""
        framework = self.framework_of(qualified.partition(".")[0])
        return framework.values.get(qualified) if framework is not None else None

    def method(self, name: str, framework: str | None) -> Operation | None:
        """Return the tensor method of a name; with no framework known, the first that has one."""
        methods = (
            self._names.get(f"{each.tensor}.{name}")
            for each in self.frameworks.values()
            if framework is None or each.name == framework
        )
        return next((method for method in methods if method is not None), None)

    def framework_of(self, root: str) -> Framework | None:
        """Return the framework that a top-level module belongs to."""
        return self._roots.get(root)

    def operations(self) -> Iterator[Operation]:
        """Yield every operation once."""
        return (operation for name, operation in self._names.items() if name == operation.name)

    @cached_property
    def operand_names(self) -> frozenset[str]:
        """The last names of all operations that a rule looks at: a cheap first sieve."""
        return self.names_of_rules(frozenset(each.rule for each in self.functions.values() if each.rule is not None))

    @cached_property
    def steep_names(self) -> frozenset[str]:
        """The last names of the operations whose derivative may fail where their value does not."""
        steep = frozenset(name for name, function in self.functions.items() if function.gradient is not None)
        return self.last_names(steep)

    def last_names(self, functions: frozenset[str]) -> frozenset[str]:
        """Return the last names of all operations that are some functions."""
        held = self._last_names.get(functions)
        if held is None:
            held = frozenset(name.rpartition(".")[2] for name in self._names.names_of(functions))
            self._last_names[functions] = held
        return held

    @cached_property
    def classes(self) -> frozenset[str]:
        """The full names of classes whose methods are operations, beside the tensors'."""
        owners = {name.rpartition(".")[0] for name, each in self._names.kinds() if each == "function"}
        return frozenset(each for each in owners if each.rpartition(".")[2][:1].isupper())

    @cached_property
    def trained(self) -> frozenset[str]:
        """The attributes under which the layers of any framework keep their weights."""
        return frozenset(name for each in self.frameworks.values() for name in each.trained)

    @cached_property
    def themselves(self) -> frozenset[str]:
        """The methods that give back the model, layer or loss that they are called on, in any framework."""
        return frozenset[str]().union(*(each.models.themselves for each in self.frameworks.values()))

    @cached_property
    def applied(self) -> frozenset[str]:
        """The methods that call the model that they are called on, in any framework."""
        return frozenset[str]().union(*(each.models.applied for each in self.frameworks.values()))

    @cached_property
    def compiled(self) -> Mapping[str, tuple[str, ...]]:
        """The methods that make a model ready for training, and their arguments that are losses."""
        models = (each.models for each in self.frameworks.values())
        return {each.compiled: each.losses for each in models if each.compiled}

    @cached_property
    def compiling_roots(self) -> frozenset[bytes]:
        """The words one of which stands in each file that computes with a framework whose models are compiled."""
        roots = (root for each in self.frameworks.values() if each.models.compiled for root in each.roots)
        return frozenset(root.encode() for root in (*roots, "tensorflow"))

    @cached_property
    def backward(self) -> Backward:
        """Where the code of any framework lets no derivative come back."""
        told = [each.backward for each in self.frameworks.values()]
        names = (each.name for each in fields(Backward))
        return Backward(**{name: frozenset().union(*(getattr(each, name) for each in told)) for name in names})

    @cached_property
    def drawing_roots(self) -> frozenset[bytes]:
        """The packages that draw, as a file that imports one would spell them."""
        return frozenset(name.encode() for name in self.backward.draws)

    @cached_property
    def reporting_words(self) -> frozenset[bytes]:
        """The words one of which stands in each file that calls by its full name what only draws or reports."""
        return self.drawing_roots | {name.rpartition(".")[2].encode() for name in self.backward.reports}

    @cached_property
    def tensor_roots(self) -> frozenset[bytes]:
        """The top-level modules of the frameworks that have tensors or arrays, as a file would spell them."""
        return frozenset(root.encode() for root, each in self._roots.items() if each.tensor is not None)

    @cached_property
    def tensor_root(self) -> re.Pattern[bytes]:
        """One of `tensor_roots`, where it is a word of its own."""
        return re.compile(rb"\b(?:" + b"|".join(sorted(map(re.escape, self.tensor_roots))) + rb")\b")

    def names_of_rules(self, rules: frozenset[str]) -> frozenset[str]:
        """Return the last names of the operations that some rules look at."""
        held = self._names_of_rules.get(rules)
        if held is None:
            risky = frozenset(name for name, function in self.functions.items() if function.rule in rules)
            held = self.last_names(risky)
            self._names_of_rules[rules] = held
        return held

    @cached_property
    def layer_names(self) -> frozenset[str]:
        """The last names of all layers."""
        return frozenset(name.rpartition(".")[2] for name, kind in self._names.kinds() if kind == "layer")

    @cached_property
    def ignoring_names(self) -> frozenset[str]:
        """The last names of the operations for which labels count for nothing, or ordinary operands give nothing."""
        ignoring = frozenset(
            name for name, each in self.functions.items() if each.ignores is not None or each.undefined
        )
        return self.last_names(ignoring)

    @cached_property
    def weighing_names(self) -> frozenset[str]:
        """The last names of the operations that multiply their operand by their labels."""
        return self.last_names(frozenset(name for name, each in self.functions.items() if each.weighs))

    def spellings_of(self, canonical: str) -> tuple[str, ...]:
        """Return all full names that mean an operation, its own first."""
        operation = self._names.get(canonical)
        if operation is None:
            return ()
        own = (operation.name, *operation.aliases)
        # One step only: `tensorflow.compat.v1.compat.v2.log` is a name, but nobody's spelling.
        others = (
            f"{module}{name[len(meaning) :]}"
            for name in own
            for module, meaning in self.modules.items()
            if name.startswith(f"{meaning}.") and not name.startswith(f"{module}.")
        )
        return tuple(dict.fromkeys((*own, *(name for name in others if self.operation(name) is operation))))

    def _rewritten(self, qualified: str) -> str | None:
        """Replace the longest module prefix that means another module."""
        end = len(qualified)
        while (end := qualified.rfind(".", 0, end)) > 0:
            meaning = self.modules.get(qualified[:end])
            if meaning is not None:
                return meaning + qualified[end:]
        return None
