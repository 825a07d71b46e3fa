"""All transfer functions by the name that the catalogue uses."""

from __future__ import annotations

from types import MappingProxyType

from nanproof.values.transfer.arithmetic import ARITHMETIC
from nanproof.values.transfer.elementwise import ELEMENTWISE
from nanproof.values.transfer.producers import PRODUCERS
from nanproof.values.transfer.reductions import REDUCTIONS
from nanproof.values.transfer.selection import SELECTION
from nanproof.values.transfer.special import SPECIAL

TRANSFERS = MappingProxyType({**ELEMENTWISE, **ARITHMETIC, **SELECTION, **REDUCTIONS, **PRODUCERS, **SPECIAL})
