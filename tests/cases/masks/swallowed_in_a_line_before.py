"""A mask that a 1 swallows in a line before the operation stays there: the operand is masked where it is used."""

import torch


def in_a_constant(z):
    p = torch.sigmoid(z)
    one = 1 + 1e-10
    return -torch.log(one - p).mean()
    #       ^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + 1e-10` masks nothing: 1 + 1e-10 is exactly 1 in float32, and log(0) is -inf; add it last
    # fixed: torch.log(torch.clamp(one - p, 1e-10, 1.0))


def in_a_probability(z):
    p = torch.sigmoid(z)
    q = p - 1e-10
    return -torch.log(1 - q).mean()
    #       ^^^^^^^^^^^^^^^^ NAN201 warning: `p - 1e-10` masks nothing: 1 - 1e-10 is exactly 1 in float32, and log(0) is -inf; take a larger one
    # fixed: torch.log(torch.clamp(1 - q, 1e-10, 1.0))


def in_the_operand(z):
    p = torch.softmax(z, -1)
    q = 1 + 1e-10 - p
    return -torch.log(q).mean()
    #       ^^^^^^^^^^^^ NAN201 warning: `1 + 1e-10` masks nothing: 1 + 1e-10 is exactly 1 in float32, and log(0) is -inf; add it last
    # fixed: torch.log(torch.clamp(q, 1e-10, 1.0))
    # or (unsafe): torch.log(q + 1e-8)
