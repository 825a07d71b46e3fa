import numpy as np
import tensorflow as tf

from recorder import Recorder

tf = Recorder()


def report(x):
    tf.log(0)
    return np.log(np.clip(x, 0, 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.clip(x, 0, 1)` is 0, and log(0) is -inf
