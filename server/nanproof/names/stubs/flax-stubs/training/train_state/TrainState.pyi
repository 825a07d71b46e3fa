# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from jax import Array

def create(*args: Any, **kwargs: Any) -> Array: ...
