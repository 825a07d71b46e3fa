# The alias that a new import would need means something else in this file: no fix.

from tensorflow.math import log
from tensorflow.nn import softmax

tf = "term frequency"


def loss(x):
    return log(softmax(x))
    #      ^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x)` is a softmax
    # fixed: nothing
