# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from torch import Tensor
from torch.autograd import Function as Function
from torch.autograd import variable as variable

def grad(*args: Any, **kwargs: Any) -> Tensor: ...
def Variable(*args: Any, **kwargs: Any) -> Tensor: ...
