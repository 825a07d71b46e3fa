# A mask around an operand of an operator gets parentheses where they are needed, in augmented assignments too.

import torch


def quotients(x):
    r = torch.relu(x)
    a = x / r
    #   ^^^^^ NAN102 warning: `r` is a ReLU
    # fixed: x / r.clamp(min=1e-7)
    # or (unsafe): x / (r + 1e-8)
    b = x / (r + r)
    #   ^^^^^^^^^^^ NAN102 warning: `(r + r)` can be 0, as a ReLU is for inputs of 0 or less
    # fixed: x / (r + r).clamp(min=1e-7)
    c = x / r ** 2
    #   ^^^^^^^^^^ NAN102 warning: `r ** 2` can be 0, as a ReLU is for inputs of 0 or less
    # fixed (unsafe): x / (r ** 2).clamp(min=1e-7)
    # or (unsafe): x / (r ** 2 + 1e-8)
    d = x % (r)
    #   ^^^^^^^ NAN102 hint: `(r)` divides in `x / r` too
    # fixed: x % (r).clamp(min=1e-7)
    # or (unsafe): x % (r + 1e-8)
    x /= r
#   ^^^^^^ NAN102 hint: `r` divides in `x / r` too
# fixed: x /= r.clamp(min=1e-7)
# or (unsafe): x /= r + 1e-8
    return a, b, c, d, x


def powers(x, k):
    r = torch.relu(x)
    p = torch.softmax(x, -1)
    a = p ** 0.5
    #   ^^^^^^^^ NAN301 warning: `p` is a softmax
    # fixed (unsafe): p.clamp(1e-10, 1.0) ** 0.5
    # or (unsafe): (p + 1e-8) ** 0.5
    b = r ** -0.5 * x
    #   ^^^^^^^^^ NAN103 warning: `r` is a ReLU
    # fixed: r.clamp(min=1e-10) ** -0.5
    # or (unsafe): (r + 1e-8) ** -0.5
    c = -r ** -2
    #    ^^^^^^^ NAN103 warning: `r` is a ReLU
    # fixed: r.clamp(min=1e-5) ** -2
    p **= 0.5
#   ^^^^^^^^^ NAN301 warning: `p` is a softmax
# fixed (unsafe): p = p.clamp(1e-10, 1.0) ** 0.5
    return a, b, c, p
