"""What a target within a target gets is a part of a part: two of them are not the same, and each has its own bounds."""

import torch


def of_a_tensor(t):
    (a, b), c = torch.tan(t)
    reveal_range(a * b)  # any value float32
    reveal_range(b * b)  # [0, inf] float32
    return torch.sqrt(a * a), torch.sqrt(c * c)
    #      ^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `a * a` stays above 0: sqrt has an infinite gradient at 0
    #                         ^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `c * c` stays above 0: sqrt has an infinite gradient at 0


def of_a_loop(pairs):
    total = 0.0
    for (a, b), w in torch.tan(pairs):
        reveal_range(a * b)  # any value float32
        total = total + w
    return total


def of_tuples(z, x):
    (p, q), r = (torch.softmax(z, -1), torch.exp(x)), x
    return torch.log(q), torch.log(p)
    #                    ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
