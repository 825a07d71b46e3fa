# Imports relative to the package are followed.

import torch

from .package.model import Model
from . import package


def loss(x):
    model = Model()
    return torch.log(model(x)), torch.log(package.score(x))
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model(x)` is a softmax
    #                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `package.score(x)` is a sigmoid
