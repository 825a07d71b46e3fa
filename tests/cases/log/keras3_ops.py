# The operations of Keras 3 are known under `keras.ops`.

import keras
from keras import ops


def kl(logits, target):
    q = ops.softmax(logits)
    p = keras.activations.sigmoid(target)
    return ops.sum(p * (ops.log(p) - ops.log(q)))
    #                   ^^^^^^^^^^ NAN101 warning: `p` is a sigmoid
    # fixed: keras.activations.log_sigmoid(target)
    # or: ops.log(ops.clip(p, 1e-10, 1.0))
    #                                ^^^^^^^^^^ NAN101 warning: `q` is a softmax
    # fixed: ops.log_softmax(logits)
    # removes: q = ops.softmax(logits)
    # or: ops.log(ops.clip(q, 1e-10, 1.0))
