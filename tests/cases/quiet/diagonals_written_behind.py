"""The diagonal of a result may be written under another name; where something may go before it is, that is told."""

import numpy as np


def under_another_name(x):
    near = 1 / np.linalg.norm(x[:, None] - x[None], axis=-1)
    shown = near
    np.fill_diagonal(shown, 0)
    return shown


def unpacked(x, y):
    near, far = 1 / np.linalg.norm(x[:, None] - x[None], axis=-1), y
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.linalg.norm(x[…] - x[…], axis=-1)` is a distance of each to each and can be exactly 0: x / 0 is Inf or NaN
    np.fill_diagonal(near, 0)
    return near, far


class Layout:
    def __init__(self, x, is_hollow):
        self.near = 1 / np.linalg.norm(x[:, None] - x[None], axis=-1)
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.linalg.norm(x[…] - x[…], axis=-1)` is a distance of each to each and can be exactly 0: x / 0 is Inf or NaN
        if is_hollow:
            return
        np.fill_diagonal(self.near, 0)


class Shown:
    def __init__(self, x):
        self.near = 1 / np.linalg.norm(x[:, None] - x[None], axis=-1)
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.linalg.norm(x[…] - x[…], axis=-1)` is a distance of each to each and can be exactly 0: x / 0 is Inf or NaN
        show(self)
        np.fill_diagonal(self.near, 0)


class Drawn:
    def __init__(self, x):
        self.near = 1 / np.linalg.norm(x[:, None] - x[None], axis=-1)
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.linalg.norm(x[…] - x[…], axis=-1)` is a distance of each to each and can be exactly 0: x / 0 is Inf or NaN
        self.draw()
        np.fill_diagonal(self.near, 0)


class Kept:
    def __init__(self, x):
        self.near = 1 / np.linalg.norm(x[:, None] - x[None], axis=-1)
        print("done")
        np.fill_diagonal(self.near, 0)
