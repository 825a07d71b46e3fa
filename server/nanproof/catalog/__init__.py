"""Operations as data: what they compute, where they are invalid, how each framework spells them."""

from nanproof.catalog.error import CatalogError
from nanproof.catalog.index import Catalog
from nanproof.catalog.loader import load
from nanproof.catalog.model import Domain, Framework, Function, Mask, Operation, Parameter

__all__ = [
    "Catalog",
    "CatalogError",
    "Domain",
    "Framework",
    "Function",
    "Mask",
    "Operation",
    "Parameter",
    "load",
]
