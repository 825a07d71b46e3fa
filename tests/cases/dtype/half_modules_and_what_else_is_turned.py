# What is turned to half precision by its method counts where it is a module, as far as its name or the statement says.

import torch
from torch.nn import functional as F


def turned_by_to(student_net, x):
    student_net = student_net.to(torch.float16)
    return torch.log(F.relu(student_net(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `F.relu(student_net(x))` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(F.relu(student_net(x)), min=1e-4))
    # or (unsafe): torch.log(F.relu(student_net(x)) + 1e-4)
    # from: `F.relu(student_net(x))` made here, exactly 0 for inputs of 0 or less
