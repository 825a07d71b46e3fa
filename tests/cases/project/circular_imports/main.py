# Files that import each other, and themselves, tell nothing, and the search ends.

import torch

import one
from main import loss as itself


def loss(x):
    return torch.log(one.first(x)), torch.log(itself)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `one.first(x)` stays above 0
