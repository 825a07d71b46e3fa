# The stable function needs its operand as it was when the probabilities were made.

import torch
import torch.nn.functional as F


def rebound(z):
    p = torch.softmax(z, -1)
    z = z * 2
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(logits, -1)
    # adds: logits = z
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def rebound_in_a_loop(z):
    p = torch.softmax(z, -1)
    total = 0
    for _ in range(3):
        total = total + torch.log(p)
    #                   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(logits, -1)
    # adds: logits = z
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
        z = z + 1
    return total


def one_of_two(z, w, hot):
    if hot:
        p = torch.softmax(z, -1)
    else:
        p = torch.softmax(w, -1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)


def unchanged(z):
    p = torch.softmax(z, -1)
    w = z * 2
    return torch.log(p) + w
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def raise_first(t):
    t[0] += 1.0


def changed_by_a_function(z, y):
    p = torch.sigmoid(z)
    raise_first(z)
    return F.binary_cross_entropy(p, y), p
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p` is a sigmoid
    # fixed: nothing


def add_to(t, by):
    t += by


def changed_by_a_function_by_keyword(z, y, h):
    p = torch.sigmoid(z)
    add_to(t=z, by=h)
    return F.binary_cross_entropy(p, y), p
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p` is a sigmoid: at 0 or 1 this loss has no gradient; use `binary_cross_entropy_with_logits`
    # fixed: nothing
    # from: `torch.sigmoid(z)` made here, values in [0, 1]


def only_read_by_the_function(z, y, h):
    p = torch.sigmoid(z)
    add_to(t=h, by=z)
    return F.binary_cross_entropy(p, y), p
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p` is a sigmoid: at 0 or 1 this loss has no gradient; use `binary_cross_entropy_with_logits`
    # fixed (unsafe): F.binary_cross_entropy_with_logits(z, y)
    # from: `torch.sigmoid(z)` made here, values in [0, 1]
