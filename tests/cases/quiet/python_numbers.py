# Numbers of Python, lengths and shapes are never reported.

import math

import numpy as np


def sizes(words, shape, fan_in):
    depth = math.log(len(words))
    bits = math.ceil(math.log2(shape[0]))
    scale = math.log(1.0 / fan_in) + math.log(0.5)
    levels = np.log(5) + np.log2(1024) + np.log(len(words)) + np.log(2.0 * np.pi)
    per_batch = np.log(max(len(words), 1))
    return depth, bits, scale, levels, per_batch
