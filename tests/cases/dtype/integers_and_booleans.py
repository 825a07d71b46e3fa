# Comparisons, lengths and Python numbers have the range that they have; labels of unknown origin have none.

import numpy as np
import torch


def counts(labels, n):
    hits = (labels == 1).float()
    reveal_range(hits)  # [0, 1] float32
    reveal_range(len(labels))  # [0, inf] integer
    reveal_range(3 / 2)  # {1.5} float64
    reveal_range(7 // 2)  # {3} integer
    reveal_range(2 ** 10)  # {1024} integer
    reveal_range(True)  # {1} integer
    reveal_range("text")  # not a number
    reveal_range(None)  # not a number
    reveal_range(labels)  # unknown
    return np.log(n), torch.log(hits + 1)
    #      ^^^^^^^^^ NAN101 information: nothing here shows that `n` stays above 0


def counted(n: int):
    reveal_range(torch.arange(n))  # [0, inf] integer
    reveal_range(torch.arange(0.0, 3.0))  # [0, 3] float32
    reveal_range(np.arange(3.0))  # [0, 3] float64
    # FIXME: it is a float32: the step is not looked at
    reveal_range(torch.arange(0, 1, 0.1))  # [0, 1] integer
