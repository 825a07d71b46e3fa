"""What is made of a list without items has none that is 0, whatever it is multiplied with."""

import numpy as np


def scaled():
    return np.log(np.array([0.0]) * np.array([]))
