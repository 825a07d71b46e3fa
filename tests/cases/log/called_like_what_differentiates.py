# A function that is called `grad` is not handed to one: nothing says that its value is trained on.

import numpy as np


def grad(p, y):
    return y * np.log(p)
    #          ^^^^^^^^^ NAN101 hint: nothing here shows that `p` stays above 0: log(0) is -inf


def use(p, y):
    return grad(p, y)
