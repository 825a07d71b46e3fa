# Where the framework's name means something else, only what is imported already is written.

from tensorflow import function, minimum, sigmoid, tanh
from tensorflow.math import log
from tensorflow.nn import softmax

tf = "term frequency"


def joined(x):
    return log(minimum(softmax(x), 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `minimum(softmax(x), 1.0)` masks nothing: it lets 0 through, and log(0) is -inf; mask that too
    # fixed: nothing
    # or (unsafe): log(minimum(softmax(x), 1.0) + 1e-8)
    # from: `softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87


def squashed(x):
    return log(1 - tanh(x) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - tanh(x) ** 2` can be 0 where a tanh is exactly -1 (for inputs below -8): log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `tanh(x)` made here, exactly -1 in float32 for inputs below -8


def repaired(x):
    return log(1 - (sigmoid(x) + 1e-10))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `sigmoid(x) + 1e-10` masks nothing: 1 + 1e-10 is exactly 1 in float32, and log(0) is -inf; take a larger one
    # fixed: nothing
    # from: `sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


def swallowed(x):
    return log(1e-10 + 1 - sigmoid(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1e-10 + 1` masks nothing: 1 + 1e-10 is exactly 1 in float32, and log(0) is -inf; add it last
    # fixed: nothing
    # from: `sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


@function
def compiled(x):
    return log(1 - sigmoid(x) + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - sigmoid(x) + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
    # fixed: nothing
    # or: log(1 - sigmoid(x) + 1e-7)
    # from: `sigmoid(x)` made here, exactly 1 in float32 for inputs above 17
