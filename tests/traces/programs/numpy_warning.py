import numpy as np


def softmax(scores):
    e = np.exp(scores)
    return e / e.sum()


def surprise(scores):
    p = softmax(scores - scores.max())
    return -np.log(p)  # NAN


print(surprise(np.array([0.0, 800.0])))
