"""An item that is read fills nothing; a table that is filled later is meant to begin with -inf."""

import numpy as np

first = np.log(np.zeros(3))
    #   ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.zeros(3)` is 0: log(0) is -inf; keep it above 0
item = first[0]

table = np.log(np.zeros(3))
table[0] = 1.0

counted = np.log(np.zeros(3))
counted[0] += 1.0

third = np.log(np.zeros(3))
    #   ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.zeros(3)` is 0: log(0) is -inf; keep it above 0
total = third[0] + 1

ranks = np.log(np.arange(3))
