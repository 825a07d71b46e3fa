"""The claims of the catalogue against what a framework computes: each check tells in sentences what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.oracle.compositions import mask, twin
from tests.oracle.domains import case, domain, witness
from tests.oracle.flavours import RefusedError
from tests.oracle.meanings import meaning
from tests.oracle.ranges import result_range
from tests.oracle.running import Faults, Oracle

CHECKS: dict[str, Callable[..., Faults]] = {
    "domain": domain,
    "witness": witness,
    "range": result_range,
    "roles": meaning,
    "case": case,
    "mask": mask,
    "twin": twin,
}


def faults(oracle: Oracle, claim: str, *about: Any, flavour: str) -> list[str]:
    """Return what is wrong about one claim in one flavour: of an operation, a case of one, a mask, a twin."""
    found: list[str] = []
    try:
        found.extend(CHECKS[claim](oracle, *about, flavour))
    except RefusedError as refused:
        told = (getattr(about[-1], field, None) for field in ("name", "program", "composition"))
        found.append(f"{next(filter(None, told))} [{flavour}]: {claim}: raised {refused}")
    return found
