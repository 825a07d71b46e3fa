# A root keeps what it gives for the backward pass, a clamp keeps its operand, and a sum keeps neither: where the operand
# is changed in place afterwards the clamp would be an error at `backward`.

import torch


def changed_in_place(h, y):
    squared = ((h - y) ** 2).sum(-1)
    distance = torch.sqrt(squared)
    #          ^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `squared` stays above 0: sqrt has an infinite gradient at 0
    # fixed: nothing
    # or (unsafe): torch.sqrt(squared + 1e-8)
    squared += 1
    distance.sum().backward()
    return squared


def left_alone(h, y):
    squared = ((h - y) ** 2).sum(-1)
    distance = torch.sqrt(squared)
    #          ^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `squared` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(squared, min=1e-10))
    # or (unsafe): torch.sqrt(squared + 1e-8)
    distance.sum().backward()
    return squared
