"""The page of documentation that is written from the catalogue: scripts/docs.py writes it, CI checks it."""

from __future__ import annotations

from collections.abc import Iterator

from nanproof.catalog import Catalog, Function, Operation
from nanproof.catalog.claims import Claims
from nanproof.explain.operation import described, protection

_HEAD = """\
# The catalogue

Written by `python scripts/docs.py` from `server/nanproof/catalog/`; do not edit. `nanproof catalog NAME` prints what is
known of one operation. Every claim is executed on the real framework by `tests/oracle`.
"""


def page(catalog: Catalog, claims: Claims) -> str:
    """Return the page: how much is known, the coverage table, the functions with special requirements."""
    by_function: dict[str, dict[str, list[Operation]]] = {}
    for operation in catalog.operations():
        by_framework = by_function.setdefault(operation.function.name, {})
        by_framework.setdefault(operation.framework.name, []).append(operation)
    lines = [_HEAD, *_counts(catalog), *_coverage(catalog, by_function)]
    for name in sorted(by_function):
        function = catalog.functions[name]
        if _is_special(function, claims):
            lines += _section(catalog, claims, function, by_function[name])
    return "\n".join(lines).rstrip("\n") + "\n"


def _is_special(function: Function, claims: Claims) -> bool:
    return bool(
        function.domain or function.gradient or function.overflows or function.witness or claims.cases_of(function.name)
    )


def _counts(catalog: Catalog) -> Iterator[str]:
    yield "| framework | operations | other names |"
    yield "|---|---|---|"
    for framework in catalog.frameworks.values():
        own = [each for each in catalog.operations() if each.framework is framework]
        yield f"| {framework.title} | {len(own)} | {sum(len(each.aliases) for each in own)} |"
    yield ""


def _coverage(catalog: Catalog, by_function: dict[str, dict[str, list[Operation]]]) -> Iterator[str]:
    frameworks = list(catalog.frameworks.values())
    yield "## Coverage\n"
    yield "How many operations of each framework compute a function, methods and layers included.\n"
    yield f"| function | {' | '.join(each.title for each in frameworks)} |"
    yield f"|---|{'---|' * len(frameworks)}"
    for name in sorted(by_function):
        counts = (len(by_function[name].get(each.name, ())) for each in frameworks)
        yield f"| {name} | {' | '.join(str(count or '') for count in counts)} |"
    yield ""


def _section(
    catalog: Catalog, claims: Claims, function: Function, operations: dict[str, list[Operation]]
) -> Iterator[str]:
    operand = str(function.operand)
    yield f"## {function.name}\n"
    yield f"{function.title[0].upper()}{function.title[1:]}.\n"
    if function.domain is not None:
        yield f"- Finite for {described(function.domain, operand)}."
    if function.overflows:
        yield "- Overflows to Inf beyond a bound that the dtype sets."
    yield from (
        f"- {sentence[0].upper()}{sentence[1:]}."
        for sentence in (function.at_edge, function.outside, function.steep)
        if sentence
    )
    slopes = {framework.title: framework.gradient_of(function) for framework in catalog.frameworks.values()}
    for title, slope in slopes.items():
        if slope is not None:
            yield f"- The derivative is finite for {described(slope, operand)} in {title}."
    yield from (f"- Mask: `{mask.program}` {protection(mask)}." for mask in claims.masks_of(function.name))
    yield from (f"- `{each.composition}` is better `{each.twin}`." for each in claims.twins_of(function.name))
    yield ""
    for framework, own in operations.items():
        title = catalog.frameworks[framework].title
        yield f"{title}: {', '.join(f'`{each.name}`' + (' (guarded)' if each.guards else '') for each in own)}.\n"
