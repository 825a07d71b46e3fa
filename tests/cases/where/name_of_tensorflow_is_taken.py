# The second `where` needs ones of the operand's shape: where those cannot be written it is not offered.

from tensorflow import where, zeros_like
from tensorflow.math import log
from tensorflow.nn import softmax

tf = "2.21"


def entropy(z):
    p = softmax(z)
    return where(p > 0, log(p + p), zeros_like(p)), tf
    #                   ^^^^^^^^^^ NAN302 warning: `where(…)` masks the value but leaves the gradient NaN where `p + p` is 0; mask it first
    # fixed: nothing
    # from: `softmax(z)` made here, exactly 0 in float32 once a logit trails the largest by 87
