# Negative powers of 0 are infinite, in each spelling; whole positive ones are not.

import torch


def powers(x):
    p = torch.relu(x)
    whole = p**2 + p**3
    fractional = (x - p) ** 0.5
    negative = p**-1
    #          ^^^^^ NAN103 warning: `p` is a ReLU, exactly 0 for inputs of 0 or less: 0 ** -1 is Inf; keep it away from 0
    inverse_root = p**-0.5
    #              ^^^^^^^ NAN103 warning: `p` is a ReLU
    by_function = torch.pow(p, -2)
    #             ^^^^^^^^^^^^^^^^ NAN103 warning: `p` is a ReLU
    by_method = p.pow(-1)
    #           ^^^^^^^^^ NAN103 warning: `p` is a ReLU
    return whole, fractional, negative, inverse_root, by_function, by_method


def inverse(x):
    return torch.rsqrt(torch.relu(x)), torch.rsqrt(torch.relu(x) + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `torch.relu(x)` is a ReLU


def ranges(x, y):
    p = torch.sigmoid(x)
    reveal_range(p**1.5)  # [0, 1] float32
    reveal_range(p**y)  # [0, inf] float32
    reveal_range(torch.pow(torch.relu(x) + 1, -2))  # [0, 1] float32
    reveal_range(torch.tanh(x) ** 3)  # [-1, 1] float32
