# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from tensorflow import Tensor

def model_variable(*args: Any, **kwargs: Any) -> Tensor: ...
def variable(*args: Any, **kwargs: Any) -> Tensor: ...
