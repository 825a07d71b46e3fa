"""The form that the catalogue's files must have: raw TOML tables become the model, or a CatalogError."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Any, TypeVar

from nanproof.catalog import fields
from nanproof.catalog.backward import Backward, Kept
from nanproof.catalog.error import CatalogError
from nanproof.catalog.model import (
    Domain,
    Framework,
    Function,
    Kind,
    Mask,
    Models,
    Operand,
    Operation,
    Parameter,
    Value,
    Writing,
)
from nanproof.catalog.roles import ROLES, parameters

Table = Mapping[str, Any]

_TYPES = {
    str: "a text",
    bool: "true or false",
    float: "a number with a point",
    list: "a list",
    dict: "a table",
}

_T = TypeVar("_T")


class Checker:
    """Turns the tables of one file into the model; remembers the file's name for its errors."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fail(self, entry: str, field: str, fault: str) -> CatalogError:
        """Return the error to raise."""
        return CatalogError(self.file, entry, field, fault)

    def fields(self, entry: str, table: object, schema: Mapping[str, type], *required: str) -> Table:
        """Check a table's field names and types."""
        if not isinstance(table, dict):
            raise self.fail(entry, "entry", "must be a table")
        for field, value in table.items():
            expected = schema.get(field)
            if expected is None:
                raise self.fail(entry, field, f"unknown field; known are {', '.join(schema)}")
            # The exact type: bool is an int to isinstance, yet `low = true` is a slip.
            if type(value) is not expected:
                raise self.fail(entry, field, f"{value!r} must be {_TYPES[expected]}")
        for field in required:
            if field not in table:
                raise self.fail(entry, field, "is missing")
        return table

    def texts(self, entry: str, field: str, values: object) -> tuple[str, ...]:
        """Check a list of texts."""
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.fail(entry, field, f"{values!r} must be a list of texts")
        return tuple(values)

    def mapping(self, entry: str, field: str, table: object, *kinds: type[_T]) -> Mapping[str, _T]:
        """Check a table whose values have one type, or one of a few."""
        if not isinstance(table, dict):
            raise self.fail(entry, field, "must be a table")
        for key, value in table.items():
            if type(value) not in kinds:
                raise self.fail(entry, field, f"{key} = {value!r} has the wrong type")
        return table

    def function(self, name: str, table: object) -> Function:
        """Read one entry of functions.toml."""
        raw = self.fields(name, table, fields.FUNCTION, "title")
        operand = raw.get("operand")
        if operand is not None and operand not in ROLES:
            raise self.fail(name, "operand", f"unknown role {operand!r}")
        if any(field in raw for field in ("domain", "gradient", "overflows", "rule")) and operand is None:
            raise self.fail(name, "operand", "is missing, but a domain or a rule needs it")
        if "gradient" not in raw and "gradient_witness" in raw:
            raise self.fail(name, "gradient", "is missing, but there is a witness of it")
        return Function(
            name=name,
            title=raw["title"],
            noun=raw.get("noun", f"the result of {raw['title']}"),
            operand=operand,
            domain=self.domain(name, raw["domain"]) if "domain" in raw else None,
            gradient=self.domain(name, raw["gradient"]) if "gradient" in raw else None,
            joint=raw.get("joint", ""),
            apart=frozenset(self.texts(name, "apart", raw.get("apart", []))),
            excused_by=raw.get("excused_by", ""),
            weighs=raw.get("weighs", ""),
            stays=raw.get("stays", ""),
            undefined=raw.get("undefined", ""),
            overflows=raw.get("overflows", False),
            degenerate=raw.get("degenerate", False),
            doubted_by=tuple(raw.get("doubted_by", ())),
            met_in_losses=raw.get("met_in_losses", False),
            far=tuple(raw.get("far", ())),
            ignores=raw.get("ignores"),
            rule=raw.get("rule"),
            at_edge=raw.get("at_edge", ""),
            outside=raw.get("outside", ""),
            steep=raw.get("steep", ""),
            reaches=self.mapping(name, "reaches", raw.get("reaches", {}), str),
            transfer=raw.get("transfer", name),
            without_axis=raw.get("without_axis"),
            gives=self.texts(name, "gives", raw.get("gives", [])),
            witness=self.operands(name, "witness", raw.get("witness", {})),
            gradient_witness=self.operands(name, "gradient_witness", raw.get("gradient_witness", {})),
        )

    def operands(self, name: str, field: str, table: object) -> Mapping[str, Operand]:
        """Read the operands of a witness or a case, which are told by role."""
        operands: Mapping[str, Operand] = self.mapping(name, field, table, str, int, float, bool, list)
        for role in operands:
            if role not in ROLES:
                raise self.fail(name, field, f"unknown role {role!r}")
        return operands

    def domain(self, name: str, table: object) -> Domain:
        """Read the domain of a function."""
        raw = self.fields(f"{name}.domain", table, fields.DOMAIN)
        domain = Domain(
            low=raw.get("low", -inf),
            high=raw.get("high", inf),
            low_open=raw.get("low_open", False),
            high_open=raw.get("high_open", False),
            hole=raw.get("hole"),
            poles=raw.get("poles", False),
        )
        if not domain.low < domain.high:
            raise self.fail(name, "domain", f"is empty: {domain.low} to {domain.high}")
        return domain

    def framework(self, raw: Table, functions: Mapping[str, Function]) -> Framework:
        """Read what a framework's file says of the framework itself."""
        self.fields("file", raw, fields.FILE, "framework")
        head = self.fields("framework", raw["framework"], fields.FRAMEWORK, "name", "title", "roots", "default_dtype")
        activations = self.mapping("activations", "activations", raw.get("activations", {}), str)
        for string, function in activations.items():
            if function not in functions:
                raise self.fail("activations", string, f"unknown function {function!r}")
        constants = self.mapping("constants", "constants", raw.get("constants", {}), dict)
        sets = {key: frozenset(self.texts("framework", key, head.get(key, []))) for key in fields.SETS}
        return Framework(
            name=head["name"],
            title=head["title"],
            roots=self.texts("framework", "roots", head["roots"]),
            tensor=head.get("tensor"),
            default_dtype=head["default_dtype"],
            flushes_subnormals=head.get("flushes_subnormals", False),
            casts_numbers=head.get("casts_numbers", False),
            trained=self.texts("framework", "trained", head.get("trained", [])),
            constants={d: self.mapping("constants", d, table, str) for d, table in constants.items()},
            masks={name: self.mask(name, mask) for name, mask in raw.get("masks", {}).items()},
            activations=activations,
            values=self.mapping("values", "values", raw.get("values", {}), float),
            gradients=self.gradients(raw.get("gradients", {}), functions),
            twins=self.twins(raw.get("twins", {}), functions),
            writing=self.writing(raw.get("writing", {}), functions),
            models=self.models(raw.get("models", {})),
            kept=self.kept(raw["kept"], functions) if "kept" in raw else None,
            backward=self.backward(raw.get("backward", {}), functions),
            clip_is_flat_since=head.get("clip_is_flat_since", ""),
            probabilities=self.mapping("probabilities", "probabilities", raw.get("probabilities", {}), str),
            divides_by_gaps=sets["divides_by_gaps"],
            shared_methods=sets["shared_methods"],
            stops_at_its_bounds=sets["stops_at_its_bounds"],
            stops_at_its_bounds_in_xla=sets["stops_at_its_bounds_in_xla"],
        )

    def writing(self, table: object, functions: Mapping[str, Function]) -> Writing:
        """Read how programs are written in a framework."""
        raw = self.fields("writing", table, fields.WRITING)
        calls = self.mapping("writing", "calls", raw.get("calls", {}), str)
        for function in calls:
            if function not in functions:
                raise self.fail("writing", "calls", f"unknown function {function!r}")
        return Writing(
            modules=self.mapping("writing", "modules", raw.get("modules", {}), str),
            tensor=raw.get("tensor", "{}"),
            gradient=raw.get("gradient", ""),
            calls=calls,
            homes=self.mapping("writing", "homes", raw.get("homes", {}), str),
            gone=self.texts("writing", "gone", raw.get("gone", [])),
        )

    def models(self, table: object) -> Models:
        """Read which methods the models of a framework have."""
        raw = self.fields("models", table, fields.MODELS)
        named = {each: frozenset(self.texts("models", each, raw.get(each, []))) for each in ("themselves", "applied")}
        losses = self.texts("models", "losses", raw.get("losses", []))
        return Models(named["themselves"], named["applied"], raw.get("compiled", ""), losses)

    def gradients(self, table: object, functions: Mapping[str, Function]) -> Mapping[str, Domain]:
        """Read the domains of the derivatives that a framework computes otherwise."""
        raw = self.mapping("gradients", "gradients", table, dict)
        for function in raw:
            if function not in functions:
                raise self.fail("gradients", function, f"unknown function {function!r}")
        return {function: self.domain(f"gradients.{function}", each) for function, each in raw.items()}

    def twins(self, table: object, functions: Mapping[str, Function]) -> Mapping[str, str]:
        """Read which operations a fix calls for some functions."""
        raw = self.mapping("twins", "twins", table, str)
        for function in raw:
            if function not in functions:
                raise self.fail("twins", function, f"unknown function {function!r}")
        return raw

    def kept(self, table: object, functions: Mapping[str, Function]) -> Kept:
        """Read what a framework keeps for the backward pass."""
        raw = self.fields("kept", table, fields.KEPT, *fields.KEPT)
        named = {field: frozenset(self.texts("kept", field, raw[field])) for field in fields.KEPT}
        for field in ("operands", "results", "nothing"):
            unknown = sorted(named[field] - functions.keys())
            if unknown:
                raise self.fail("kept", field, f"unknown function {unknown[0]!r}")
        both = sorted(named["nothing"] & (named["operands"] | named["results"]))
        if both:
            raise self.fail("kept", "nothing", f"{both[0]!r} is among the operands or results too")
        return Kept(**named)

    def backward(self, table: object, functions: Mapping[str, Function]) -> Backward:
        """Read where no derivative comes back."""
        raw = self.fields("backward", table, fields.BACKWARD)
        named = {field: frozenset(self.texts("backward", field, raw.get(field, []))) for field in fields.BACKWARD}
        for function in sorted(named["stops"] - functions.keys()):
            raise self.fail("backward", "stops", f"unknown function {function!r}")
        return Backward(**named)

    def mask(self, name: str, table: object) -> Mask:
        """Read how one mask is written."""
        entry = f"masks.{name}"
        raw = self.fields(entry, table, fields.MASK, "call", "arguments")
        return Mask(
            call=raw["call"],
            arguments=raw["arguments"],
            method=raw.get("method"),
            method_arguments=raw.get("method_arguments", ""),
            within=self.mapping(entry, "within", raw.get("within", {}), str),
        )

    def aliases(self, name: str, table: object) -> tuple[str, ...]:
        """Read the other names of an entry."""
        if not isinstance(table, dict):
            raise self.fail(name, "entry", "must be a table")
        return self.texts(name, "aliases", table["aliases"]) if "aliases" in table else ()

    def operation(
        self,
        name: str,
        aliases: tuple[str, ...],
        table: object,
        kind: Kind,
        framework: Framework,
        functions: Mapping[str, Function],
        inplace: bool,
    ) -> Operation:
        """Read one operation, method or layer."""
        raw = self.fields(name, table, fields.LAYER if kind == "layer" else fields.OPERATION, "is")
        function = functions.get(raw["is"])
        if function is None:
            raise self.fail(name, "is", f"unknown function {raw['is']!r}")
        own = self.parameters(name, "parameters", raw.get("parameters", ""))
        if kind == "method" and (not own or own[0].name != "self"):
            own = (Parameter("self", "x"), *own)
        call = self.parameters(name, "call", raw.get("call", ""))
        if function.operand is not None and all(each.role != function.operand for each in own + call):
            raise self.fail(name, "parameters", f"no parameter has the role {function.operand!r}")
        defaults = self.defaults(name, raw.get("defaults", {}))
        return Operation(name, function, framework, kind, own, call, defaults, inplace, aliases, raw.get("guards", ""))

    def parameters(self, name: str, field: str, text: str) -> tuple[Parameter, ...]:
        """Read a list of parameters."""
        try:
            return parameters(text)
        except ValueError as fault:
            raise self.fail(name, field, str(fault)) from None

    def defaults(self, name: str, table: object) -> Mapping[str, Value]:
        """Read the defaults, which are told by role."""
        defaults: Mapping[str, Value] = self.mapping(name, "defaults", table, str, int, float, bool)
        for role in defaults:
            if role not in ROLES:
                raise self.fail(name, "defaults", f"unknown role {role!r}")
        return defaults
