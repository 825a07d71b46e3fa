"""The form of the files of claims, and reading them, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import inf
from pathlib import Path
from typing import Any, Literal, cast

import tomli

from nanproof.catalog.claims import (
    FLAVOURS,
    OUTCOMES,
    Call,
    Case,
    Claims,
    Difference,
    MaskClaim,
    Meaning,
    Outcome,
    Twin,
    parsed_releases,
)
from nanproof.catalog.error import CatalogError
from nanproof.catalog.index import Catalog
from nanproof.catalog.loader import load
from nanproof.catalog.program import functions_of
from nanproof.catalog.schema import Checker, Table

DTYPES = ("float16", "bfloat16", "float32", "float64")
PROTECTED = ("value", "gradient")
WHAT = ("value", "gradient", "range", "witness", "guard")

_FILE = {
    "case": list, "mask": list, "twin": list, "difference": list, "call": list,
    "uncalled": list, "meaning": list, "exchangeable": list, "named": list,
}  # fmt: skip
_CASE = {
    "of": str, "with": dict, "value": str, "gradient": str, "besides": dict, "dtypes": list, "flavours": list,
    "note": str,
}  # fmt: skip
_OUTCOMES = {"value": str, "gradient": str}
_MASK = {
    "of": str, "by": str, "program": str, "at": list, "safe": list, "protects": list, "value": dict, "gradient": dict,
    "too_small": dict, "flavours": list, "note": str, "versions": list,
}  # fmt: skip
_TWIN = {"composition": str, "twin": str, "at": list, "safe": list, "flavours": list, "note": str}
_DIFFERENCE = {
    "functions": list, "operations": list, "flavours": list, "dtypes": list, "what": str, "low": float, "high": float,
    "becomes": str, "note": str, "by_processor": bool,
}  # fmt: skip
_MEANING = {"functions": list, "operations": list, "formula": str, "written": dict, "arguments": str}
_EXCHANGEABLE = {"functions": list, "note": str}
_NAMED = {"role": str, "names": list}
_CALL = {"names": list, "arguments": str, "program": str, "shapes": dict, "dtypes": list, "within": list}


@cache
def load_claims() -> Claims:
    """Return the claims that come with nanproof's catalogue."""
    folder = Path(__file__).parent / "claims"
    return parse_claims({path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.toml"))}, load())


def parse_claims(files: Mapping[str, str], catalog: Catalog) -> Claims:
    """Read claims from the texts of their files; raises CatalogError."""
    cases: list[Case] = []
    masks: list[MaskClaim] = []
    twins: list[Twin] = []
    differences: list[Difference] = []
    calls: dict[str, Call] = {}
    uncalled: list[str] = []
    meanings: list[Meaning] = []
    exchangeable: dict[str, str] = {}
    named: dict[str, str] = {}
    for file, text in files.items():
        try:
            table = tomli.loads(text)
        except tomli.TOMLDecodeError as fault:
            raise CatalogError(file, "file", "syntax", str(fault)) from None
        reader = _Reader(Checker(file), catalog)
        raw = reader.checker.fields("file", table, _FILE)
        cases += (reader.case(entry, each) for entry, each in _numbered("case", raw))
        masks += (reader.mask(entry, each) for entry, each in _numbered("mask", raw))
        twins += (reader.twin(entry, each) for entry, each in _numbered("twin", raw))
        differences += (reader.difference(entry, each) for entry, each in _numbered("difference", raw))
        uncalled += reader.operations("uncalled", raw.get("uncalled", []))
        for entry, each in _numbered("call", raw):
            calls.update(reader.call(entry, each))
        meanings += (reader.meaning(entry, each) for entry, each in _numbered("meaning", raw))
        for entry, each in _numbered("exchangeable", raw):
            exchangeable.update(reader.exchangeable(entry, each))
        for entry, each in _numbered("named", raw):
            named.update(reader.role_of_names(entry, each))
    return Claims(
        tuple(cases), tuple(masks), tuple(twins), tuple(differences), calls, tuple(uncalled),
        tuple(meanings), exchangeable, named,
    )  # fmt: skip


def _numbered(kind: str, raw: Table) -> Iterator[tuple[str, object]]:
    """Yield the entries of an array of tables, each named by kind, place and function: `mask 3 (log)`."""
    for number, each in enumerate(raw.get(kind, ()), 1):
        about = each.get("of") or each.get("composition") or each.get("functions") if isinstance(each, dict) else None
        yield f"{kind} {number}" + (f" ({about})" if about else ""), each


class _Reader:
    """Turns the tables of one file of claims into the model."""

    def __init__(self, checker: Checker, catalog: Catalog) -> None:
        self.checker = checker
        self.catalog = catalog

    def case(self, entry: str, table: object) -> Case:
        raw = self.checker.fields(entry, table, _CASE, "of", "with", "value")
        besides = self.checker.mapping(entry, "besides", raw.get("besides", {}), dict)
        self.named(entry, "besides", list(besides), FLAVOURS)
        others = {
            flavour: self.outcomes(f"{entry}.besides.{flavour}", {**_defaults(raw), **each})
            for flavour, each in besides.items()
        }
        value, gradient = self.outcomes(entry, _defaults(raw))
        return Case(
            function=self.function(entry, "of", raw["of"]),
            operands=self.checker.operands(entry, "with", raw["with"]),
            value=value,
            gradient=gradient,
            besides=others,
            dtypes=self.named(entry, "dtypes", raw.get("dtypes", []), DTYPES),
            flavours=self.named(entry, "flavours", raw.get("flavours", []), FLAVOURS),
            note=raw.get("note", ""),
        )

    def outcomes(self, entry: str, table: Table) -> tuple[Outcome, Outcome | None]:
        raw = self.checker.fields(entry, table, _OUTCOMES, "value")
        for field, outcome in raw.items():
            if outcome not in OUTCOMES:
                raise self.checker.fail(entry, field, f"{outcome!r} must be one of {', '.join(OUTCOMES)}")
        return cast(Outcome, raw["value"]), cast("Outcome | None", raw.get("gradient"))

    def mask(self, entry: str, table: object) -> MaskClaim:
        raw = self.checker.fields(entry, table, _MASK, "of", "by", "program", "at", "safe", "protects")
        return MaskClaim(
            function=self.function(entry, "of", raw["of"]),
            by=self.function(entry, "by", raw["by"]),
            program=self.expression(entry, "program", raw["program"]),
            witness=raw["at"],
            safe=raw["safe"],
            protects=self.named(entry, "protects", raw["protects"], PROTECTED),
            value=self.constants(entry, "value", raw),
            gradient=self.constants(entry, "gradient", raw),
            too_small=self.constants(entry, "too_small", raw),
            flavours=self.named(entry, "flavours", raw.get("flavours", []), FLAVOURS),
            note=raw.get("note", ""),
            versions=self.releases(entry, raw.get("versions", [])),
        )

    def twin(self, entry: str, table: object) -> Twin:
        raw = self.checker.fields(entry, table, _TWIN, "composition", "twin", "at", "safe")
        composition = self.expression(entry, "composition", raw["composition"])
        return Twin(
            composition=composition,
            twin=self.expression(entry, "twin", raw["twin"]),
            functions=functions_of(composition),
            witness=raw["at"],
            safe=raw["safe"],
            flavours=self.named(entry, "flavours", raw.get("flavours", []), FLAVOURS),
            note=raw.get("note", ""),
        )

    def difference(self, entry: str, table: object) -> Difference:
        raw = self.checker.fields(entry, table, _DIFFERENCE, "flavours", "what", "becomes", "note")
        what = self.named(entry, "what", [raw["what"]], WHAT)[0]
        operations = self.operations(entry, raw.get("operations", []))
        return Difference(
            functions=tuple(self.function(entry, "functions", each) for each in raw.get("functions", [])),
            operations=operations,
            flavours=self.named(entry, "flavours", raw["flavours"], FLAVOURS),
            dtypes=self.named(entry, "dtypes", raw.get("dtypes", []), DTYPES),
            what=cast(Literal["value", "gradient", "range", "witness", "guard"], what),
            low=raw.get("low", -inf),
            high=raw.get("high", inf),
            becomes=raw["becomes"],
            note=raw["note"],
            is_by_processor=raw.get("by_processor", False),
        )

    def call(self, entry: str, table: object) -> Mapping[str, Call]:
        raw = self.checker.fields(entry, table, _CALL, "names")
        shapes = self.checker.mapping(entry, "shapes", raw.get("shapes", {}), list)
        call = Call(
            arguments=raw.get("arguments", ""),
            program=raw.get("program", ""),
            shapes={role: tuple(shape) for role, shape in shapes.items()},
            dtypes=self.named(entry, "dtypes", raw.get("dtypes", []), DTYPES),
            within=(raw["within"][0], raw["within"][1]) if "within" in raw else None,
        )
        names = self.checker.texts(entry, "names", raw["names"])
        for name in names:
            if "." in name and self.catalog.operation(name) is None:
                raise self.checker.fail(entry, "names", f"unknown operation {name!r}")
        return dict.fromkeys(names, call)

    def meaning(self, entry: str, table: object) -> Meaning:
        raw = self.checker.fields(entry, table, _MEANING, "formula")
        return Meaning(
            functions=tuple(self.function(entry, "functions", each) for each in raw.get("functions", [])),
            operations=self.operations(entry, raw.get("operations", [])),
            formula=raw["formula"],
            written=self.checker.mapping(entry, "written", raw.get("written", {}), str),
            arguments=raw.get("arguments", ""),
        )

    def exchangeable(self, entry: str, table: object) -> Mapping[str, str]:
        raw = self.checker.fields(entry, table, _EXCHANGEABLE, "functions", "note")
        note: str = raw["note"]
        return {self.function(entry, "functions", each): note for each in raw["functions"]}

    def role_of_names(self, entry: str, table: object) -> Mapping[str, str]:
        raw = self.checker.fields(entry, table, _NAMED, "role", "names")
        role: str = raw["role"]
        return dict.fromkeys(self.checker.texts(entry, "names", raw["names"]), role)

    def operations(self, entry: str, values: object) -> tuple[str, ...]:
        """Check a list of names of operations."""
        for name in self.checker.texts(entry, "operations", values):
            if self.catalog.operation(name) is None:
                raise self.checker.fail(entry, "operations", f"unknown operation {name!r}")
        return self.checker.texts(entry, "operations", values)

    def function(self, entry: str, field: str, name: str) -> str:
        """Check the name of a function."""
        if name not in self.catalog.functions:
            raise self.checker.fail(entry, field, f"unknown function {name!r}")
        return name

    def expression(self, entry: str, field: str, text: str) -> str:
        """Check an expression over functions."""
        try:
            names = functions_of(text)
        except SyntaxError as fault:
            raise self.checker.fail(entry, field, f"{text!r} is no expression: {fault.msg}") from None
        for name in names:
            self.function(entry, field, name)
        return text

    def named(self, entry: str, field: str, values: object, known: tuple[str, ...]) -> tuple[str, ...]:
        """Check a list of names that are all known."""
        for name in self.checker.texts(entry, field, values):
            if name not in known:
                raise self.checker.fail(entry, field, f"{name!r} must be one of {', '.join(known)}")
        return self.checker.texts(entry, field, values)

    def releases(self, entry: str, values: object) -> tuple[str, ...]:
        """Check a list of releases: `torch>=2.14`, `torch<2.14`."""
        for text in self.checker.texts(entry, "versions", values):
            if parsed_releases(text) is None:
                raise self.checker.fail(entry, "versions", f"{text!r} must be as `torch>=2.14` or `torch<2.14`")
        return self.checker.texts(entry, "versions", values)

    def constants(self, entry: str, field: str, raw: Table) -> Mapping[str, float]:
        """Check a table of constants by dtype."""
        constants = self.checker.mapping(entry, field, raw.get(field, {}), float)
        self.named(entry, field, list(constants), DTYPES)
        return constants


def _defaults(raw: Table) -> dict[str, Any]:
    return {field: raw[field] for field in _OUTCOMES if field in raw}
