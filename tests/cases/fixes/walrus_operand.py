# An operand that binds a name binds it after the fix as well.

import torch


def loss(x):
    return torch.log(p := torch.softmax(x, -1)) * p
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...a softmax
