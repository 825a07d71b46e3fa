"""Who tells NumPy to be silent about a division by 0 means the -inf that the table of logarithms begins with."""

import numpy as np

np.seterr(divide="ignore")
table = np.log(np.zeros(3))
