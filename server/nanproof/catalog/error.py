"""What is wrong with a file of the catalogue."""

from __future__ import annotations


class CatalogError(Exception):
    """A file of the catalogue is not as it must be: says the file, the entry, the field and the fault."""

    def __init__(self, file: str, entry: str, field: str, fault: str) -> None:
        super().__init__(f"{file}: {entry}: {field}: {fault}")
