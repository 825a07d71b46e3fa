# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from jax import Array

def kl_divergence_with_log_targets(*args: Any, **kwargs: Any) -> Array: ...
def poly_loss_cross_entropy(*args: Any, **kwargs: Any) -> Array: ...
