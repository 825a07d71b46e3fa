# A name that is bound to something else is no longer the module.

import numpy as np
import tensorflow as tf

from recorder import Recorder

tf = Recorder()


def report(x):
    tf.log(0)
    return np.log(np.clip(x, 0, 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `np.clip(x, 0, 1)` masks nothing: its lower bound 0 is let through
