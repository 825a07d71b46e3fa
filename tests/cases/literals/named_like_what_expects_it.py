# A context that silences or expects what is invalid stands in a `with`; a name that sounds like one says nothing.

import numpy as np
import torch


def suppression_table():
    suppressed = torch.log(torch.zeros(3))
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.zeros(3)` is 0: log(0) is -inf; keep it above 0
    return suppressed


def silenced_table():
    with np.errstate(divide="ignore"):
        table = torch.log(torch.zeros(3))
    return table


def timed_table(timer):
    with timer:
        table = torch.log(torch.zeros(3))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.zeros(3)` is 0: log(0) is -inf; keep it above 0
    return table
