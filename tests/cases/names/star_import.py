# A star brings the names of a framework.

from tensorflow.math import *


def loss(p):
    return log(sigmoid(p))
    #      ^^^^^^^^^^^^^^^ NAN101 warning: `sigmoid(p)` is a sigmoid
