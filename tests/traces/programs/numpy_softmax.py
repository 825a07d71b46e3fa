import numpy as np


def softmax(scores):
    e = np.exp(scores)  # NAN
    return e / e.sum(axis=1, keepdims=True)


scores = np.array([[1000.0, 0.0]])
print("loss:", -np.log(softmax(scores)[0, 0]))
