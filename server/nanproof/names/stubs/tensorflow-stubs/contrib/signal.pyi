# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from tensorflow import Tensor

def stft(*args: Any, **kwargs: Any) -> Tensor: ...
