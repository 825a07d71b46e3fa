"""Faults in the catalogue's data: bounds, domains, gradients and roles. The oracle must notice them.

Roles of operands that may be exchanged (`claims/roles.toml`) are no fault: nothing that is said depends on them.

    python -m benchmarks.mutation.catalogue --draw 100 --seed 1

It needs the frameworks: `python scripts/environment.py oracle`.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.oracle.checks import faults
from tests.oracle.flavours import FLAVOURS_OF
from tests.oracle.meanings import is_told
from tests.oracle.running import Oracle

from nanproof.catalog import Catalog, Operation, load
from nanproof.catalog.claim_schema import load_claims
from nanproof.catalog.error import CatalogError
from nanproof.catalog.loader import FUNCTIONS, parse

ROOT = Path(__file__).resolve().parents[2]
CATALOG = ROOT / "server" / "nanproof" / "catalog"
_NUMBER = re.compile(r"\b(low|high|hole) = (-?[\d.e+-]+)")
_OPEN = re.compile(r", (?:low|high)_open = true")
_CLOSED = re.compile(r"\b(low|high) = -?[\d.e+-]+(?!.*\1_open)")
_FUNCTION = re.compile(r'\bis = "(\w+)"')
_ROLE = re.compile(r'parameters = "([^"]*)"')


@dataclass(frozen=True)
class DataFault:
    """A line of a file of the catalogue that is changed; `about` is the function, or the operation."""

    file: str
    line: int
    about: str
    kind: str
    was: str
    now: str

    @property
    def name(self) -> str:
        """A name that stays the same while the line does."""
        return hashlib.sha256("\0".join([self.file, self.about, self.was, self.now]).encode()).hexdigest()[:8]

    def __str__(self) -> str:
        return f"{self.file}:{self.line}  {self.name}  {self.kind} of {self.about}\n-{self.was}\n+{self.now}"


def data_faults() -> Iterator[DataFault]:
    """Yield all of them."""
    about = ""
    for number, line in enumerate(_lines(FUNCTIONS), 1):
        if line.startswith("["):
            about = line.strip("[] ")
        if re.match(r"(?:domain|gradient) = ", line):
            kind = line.split()[0]
            yield DataFault(FUNCTIONS, number, about, f"no {kind}", line, "")
            for now in _bounds(line):
                yield DataFault(FUNCTIONS, number, about, kind, line, now)
    for path in sorted(CATALOG.glob("*.toml")):
        if path.name == FUNCTIONS:
            continue
        for number, line in enumerate(_lines(path.name), 1):
            found, named = _ROLE.search(line), re.match(r'"([^"]+)" = ', line)
            function = _FUNCTION.search(line)
            if found and named and function and function[1] not in load_claims().exchangeable:
                for roles in _swapped(found[1]):
                    now = line.replace(found[0], f'parameters = "{roles}"', 1)
                    yield DataFault(path.name, number, named[1], "roles", line, now)


def _lines(file: str) -> list[str]:
    return (CATALOG / file).read_text(encoding="utf-8").splitlines()


def _bounds(line: str) -> Iterator[str]:
    for found in _NUMBER.finditer(line):
        for step in (-0.5, 0.5):
            moved = f"{found[1]} = {float(found[2]) + step}"
            yield line[: found.start()] + moved + line[found.end() :]
    for found in _OPEN.finditer(line):
        yield line[: found.start()] + line[found.end() :]
    for found in _CLOSED.finditer(line):
        yield line[: found.end()] + f", {found[1]}_open = true" + line[found.end() :]


def _swapped(parameters: str) -> Iterator[str]:
    """Yield the parameters with two neighbours' roles exchanged, where both have one."""
    given = [each.strip() for each in parameters.split(",")]
    roles = [each.rpartition("=")[2] for each in given]
    for at in range(len(given) - 1):
        if all(re.fullmatch(r"[xy]|low|high|condition", role) for role in roles[at : at + 2]):
            names = [each.rpartition("=")[0] or role for each, role in zip(given, roles, strict=True)]
            changed = list(roles)
            changed[at], changed[at + 1] = roles[at + 1], roles[at]
            yield ", ".join(f"{name}={role}" for name, role in zip(names, changed, strict=True))


def noticed(fault: DataFault) -> str:
    """Return how a fault is noticed; nothing where it is not."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(CATALOG.glob("*.toml"))}
    lines = texts[fault.file].splitlines()
    lines[fault.line - 1] = fault.now
    texts[fault.file] = "\n".join([*lines, ""])
    try:
        catalog = parse(texts)
        operations = list(catalog.operations())
    except CatalogError as refused:
        return f"refused: {refused}"
    oracle = Oracle(catalog, load_claims())
    for operation in operations:
        if fault.about in (operation.function.name, operation.name) and operation.framework.has_today(operation.name):
            found = next(_faults(oracle, operation), None)
            if found is not None:
                return found
    return next(_without_witness(catalog), "")


def _faults(oracle: Oracle, operation: Operation) -> Iterator[str]:
    if not is_told(oracle, operation):
        yield f"{operation.name}: nothing tells its roles apart"
    for flavour in FLAVOURS_OF[operation.framework.name]:
        for claim in ("domain", "witness", "roles"):
            yield from faults(oracle, claim, operation, flavour=flavour)
        for case in oracle.claims.cases_of(operation.function.name):
            yield from faults(oracle, "case", case, operation, flavour=flavour)
        if operation.name not in oracle.claims.uncalled:
            yield from faults(oracle, "range", operation, flavour=flavour)


def _without_witness(catalog: Catalog) -> Iterator[str]:
    """Yield what `tests/catalog/test_contents.py` says of witnesses."""
    for each in catalog.functions.values():
        if each.witness and each.domain is None and not each.overflows:
            known = load().functions[each.name]
            if known.domain is not None:
                yield f"{each.name} has a witness and no domain"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", type=int, default=100, help="how many (default: 100)")
    parser.add_argument("--seed", default="1", help="what chance begins with (default: 1)")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="the faults of these names")
    asked = parser.parse_args(arguments)
    every = sorted(data_faults(), key=lambda each: hashlib.sha256(f"{asked.seed}:{each.name}".encode()).hexdigest())
    chosen = [each for each in every if each.name in asked.only] if asked.only else every[: asked.draw]
    survivors = 0
    for number, fault in enumerate(chosen, 1):
        how = noticed(fault)
        survivors += not how
        print(f"{number:3} {how.splitlines()[0] if how else 'SURVIVED'}\n{fault}", flush=True)
    print(f"\n{len(chosen) - survivors} of {len(chosen)} noticed")
    return int(survivors > 0)


if __name__ == "__main__":
    sys.exit(main())
