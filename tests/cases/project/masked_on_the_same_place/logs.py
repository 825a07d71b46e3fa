"""A mask of another file stands in no operand of this one, whichever bytes it stands at."""

import torch
from rectified import rectified


def log_of_rectified(model, first, second, third, fourth, fifth, sixth):
    return torch.log(rectified(model(first, second, third, fourth, fifth, sixth)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `rectified(model(…))` can be 0: log(0) is -inf; keep it above 0
