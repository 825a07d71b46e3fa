"""What is clipped at 0 is 0, and so are its product, its square, its largest element and what it is one part of."""

import torch


def bounds(x, y):
    a, b = x.clamp(min=0), y.clamp(min=0)
    first = 1 / (a * 2)
    #       ^^^^^^^^^^^ NAN102 warning: `(a * 2)` can be 0: x / 0 is Inf or NaN; keep it away from 0
    second = 1 / a.prod(0)
    #        ^^^^^^^^^^^^^ NAN102 information: `a.prod(0)` can be 0: x / 0 is Inf or NaN; keep it away from 0
    third = 1 / a ** 2
    #       ^^^^^^^^^^ NAN102 warning: `a ** 2` can be 0: x / 0 is Inf or NaN; keep it away from 0
    fourth = 1 / a.amax(1)
    #        ^^^^^^^^^^^^^ NAN102 information: `a.amax(1)` can be 0 where all that it sums is clipped: x / 0 is Inf or NaN; keep it away from 0
    # FIXME: a warning: one part is
    fifth = 1 / torch.cat([a, b + 1], 1)
    # FIXME: a warning, as a norm of it is
    sixth = 1 / a.sum(1)
    #       ^^^^^^^^^^^^ NAN102 information: `a.sum(1)` can be 0 where all that it sums is clipped: x / 0 is Inf or NaN; keep it away from 0
    seventh = 1 / a.norm(dim=1)
    #         ^^^^^^^^^^^^^^^^^ NAN102 warning: `a.norm(dim=1)` is a norm, exactly 0 before the first step: x / 0 is Inf or NaN; keep it away from 0
    return first, second, third, fourth, fifth, sixth, seventh
