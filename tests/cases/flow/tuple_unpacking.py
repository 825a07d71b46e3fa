# Names on the left take the items on the right, nested and starred ones too.

import torch


def heads(x):
    p, q = torch.softmax(x, -1), torch.exp(x) + 1
    (a, (b, c)), *rest = (torch.relu(x), (p, q)), x
    first = torch.log(p)
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    second = torch.log(q)
    third = torch.log(a)
    #       ^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU
    fourth = torch.log(b)
    #        ^^^^^^^^^^^^ NAN101 warning: `b` is a softmax
    return first, second, third, fourth, torch.log(c)
