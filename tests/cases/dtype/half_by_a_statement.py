# A statement that turns something to half precision turns a module: of a tensor the result is another one.

import torch
from torch.nn import functional as F


def turned(student, x):
    student.half()
    return torch.log(F.relu(student(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `F.relu(student(x))` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(F.relu(student(x)), min=1e-4))
    # or (unsafe): torch.log(F.relu(student(x)) + 1e-4)
    # from: `F.relu(student(x))` made here, exactly 0 for inputs of 0 or less
