# A condition on a number bounds the sum that it goes into.

import numpy as np
import torch


def scaled(x, n):
    p = torch.softmax(x, -1)
    if n > 0:
        a = torch.log(p + n)
    n = max(n, 1)
    b = np.log(n)
    return a, b, torch.log(p + n)
