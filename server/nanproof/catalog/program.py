"""Programs of one line: a call of an operation, an expression of several, and the line that a person can paste.

Expressions are written in the names of functions, `log(maximum(x, e))`, and come out in those of a framework.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence

from nanproof.catalog.index import Catalog
from nanproof.catalog.model import Framework, Operand, Operation, Parameter

# Operands that are tensors; everything else (an axis, an order, a correction) is a number or a text of Python.
TENSORS = frozenset({"x", "y", "condition", "target", "weights", "logits", "mean", "scale"})


class ProgramError(Exception):
    """There is nothing to write: the framework lacks the function, or the operation the operand."""


def call(operation: Operation, roles: Sequence[str], arguments: str = "") -> str:
    """Return the call of an operation with a place for each role: `torch.xlogy({x}, {y})`.

    Places that are positional come first; after a parameter that is left out, the rest is given by name. `arguments`
    are written after them, or into the construction of a layer.
    """
    missing = set(roles) - {each.role for each in (*operation.parameters, *operation.call)}
    if missing:
        raise ProgramError(f"{operation.name} takes no {', '.join(sorted(missing))}")
    name = home(operation.framework, operation.name)
    parameters = list(operation.parameters)
    match operation.kind:
        case "layer":
            return f"{name}({_arguments(parameters, roles, arguments)})({_arguments(operation.call, roles)})"
        case "method":
            receiver = parameters.pop(0)
            method = operation.name.rpartition(".")[2]
            copied = ".clone()" if operation.inplace else ""
            # A receiver that gives no value, as that of `argmax`, is fed all the same.
            return f"{{{receiver.role or 'x'}}}{copied}.{method}({_arguments(parameters, roles, arguments)})"
        case _:
            text = f"{name}({_arguments(parameters, roles, arguments)})"
            # An operation that works in place needs something that it may overwrite.
            return text.replace("{x}", "{x}.clone()", 1) if operation.inplace else text


def _arguments(parameters: Sequence[Parameter], roles: Sequence[str], more: str = "") -> str:
    given, by_name, seen = [], False, set[str]()
    for parameter in parameters:
        if parameter.role not in roles or parameter.role in seen:
            by_name = True
            continue
        seen.add(parameter.role)
        place = f"{{{parameter.role}}}"
        given.append(f"{parameter.name}={place}" if by_name else place)
    return ", ".join([*given, *([more] if more else [])])


def home(framework: Framework, name: str) -> str:
    """Return where an operation stands in today's release of its framework."""
    for beginning, place in framework.writing.homes.items():
        # A beginning that ends with a point is a module, any other is a whole name.
        if name == beginning or (beginning.endswith(".") and name.startswith(beginning)):
            return place + name.removeprefix(beginning)
    return name


def expression(catalog: Catalog, framework: Framework, text: str) -> str:
    """Return an expression over functions in the names of a framework; raises ProgramError if it lacks one."""
    return ast.unparse(_Spelling(catalog, framework).visit(ast.parse(text, mode="eval")))


def functions_of(text: str) -> tuple[str, ...]:
    """Return the functions that an expression names, the outer ones first."""
    calls = [node.func for node in ast.walk(ast.parse(text, mode="eval")) if isinstance(node, ast.Call)]
    return tuple(each.id for each in calls if isinstance(each, ast.Name))


class _Spelling(ast.NodeTransformer):
    """Replaces calls of functions by calls of a framework's operations."""

    def __init__(self, catalog: Catalog, framework: Framework) -> None:
        self.catalog = catalog
        self.framework = framework

    def visit_Call(self, node: ast.Call) -> ast.expr:
        arguments = [ast.unparse(self.visit(each)) for each in node.args]
        name = ast.unparse(node.func)
        places = self.framework.writing.calls.get(name) or f"{self._plain(name)}({', '.join(['{}'] * len(arguments))})"
        return ast.parse(places.format(*arguments), mode="eval").body

    def _plain(self, function: str) -> str:
        operation = preferred(self.catalog, self.framework, function)
        if operation is None:
            raise ProgramError(f"{self.framework.title} has no {function}")
        return home(self.framework, operation.name)


def preferred(catalog: Catalog, framework: Framework, function: str) -> Operation | None:
    """Return the operation by which people call a function: the first of its kind in the framework's file."""
    for operation in catalog.operations():
        if (
            operation.framework is framework
            and operation.function.name == function
            and operation.kind == "function"
            and not operation.inplace
            and framework.has_today(operation.name)
        ):
            return operation
    return None


def literal(framework: Framework, role: str, operand: Operand) -> str:
    """Return an operand as it is written: `torch.tensor([0.0, 1.0])`, `-1`."""
    if isinstance(operand, str):
        return operand
    text = _number(operand)
    return framework.writing.tensor.format(text) if role in TENSORS else text


def _number(operand: Operand) -> str:
    if isinstance(operand, float) and (operand != operand or operand in (float("inf"), float("-inf"))):
        return f"float('{operand}')"
    if isinstance(operand, Sequence) and not isinstance(operand, str):
        return f"[{', '.join(_number(each) for each in operand)}]"
    return repr(operand)


def line(framework: Framework, program: str, operands: Mapping[str, Operand]) -> str:
    """Return a program that can be pasted: the import and the call with its operands."""
    written = {role: literal(framework, role, operand) for role, operand in operands.items()}
    return _imported(framework, program.format(**written))


def gradient_line(framework: Framework, program: str, operands: Mapping[str, Operand], role: str) -> str | None:
    """Return the program that shows a derivative, None in a framework without a one-line spelling."""
    if not framework.writing.gradient:
        return None
    written = {each: literal(framework, each, operand) for each, operand in operands.items() if each != role}
    body = program.format(**written, **{role: role})
    value = literal(framework, role, operands[role])
    return _imported(framework, framework.writing.gradient.format(x=role, call=body, value=value))


def _imported(framework: Framework, text: str) -> str:
    """Shorten modules to what people import them under, and put the imports before."""
    text, imports = shortened(framework, text)
    return f"{'; '.join((*imports, ''))}{text}"


def shortened(framework: Framework, text: str) -> tuple[str, list[str]]:
    """Return a program with the names that people import modules under, and the imports."""
    imports = dict[str, str]()
    modules = framework.writing.modules

    def imported(found: re.Match[str]) -> str:
        module = found[1]
        name = imports[module] = modules[module]
        return f"{name}."

    longest_first = sorted(map(re.escape, modules), key=len, reverse=True)
    text = re.sub(rf"(?<![\w.])({'|'.join(longest_first)})\.", imported, text)
    return text, [f"import {module}" + (f" as {name}" if name != module else "") for module, name in imports.items()]
