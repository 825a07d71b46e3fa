"""Where no name leads to the loss that takes logits, and none can be imported, nothing is written in its place."""

from torch import sigmoid
from torch.nn.functional import binary_cross_entropy

torch = "a kind of lamp"


def loss(z, y):
    return binary_cross_entropy(sigmoid(z), y)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `sigmoid(z)` is a sigmoid
    # fixed: nothing
