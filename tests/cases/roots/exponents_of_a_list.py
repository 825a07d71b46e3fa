"""Exponents that a loop runs over, or that stand in a tensor of weights, are each taken: all of them break below 0."""

import torch

EXPONENTS = [0.3, 0.5, 1.5]
WHOLE = (2, 3.0)


def with_each(x):
    total = 0.0
    for exponent in EXPONENTS:
        total = total + torch.softmax(x, 1) ** exponent
        #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(x, 1)` is a softmax and can be exactly 0: x ** 0.3 has an infinite gradient at 0
    total.sum().backward()


def of_a_tensor(x):
    weights = torch.tensor([0.4, 0.6])
    loss = torch.prod(torch.tanh(x) ** weights)
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `torch.tanh(x)` is a tanh, exactly -1 for inputs below -9: (-1) ** 0.4 is NaN; keep it above 0
    loss.backward()


def with_whole_ones(x):
    total = 0.0
    for exponent in WHOLE:
        total = total + torch.tanh(x) ** exponent
    for exponent in (0.5, 2):
        total = total + torch.tanh(x) ** exponent
    total.sum().backward()


def drawn(x):
    loss = (torch.relu(x) ** (1 + torch.rand(3))).sum()
    loss.backward()
