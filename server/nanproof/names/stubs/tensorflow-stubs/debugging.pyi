# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from tensorflow import Tensor

def check_numerics(*args: Any, **kwargs: Any) -> Tensor: ...
