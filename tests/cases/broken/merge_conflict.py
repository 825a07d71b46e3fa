# The marks of a merge conflict are no Python; what both sides have in common is found.

import torch


def loss(x):
<<<<<<< HEAD
    p = torch.softmax(x, -1)
=======
    p = torch.softmax(x, 1)
>>>>>>> feature
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
