# Who calls a function that several names hold in a row is looked for through eight of them.

import torch


def surprise(p):
    return -torch.log(p)
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


one = surprise
two = one
three = two


def trained(x):
    return three(torch.softmax(x, dim=-1))


def spread(q):
    # FIXME: a softmax is passed, by the tenth name
    return -torch.log(q)
    #       ^^^^^^^^^^^^ NAN101 information: nothing here shows that `q` stays above 0: log(0) is -inf


a = spread
b = a
c = b
d = c
e = d
f = e
g = f
h = g
i = h
j = i


def trained_too(x):
    return j(torch.softmax(x, dim=-1))
