# Nobody takes derivatives of NumPy's arrays alone: nothing is said of what they multiply with an infinity.

import numpy as np


def hidden(scores, mask):
    return scores + (1 - mask) * -np.inf, mask * np.inf
