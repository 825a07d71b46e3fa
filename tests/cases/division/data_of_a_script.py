"""What a script prepares once is data that somebody looked at; what it computes of something unknown is not."""

import numpy as np

path = "speeds.npy"
returns = play(path)
returns = (returns - returns.mean()) / returns.std()
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `returns.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
gains = np.abs(play(path))
gains = (gains - gains.mean()) / gains.std()
losses = np.exp(-np.abs(play(path)))
losses = losses / (losses.max() - losses.min())
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def either(is_read, rows):
    speeds = np.load(path) if is_read else rows
    return (speeds - speeds.mean()) / speeds.std()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `speeds.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def by_its_method(rows):
    spread = rows.std
    return rows / spread()
    #      ^^^^^^^^^^^^^^^ NAN102 information: `spread()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


class Scaled:
    rows = play(path)
    scaled = (rows - rows.mean()) / rows.std()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `rows.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
