# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from keras import KerasTensor

def add_weight(*args: Any, **kwargs: Any) -> KerasTensor: ...
def add_variable(*args: Any, **kwargs: Any) -> KerasTensor: ...
