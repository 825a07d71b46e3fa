# The logarithm of a number that is written out and invalid is an error, not a guess.

import math

import numpy as np
import tensorflow as tf

ZERO = 0.0
BAD = tf.math.log(0.0)
#     ^^^^^^^^^^^^^^^^ NAN101 error: `0.0` is 0: log(0) is -inf
ALSO = np.log(ZERO)
#      ^^^^^^^^^^^^ NAN101 error: `ZERO` is 0: log(0) is -inf
NEGATIVE = np.log(-1.0)
#          ^^^^^^^^^^^^ NAN101 error: `-1.0` is -1: log(-1) is NaN; keep it above 0
FINE = np.log(5) + np.log(2.0) + tf.math.log(10.0) + math.log(10)
