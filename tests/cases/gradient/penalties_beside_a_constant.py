"""A constant that is added to the squares of a gradient changes nothing, on whichever side it stands.

What is one of two is followed no further.
"""

import torch

EPSILON = 0.0


def penalty(critic, x):
    x.requires_grad_(True)
    grad = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    norm = torch.sqrt(grad.pow(2).sum(dim=1) + EPSILON)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `grad.pow(…).sum(…+ EPSILON` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    return ((norm - 1) ** 2).mean()


def penalty_behind(critic, x):
    x.requires_grad_(True)
    grad = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    norm = torch.sqrt(0.0 + grad.pow(2).sum(dim=1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `0.0 + grad.pow(…).sum(…)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    return ((norm - 1) ** 2).mean()


def penalty_of_either(critic, x, is_doubled):
    x.requires_grad_(True)
    grad = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    squares = grad.pow(2).sum(dim=1)
    if is_doubled:
        squares = squares * 2.0
    return ((torch.sqrt(squares) - 1) ** 2).mean()
    #        ^^^^^^^^^^^^^^^^^^^ NAN301 information: `squares` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0


def penalty_of_a_product(critic, x, scale):
    x.requires_grad_(True)
    grad = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    return torch.sqrt(scale * grad.pow(2).sum(dim=1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `scale * grad.pow(…).sum(…)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
